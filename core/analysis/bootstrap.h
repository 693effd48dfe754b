// Bootstrap over conversations: how far a number, or the difference of two, would move with other conversations of the
// same kind. Whole conversations are drawn, with replacement, since the codes of one conversation are not independent
// (Davison & Hinkley 1997, Bootstrap Methods and their Application, §3.8). The interval is the percentile interval,
// expanded for few conversations: plain percentiles would hold the true value in 88 % of cases with five of them
// instead of 95 % (Hesterberg 2015, The American Statistician 69:371-386, §4.3). 999 draws; the seed is fixed, so that
// the same conversations always give the same interval.
#pragma once

#include "analysis/proportion.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace analysis {

inline constexpr int kResamples = 999;
inline constexpr std::uint64_t kBootstrapSeed = 20261122;

// What one conversation adds to a ratio of sums.
struct Share {
    double numerator = 0;
    double denominator = 0;
};

// Sum of numerators over sum of denominators; nothing when that is 0.
std::optional<double> pooled(const std::vector<Share>& shares);

// 95 %. Nothing with fewer than two conversations, or when most draws have no value.
struct BootstrapIntervals {
    std::optional<Interval> first, second;
    std::optional<Interval> difference;  // of pooled(second) - pooled(first)
};
BootstrapIntervals bootstrap(const std::vector<Share>& first, const std::vector<Share>& second);

}  // namespace analysis
