#include "analysis/kappa.h"

#include <cmath>
#include <cstdlib>
#include <numeric>

namespace analysis {

namespace {

constexpr double kZ = 1.959963984540054;  // 97.5 % of the normal distribution

double square(double value) {
    return value * value;
}

// 1 for the same category, less the farther apart.
double agreement(std::size_t i, std::size_t j, std::size_t categories, Weighting weighting) {
    if (weighting == Weighting::None || categories < 2) return i == j ? 1 : 0;
    const double apart =
        std::abs(static_cast<double>(i) - static_cast<double>(j)) / static_cast<double>(categories - 1);
    return weighting == Weighting::Linear ? 1 - apart : 1 - square(apart);
}

// A table as shares of its total.
struct Shares {
    Matrix cells;
    std::vector<double> rows, columns;
    double total = 0;
};

Shares shares_of(const Matrix& counts) {
    Shares shares{counts, std::vector<double>(counts.size()), std::vector<double>(counts.size()), 0};
    for (const auto& row : counts) shares.total = std::accumulate(row.begin(), row.end(), shares.total);
    if (shares.total <= 0) return shares;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        for (std::size_t j = 0; j < counts.size(); ++j) {
            const double share = counts[i][j] / shares.total;
            shares.cells[i][j] = share;
            shares.rows[i] += share;
            shares.columns[j] += share;
        }
    }
    return shares;
}

}  // namespace

std::optional<Kappa> cohen_kappa(const Matrix& counts, Weighting weighting) {
    const std::size_t k = counts.size();
    const Shares p = shares_of(counts);
    if (p.total <= 0) return {};
    const auto weight = [&](std::size_t i, std::size_t j) { return agreement(i, j, k, weighting); };
    std::vector<double> row_mean(k);
    std::vector<double> column_mean(k);
    Kappa kappa;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            kappa.observed += weight(i, j) * p.cells[i][j];
            kappa.expected += weight(i, j) * p.rows[i] * p.columns[j];
            row_mean[i] += weight(i, j) * p.columns[j];
            column_mean[j] += weight(i, j) * p.rows[i];
        }
    }
    constexpr double kCertain = 1e-12;
    const double room = 1 - kappa.expected;
    if (room < kCertain) return {};
    kappa.value = (kappa.observed - kappa.expected) / room;
    double spread = 0;
    double spread_by_chance = 0;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            const double mean = row_mean[i] + column_mean[j];
            spread += p.cells[i][j] * square(weight(i, j) * room - mean * (1 - kappa.observed));
            spread_by_chance += p.rows[i] * p.columns[j] * square(weight(i, j) - mean);
        }
    }
    spread -= square(kappa.observed * kappa.expected - 2 * kappa.expected + kappa.observed);
    spread_by_chance -= square(kappa.expected);
    kappa.standard_error = std::sqrt(std::max(0.0, spread) / p.total) / square(room);
    kappa.low = kappa.value - kZ * kappa.standard_error;
    kappa.high = kappa.value + kZ * kappa.standard_error;
    const double error_by_chance = std::sqrt(std::max(0.0, spread_by_chance) / p.total) / room;
    kappa.z = error_by_chance > 0 ? kappa.value / error_by_chance : 0;
    return kappa;
}

std::optional<Adjusted> adjusted_kappa(const Matrix& counts) {
    const std::size_t k = counts.size();
    const Shares p = shares_of(counts);
    if (p.total <= 0 || k < 2) return {};
    double observed = 0;
    for (std::size_t i = 0; i < k; ++i) observed += p.cells[i][i];
    const auto categories = static_cast<double>(k);
    Adjusted adjusted;
    adjusted.pabak = (categories * observed - 1) / (categories - 1);
    if (k == 2) {
        adjusted.prevalence_index = p.cells[0][0] - p.cells[1][1];
        adjusted.bias_index = p.cells[0][1] - p.cells[1][0];
    }
    return adjusted;
}

std::optional<FleissKappa> fleiss_kappa(const Matrix& ratings) {
    if (ratings.empty() || ratings.front().empty()) return {};
    const std::size_t categories = ratings.front().size();
    const auto items = static_cast<double>(ratings.size());
    const double coders = std::accumulate(ratings.front().begin(), ratings.front().end(), 0.0);
    if (coders < 2) return {};
    std::vector<double> share(categories);
    std::vector<double> disagreeing(categories);  // pairs of coders of whom one said this
    double agreement = 0;
    for (const auto& item : ratings) {
        if (std::accumulate(item.begin(), item.end(), 0.0) != coders) return {};
        double pairs = 0;
        for (std::size_t j = 0; j < categories; ++j) {
            share[j] += item[j] / (items * coders);
            pairs += item[j] * (item[j] - 1);
            disagreeing[j] += item[j] * (coders - item[j]);
        }
        agreement += pairs / (coders * (coders - 1)) / items;
    }
    double by_chance = 0;
    double sum_pq = 0;
    double sum_pq_difference = 0;
    for (const double p : share) {
        by_chance += square(p);
        sum_pq += p * (1 - p);
        sum_pq_difference += p * (1 - p) * (1 - 2 * p);
    }
    if (sum_pq <= 0) return {};
    FleissKappa kappa;
    kappa.value = (agreement - by_chance) / (1 - by_chance);
    const double pairs = items * coders * (coders - 1);
    const double error = std::sqrt(2 / pairs) * std::sqrt(std::max(0.0, square(sum_pq) - sum_pq_difference)) / sum_pq;
    kappa.z = error > 0 ? kappa.value / error : 0;
    for (std::size_t j = 0; j < categories; ++j) {
        FleissKappa::Category category;
        const double pq = share[j] * (1 - share[j]);
        if (pq > 0) {
            category.value = 1 - disagreeing[j] / (pairs * pq);
            category.z = *category.value / std::sqrt(2 / pairs);
        }
        kappa.by_category.push_back(category);
    }
    return kappa;
}

KappaBand kappa_band(double kappa) {
    if (kappa < 0) return KappaBand::Poor;
    if (kappa <= 0.20) return KappaBand::Slight;
    if (kappa <= 0.40) return KappaBand::Fair;
    if (kappa <= 0.60) return KappaBand::Moderate;
    if (kappa <= 0.80) return KappaBand::Substantial;
    return KappaBand::AlmostPerfect;
}

}  // namespace analysis
