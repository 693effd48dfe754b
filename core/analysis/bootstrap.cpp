#include "analysis/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <gsl/gsl_cdf.h>
#include <utility>

namespace analysis {

namespace {

// SplitMix64 (Steele, Lea & Flood 2014): the same numbers with every compiler, unlike std's distributions.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : state_(seed) {}

    // Two at once, of which each needs 32 bits; below `limit`, which is far below 2^32, so that their bias is too.
    std::pair<std::size_t, std::size_t> two_below(std::size_t limit) {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
        mixed ^= mixed >> 31;
        return {((mixed >> 32) * limit) >> 32, ((mixed & 0xFFFFFFFFU) * limit) >> 32};
    }

private:
    std::uint64_t state_;
};

std::optional<double> drawn(const std::vector<Share>& shares, Draws& draws) {
    Share sum;
    for (std::size_t left = shares.size(); left > 0; left -= std::min<std::size_t>(left, 2)) {
        const auto [first, second] = draws.two_below(shares.size());
        const Share other = left > 1 ? shares[second] : Share{};
        sum.numerator += shares[first].numerator + other.numerator;
        sum.denominator += shares[first].denominator + other.denominator;
    }
    if (sum.denominator == 0) return {};
    return sum.numerator / sum.denominator;
}

// The part of the draws below the interval: wider than 2.5 % asks, as Student's t is wider than the normal distribution
// and a sample's spread narrower than the population's.
double tail_for(std::size_t conversations) {
    const auto n = static_cast<double>(conversations);
    return gsl_cdf_ugaussian_P(std::sqrt(n / (n - 1)) * gsl_cdf_tdist_Pinv(0.025, n - 1));
}

std::optional<Interval> percentiles(std::vector<double> values, std::size_t conversations) {
    if (conversations < 2 || values.size() <= kResamples / 2) return {};
    std::sort(values.begin(), values.end());
    const std::int64_t tail = std::llround(tail_for(conversations) * static_cast<double>(values.size() + 1));
    const auto low = static_cast<std::size_t>(std::max<std::int64_t>(tail, 1) - 1);
    return Interval{values[low], values[values.size() - 1 - low]};
}

}  // namespace

std::optional<double> pooled(const std::vector<Share>& shares) {
    Share sum;
    for (const Share& share : shares) {
        sum.numerator += share.numerator;
        sum.denominator += share.denominator;
    }
    if (sum.denominator == 0) return {};
    return sum.numerator / sum.denominator;
}

BootstrapIntervals bootstrap(const std::vector<Share>& first, const std::vector<Share>& second) {
    Draws draws(kBootstrapSeed);
    std::vector<double> of_first, of_second, of_difference;
    for (int count = 0; count < kResamples; ++count) {
        const auto before = drawn(first, draws);
        const auto after = drawn(second, draws);
        if (before) of_first.push_back(*before);
        if (after) of_second.push_back(*after);
        if (before && after) of_difference.push_back(*after - *before);
    }
    return {percentiles(std::move(of_first), first.size()), percentiles(std::move(of_second), second.size()),
            percentiles(std::move(of_difference), std::min(first.size(), second.size()))};
}

}  // namespace analysis
