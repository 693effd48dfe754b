// Capitals in any alphabet that has them.
#pragma once

#include <string>
#include <string_view>

namespace base {

bool begins_with_capital(std::string_view text);
bool is_in_capitals(std::string_view text);  // two letters or more, and none of them small
std::string in_capitals(std::string_view text);
std::string beginning_small(std::string_view text);

}  // namespace base
