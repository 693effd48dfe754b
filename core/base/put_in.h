// Fills the places {} of a text that was translated, and so is only known when the program runs.
#pragma once

#include <fmt/format.h>
#include <string>

namespace base {

template <class... Parts>
std::string put_in(const char* pattern, const Parts&... parts) {
    return fmt::format(fmt::runtime(pattern), parts...);
}

}  // namespace base
