// Whether a goal was kept in the conversations after the one in which it was set. Pure functions over the totals of
// codings (codes/totals.h).
//   which     the first `conversations` of this person after the day on which it was set, by day, that were coded for
//             feedback with the goal's codebook
//   met       the value reaches the target, on the line too; a value that is not there ("n/a") says nothing
//   kept      met in all of them
#pragma once

#include "analysis/trend.h"
#include "codes/goal.h"

#include <optional>
#include <vector>

namespace analysis {

struct GoalPoint {
    std::size_t place = 0;  // in CountedCodings::codings
    std::string day;
    MeasureValue value;
    std::optional<bool> met;  // nothing where there is no value
};

struct GoalCheck {
    std::vector<GoalPoint> points;  // at most goal.conversations
    int met = 0;
    bool kept = false;
};

// A goal of words alone has no points. Throws FormulaMistake.
GoalCheck check_goal(const codes::Goal& goal, const codes::CountedCodings& counted, const CodebookByVersion& codebook);

// Whether totals hold what the goal's formula needs, by this codebook. Throws FormulaMistake.
bool can_be_checked(const codes::Goal& goal, const codes::Codebook& codebook);

}  // namespace analysis
