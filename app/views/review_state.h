// What the Review screen remembers for itself.
#pragma once

#include "app/review_requests.h"
#include "app/views/goal_form.h"
#include "app/views/team_state.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

enum class ReviewPage { Beside, Clips, Debrief, Estimates };

struct ReviewState {
    std::optional<PickedMoment> picks;  // the next press on the timeline chooses it
    bool drags_playhead = false;
    std::map<std::string, float> under_hand;  // estimates while they are being moved
    bool walks_through_fields = false;        // by Tab or arrows up and down
    bool fields_have_keys = false;            // the arrows went from field to field
    ReviewPage page = ReviewPage::Beside;     // once the coach's view is open
    std::string subject;                      // for the agenda, while it is typed
    GoalForm goal;
    std::string goal_from;            // the focus that its words were taken from
    std::vector<WantedTrend> wanted;  // charts of estimates that are in sight
};

}  // namespace app
