#include "codes/coding.h"

#include <algorithm>

namespace codes {

const Event* Coding::find(const base::Id& event) const {
    const auto found = std::find_if(events.begin(), events.end(), [&](const Event& one) { return one.id == event; });
    return found == events.end() ? nullptr : &*found;
}

}  // namespace codes
