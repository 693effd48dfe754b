// A value of an attribute read as a number: "3", "-2", "+1".
#pragma once

#include <optional>
#include <string_view>

namespace analysis {

std::optional<double> number_said(std::string_view text);  // nothing where it is none

}  // namespace analysis
