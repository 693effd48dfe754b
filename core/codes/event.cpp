#include "codes/event.h"

#include <tuple>

namespace codes {

bool earlier(const Event& a, const Event& b) {
    return std::tie(a.at, a.id) < std::tie(b.at, b.id);
}

}  // namespace codes
