#include "codes/event.h"

#include <tuple>

namespace codes {

bool Earlier::operator()(const Event& a, const Event& b) const {
    return std::tie(a.at, a.id) < std::tie(b.at, b.id);
}

}  // namespace codes
