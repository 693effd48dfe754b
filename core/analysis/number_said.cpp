#include "analysis/number_said.h"

#include <charconv>

namespace analysis {

std::optional<double> number_said(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size() && !text.empty();
    return whole ? std::optional(value) : std::nullopt;
}

}  // namespace analysis
