// Uncertainty of a proportion.
#pragma once

namespace analysis {

struct Interval {
    double low = 0;
    double high = 0;
};

// Wilson's score interval (Wilson 1927, J. Am. Stat. Assoc. 22:209-212) at 95 %, without continuity correction.
// 0 <= successes <= trials, trials > 0.
Interval wilson_interval(double successes, double trials);

}  // namespace analysis
