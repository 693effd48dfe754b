// Goals and what became of them, in words: for the Team screen, the Review screen, the report and the command `goals`.
#pragma once

#include "analysis/goal_check.h"
#include "app/trend_data.h"

#include <string>
#include <vector>

namespace app {

struct GoalState {
    codes::Goal goal;
    analysis::GoalCheck check;
    std::string aim;                  // "at least 80 %, in the next 2 conversations"; empty: words alone
    std::string outcome;              // "Kept", "Not yet: in 1 of 2 conversations", "Not yet: no conversation since"
    std::vector<std::string> points;  // "2026-11-30  4 of 5 (80 %): kept"
};

// Of one trainee (empty: of everyone), in the order in which they were set. A goal whose formula its codebook no longer
// understands says so as its outcome.
std::vector<GoalState> goal_states(library::Library& library, const std::string& person);

// The day on which a goal of this conversation counts as set: its own, or where it has none today.
std::string goal_day(const library::Conversation& conversation);

// "at least 80 %".
std::string target_text(const codes::Goal& goal);

}  // namespace app
