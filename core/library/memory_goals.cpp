#include "library/memory_goals.h"

#include "library/checks.h"

namespace library {

std::vector<codes::Goal> MemoryGoals::all() {
    std::vector<codes::Goal> found;
    for (const auto& [id, goal] : goals_)
        if (!goal.removed && presence_(goal.conversation) == Presence::There) found.push_back(goal);
    return found;
}

std::vector<codes::Goal> MemoryGoals::everything(const base::Id& conversation) {
    std::vector<codes::Goal> found;
    for (const auto& [id, goal] : goals_)
        if (goal.conversation == conversation) found.push_back(goal);
    return found;
}

std::optional<codes::Goal> MemoryGoals::standing(const base::Id& goal) {
    const auto found = goals_.find(goal);
    return found == goals_.end() ? std::nullopt : std::optional(found->second);
}

void MemoryGoals::write(const codes::Goal& goal) {
    if (presence_(goal.conversation) == Presence::Unknown) refuse_unknown_conversation();
    goals_[goal.id] = goal;
}

}  // namespace library
