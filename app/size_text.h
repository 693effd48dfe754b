// How large a file is, as file managers say it.
#pragma once

#include <cstdint>
#include <string>

namespace app {

std::string size_text(std::uintmax_t bytes);  // "12.4 MB"; powers of ten

}  // namespace app
