#include "analysis/proportion.h"

#include <algorithm>
#include <cmath>

namespace analysis {

Interval wilson_interval(double successes, double trials) {
    constexpr double kZ = 1.959963984540054;  // 97.5 % of the normal distribution
    const double share = successes / trials;
    const double z2_n = kZ * kZ / trials;
    const double centre = (share + z2_n / 2) / (1 + z2_n);
    const double half = kZ / (1 + z2_n) * std::sqrt(share * (1 - share) / trials + z2_n / (4 * trials));
    // At the ends the bound is exactly 0 or 1; rounding may miss it by a hair.
    return {successes <= 0 ? 0 : std::max(0.0, centre - half), successes >= trials ? 1 : std::min(1.0, centre + half)};
}

Interval wilson_odds_interval(double first, double second) {
    const Interval share = wilson_interval(first, first + second);
    return {share.low / (1 - share.low), share.high / (1 - share.high)};
}

}  // namespace analysis
