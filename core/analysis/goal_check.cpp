#include "analysis/goal_check.h"

#include <algorithm>
#include <map>

namespace analysis {

namespace {

bool is_met(const codes::Goal& goal, double value) {
    return goal.direction == codes::GoalDirection::AtLeast ? value >= goal.target : value <= goal.target;
}

}  // namespace

GoalCheck check_goal(const codes::Goal& goal, const codes::CountedCodings& counted, const CodebookByVersion& codebook) {
    GoalCheck check;
    if (!goal.checks_itself()) return check;
    const codes::Measure measure = goal.measure();
    std::map<std::string, codes::Codebook> with_goal;
    const auto by_version = [&](const std::string& version) -> const codes::Codebook* {
        const codes::Codebook* plain = codebook(version);
        if (plain == nullptr) return nullptr;
        const auto [known, is_new] = with_goal.try_emplace(version, *plain);
        if (is_new) known->second.measures = {measure};
        return &known->second;
    };
    const auto is_after = [&](const codes::CountedCoding& coding) {
        return coding.trainee == goal.person && coding.purpose == codes::Purpose::Feedback &&
               coding.conversation != goal.conversation;
    };
    for (const PersonTrend& person : trend(counted, by_version, measure.key, is_after))
        for (const TrendPoint& point : person.points) {
            const base::Id& conversation = counted.codings[point.place].conversation;
            const bool is_seen = std::any_of(check.points.begin(), check.points.end(), [&](const GoalPoint& seen) {
                return counted.codings[seen.place].conversation == conversation;
            });
            if (point.day <= goal.set_on || is_seen) continue;
            if (check.points.size() == static_cast<std::size_t>(goal.conversations)) break;
            GoalPoint& next = check.points.emplace_back(GoalPoint{point.place, point.day, point.value, {}});
            if (point.value.value) next.met = is_met(goal, *point.value.value);
            check.met += next.met.value_or(false) ? 1 : 0;
        }
    check.kept = check.met == goal.conversations;
    return check;
}

bool can_be_checked(const codes::Goal& goal, const codes::Codebook& codebook) {
    return goal.checks_itself() && can_be_followed(codebook, goal.measure());
}

}  // namespace analysis
