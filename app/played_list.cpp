#include "app/played_list.h"

namespace app {

bool PlayedList::has(int direction) const {
    const auto to = static_cast<std::ptrdiff_t>(now) + direction;
    return to >= 0 && to < static_cast<std::ptrdiff_t>(moments.size());
}

bool PlayedList::step(int direction) {
    if (!has(direction)) return false;
    now = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(now) + direction);
    return true;
}

}  // namespace app
