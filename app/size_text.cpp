#include "app/size_text.h"

#include "base/i18n.h"

#include <array>

namespace app {

std::string size_text(std::uintmax_t bytes) {
    constexpr std::array<const char*, 4> kUnits = {"kB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < kUnits.size()) {
        value /= 1000;
        ++unit;
    }
    return base::number(base::language(), value, value < 10 && unit > 0 ? 1 : 0) + " " + kUnits[unit];
}

}  // namespace app
