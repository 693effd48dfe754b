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

// Of a ratio of two counts that share no event, "16 : 11": Wilson's interval for the first among both, as odds p/(1-p).
// Given how many there are of both, the first is a binomial count, so that the interval holds as often as Wilson's
// (Newcombe 1998, Statistics in Medicine 17:857-872, on the score interval). Both >= 0, the second > 0.
Interval wilson_odds_interval(double first, double second);

}  // namespace analysis
