#include "analysis/krippendorff.h"

#include <algorithm>
#include <map>

namespace analysis {

namespace {

// How far apart the values at two places of the sorted list are, squared.
double difference(const std::vector<double>& values, const std::vector<double>& totals, std::size_t a, std::size_t b,
                  Level level) {
    if (a == b) return 0;
    switch (level) {
        case Level::Nominal:
            return 1;
        case Level::Ordinal: {
            double between = 0;
            for (std::size_t each = std::min(a, b); each <= std::max(a, b); ++each) between += totals[each];
            between -= (totals[a] + totals[b]) / 2;
            return between * between;
        }
        case Level::Interval:
            return (values[a] - values[b]) * (values[a] - values[b]);
        case Level::Ratio: {
            const double sum = values[a] + values[b];
            const double share = sum == 0 ? 0 : (values[a] - values[b]) / sum;
            return share * share;
        }
    }
    return 0;
}

}  // namespace

std::optional<double> krippendorff_alpha(const std::vector<std::vector<std::optional<double>>>& data, Level level) {
    std::map<double, std::size_t> place;
    std::size_t units = 0;
    for (const auto& coder : data) {
        units = std::max(units, coder.size());
        for (const auto& value : coder)
            if (value) place[*value] = 0;
    }
    std::vector<double> values;
    for (auto& [value, at] : place) {
        at = values.size();
        values.push_back(value);
    }
    // Each pair of values within a unit, weighted so that a unit counts as often as it has values.
    std::vector<std::vector<double>> coincidence(values.size(), std::vector<double>(values.size()));
    for (std::size_t unit = 0; unit < units; ++unit) {
        std::vector<std::size_t> said;
        for (const auto& coder : data)
            if (unit < coder.size() && coder[unit]) said.push_back(place.at(*coder[unit]));
        if (said.size() < 2) continue;
        for (std::size_t a = 0; a < said.size(); ++a)
            for (std::size_t b = 0; b < said.size(); ++b)
                if (a != b) coincidence[said[a]][said[b]] += 1 / static_cast<double>(said.size() - 1);
    }
    std::vector<double> totals(values.size());
    double all = 0;
    for (std::size_t a = 0; a < values.size(); ++a) {
        for (const double count : coincidence[a]) totals[a] += count;
        all += totals[a];
    }
    double observed = 0;
    double expected = 0;
    for (std::size_t a = 0; a < values.size(); ++a) {
        for (std::size_t b = 0; b < values.size(); ++b) {
            const double apart = difference(values, totals, a, b, level);
            observed += coincidence[a][b] * apart;
            expected += totals[a] * totals[b] * apart;
        }
    }
    if (all < 2 || expected <= 0) return {};
    return 1 - (all - 1) * observed / expected;
}

}  // namespace analysis
