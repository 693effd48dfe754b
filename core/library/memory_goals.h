// Goals as plain values in memory: the model of GoalRows.
#pragma once

#include "library/kept_goals.h"
#include "library/presence.h"

#include <map>

namespace library {

class MemoryGoals final : public KeptGoals {
public:
    explicit MemoryGoals(std::function<Presence(const base::Id& conversation)> presence)
        : presence_(std::move(presence)) {}

    std::vector<codes::Goal> all() override;
    std::vector<codes::Goal> everything(const base::Id& conversation) override;
    void forget(const base::Id& conversation) {
        std::erase_if(goals_, [&](const auto& goal) { return goal.second.conversation == conversation; });
    }

private:
    void in_one_go(const std::function<void()>& work) override { work(); }
    std::optional<codes::Goal> standing(const base::Id& goal) override;
    void write(const codes::Goal& goal) override;

    std::function<Presence(const base::Id&)> presence_;
    std::map<base::Id, codes::Goal> goals_;
};

}  // namespace library
