#include "app/clock_text.h"

#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {

std::string clock_text(base::Time at, int decimals) {
    std::string text = base::to_short_text(at);
    if (decimals <= 0) return text;
    const std::int64_t rest = std::max<std::int64_t>(0, at.microseconds) % 1'000'000 / 1'000;
    const std::string digits = fmt::format("{:03}", rest).substr(0, static_cast<std::size_t>(decimals));
    return text + (base::language() == base::Language::Dutch ? "," : ".") + digits;
}

}  // namespace app
