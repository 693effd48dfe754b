// The lines of a text, whichever of the three line endings it has.
#pragma once

#include <string_view>
#include <vector>

namespace talk {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text);
bool is_blank(std::string_view line);

}  // namespace talk
