#include "analysis/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <gsl/gsl_cdf.h>

namespace analysis {

namespace {

// SplitMix64 (Steele, Lea & Flood 2014): the same numbers with every compiler, unlike std's distributions.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : state_(seed) {}

    // Below `limit`, which is far below 2^32, so that its bias is too.
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>((half() * limit) >> 32); }

private:
    // A draw needs 32 bits; each number has two.
    std::uint64_t half() {
        if (!has_half_) {
            std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
            number_ = mixed ^ (mixed >> 31);
        }
        has_half_ = !has_half_;
        return has_half_ ? number_ >> 32 : number_ & 0xFFFFFFFFU;
    }

    std::uint64_t state_;
    std::uint64_t number_ = 0;
    bool has_half_ = false;
};

std::optional<double> drawn(const std::vector<Share>& shares, Draws& draws) {
    Share sum;
    for (std::size_t count = shares.size(); count > 0; --count) {
        const Share& share = shares[draws.below(shares.size())];
        sum.numerator += share.numerator;
        sum.denominator += share.denominator;
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
    if (values.size() <= kResamples / 2) return {};
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

std::optional<Interval> bootstrap_interval(const std::vector<Share>& shares) {
    if (shares.size() < 2) return {};
    Draws draws(kBootstrapSeed);
    std::vector<double> values;
    for (int count = 0; count < kResamples; ++count)
        if (const auto value = drawn(shares, draws)) values.push_back(*value);
    return percentiles(std::move(values), shares.size());
}

std::optional<Interval> bootstrap_difference(const std::vector<Share>& first, const std::vector<Share>& second) {
    if (first.size() < 2 || second.size() < 2) return {};
    Draws draws(kBootstrapSeed);
    std::vector<double> values;
    for (int count = 0; count < kResamples; ++count) {
        const auto before = drawn(first, draws);
        const auto after = drawn(second, draws);
        if (before && after) values.push_back(*after - *before);
    }
    return percentiles(std::move(values), std::min(first.size(), second.size()));
}

}  // namespace analysis
