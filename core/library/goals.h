// Goals as the library keeps them. UI thread only; every change is durable when the call returns.
#pragma once

#include "codes/goal.h"

#include <vector>

namespace library {

class Goals {
public:
    virtual ~Goals() = default;

    // Of conversations that stand, without the removed, in the order in which they were set.
    virtual std::vector<codes::Goal> all() = 0;
    // Also the removed: what a package carries.
    virtual std::vector<codes::Goal> everything(const base::Id& conversation) = 0;
    // Adds it, or takes the place of the one with this id; a goal stays in its conversation. Removing is putting with
    // `removed`. Returns it with its next revision and the moment of the change.
    virtual codes::Goal put(const codes::Goal& goal) = 0;
    // From another copy of the library: of two versions the later one stands, whichever came first. Whether it is new.
    virtual bool take_in(const codes::Goal& goal) = 0;
};

}  // namespace library
