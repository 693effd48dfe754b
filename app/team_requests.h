// What can be asked for on the Team screen.
#pragma once

#include "library/library.h"

#include <string>

namespace app {

struct FollowCodebook {
    std::string key;
};  // its codings, from now on
struct AddMilestone {
    library::Milestone milestone;
};
struct RemoveMilestone {
    base::Id milestone;
};
struct RestoreMilestone {
    base::Id milestone;
};

}  // namespace app
