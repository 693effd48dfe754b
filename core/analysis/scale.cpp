#include "analysis/scale.h"

#include "analysis/number_said.h"

#include <algorithm>

namespace analysis {

namespace {

std::optional<std::size_t> step_of(const std::vector<double>& steps, const std::optional<double>& value) {
    if (!value) return {};
    const auto found = std::lower_bound(steps.begin(), steps.end(), *value);
    if (found == steps.end() || *found != *value) return {};
    return static_cast<std::size_t>(found - steps.begin());
}

// Only what is a step of the scale.
ScaleRows on_the_scale(ScaleRows rows, const std::vector<double>& steps) {
    for (auto& row : rows)
        for (auto& value : row)
            if (!step_of(steps, value)) value.reset();
    return rows;
}

Matrix table_of(const ScaleRows& rows, const std::vector<double>& steps) {
    Matrix table(steps.size(), std::vector<double>(steps.size()));
    for (std::size_t unit = 0; unit < rows[0].size(); ++unit) {
        const auto first = step_of(steps, rows[0][unit]);
        const auto second = step_of(steps, rows[1][unit]);
        if (first && second) ++table[*first][*second];
    }
    return table;
}

int judged_units(const ScaleRows& rows) {
    int units = 0;
    for (std::size_t unit = 0; !rows.empty() && unit < rows[0].size(); ++unit)
        units += std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return row[unit].has_value(); }) > 1;
    return units;
}

std::optional<double> weighted(const Matrix& table, Weighting weighting) {
    const auto kappa = cohen_kappa(table, weighting);
    return kappa ? std::optional(kappa->value) : std::nullopt;
}

}  // namespace

ScaleAgreement agreement_on_scale(const ScaleRows& rows, const std::vector<double>& steps) {
    const ScaleRows judged = on_the_scale(rows, steps);
    ScaleAgreement agreement;
    agreement.units = judged_units(judged);
    if (agreement.units == 0) return agreement;
    if (judged.size() == 2) {
        const Matrix table = table_of(judged, steps);
        agreement.kappa_linear = weighted(table, Weighting::Linear);
        agreement.kappa_quadratic = weighted(table, Weighting::Quadratic);
    }
    agreement.alpha_ordinal = krippendorff_alpha(judged, Level::Ordinal);
    agreement.alpha_interval = krippendorff_alpha(judged, Level::Interval);
    if (steps.front() >= 0) agreement.alpha_ratio = krippendorff_alpha(judged, Level::Ratio);
    return agreement;
}

ScaleRows ratings_given(const CodedTogether& conversations, const std::string& rating) {
    ScaleRows rows(conversations.empty() ? 0 : conversations.front().size());
    for (const auto& codings : conversations) {
        for (std::size_t coder = 0; coder < rows.size(); ++coder) {
            const auto given = codings[coder]->ratings.find(rating);
            const bool has_it = given != codings[coder]->ratings.end();
            rows[coder].push_back(has_it ? std::optional<double>(given->second) : std::nullopt);
        }
    }
    return rows;
}

ScaleRows numbers_said(const CodedTogether& conversations, const std::string& attribute, base::Time tolerance) {
    ScaleRows rows(conversations.empty() ? 0 : conversations.front().size());
    const auto by_code = [&](const codes::Event& event) {
        return event.attributes.contains(attribute) ? std::optional(event.code) : std::nullopt;
    };
    for (const auto& codings : conversations) {
        for (const Moment& moment : compare(codings, by_code, tolerance).moments) {
            for (std::size_t coder = 0; coder < rows.size(); ++coder) {
                std::optional<double> value;
                if (moment.events[coder])
                    value = number_said(codings[coder]->events[*moment.events[coder]].attributes.at(attribute));
                rows[coder].push_back(value);
            }
        }
    }
    return rows;
}

}  // namespace analysis
