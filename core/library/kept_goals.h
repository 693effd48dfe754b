// What is the same for goals in a file and in memory.
#pragma once

#include "library/goals.h"

#include <functional>
#include <optional>

namespace library {

class KeptGoals : public Goals {
public:
    codes::Goal put(const codes::Goal& goal) final;
    bool take_in(const codes::Goal& goal) final;

private:
    virtual void in_one_go(const std::function<void()>& work) = 0;
    virtual std::optional<codes::Goal> standing(const base::Id& goal) = 0;
    virtual void write(const codes::Goal& goal) = 0;

    // Refuses an id that belongs to another conversation.
    std::optional<codes::Goal> before(const codes::Goal& goal);
};

}  // namespace library
