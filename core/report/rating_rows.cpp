#include "base/text.h"
#include "report/rows.h"

#include <cstdlib>
#include <fmt/format.h>

namespace report {

namespace {

constexpr int kFar = 2;  // steps from where raters start

bool is_far(const codes::Rating& rating, int value) {
    const bool at_an_end = value == rating.minimum || value == rating.maximum;
    return value != rating.standard && (at_an_end || std::abs(value - rating.standard) >= kFar);
}

std::vector<MomentRow> evidence_for(const Sources& sources, const std::string& rating, base::Language language) {
    std::vector<MomentRow> rows;
    const auto linked = sources.coding.evidence.find(rating);
    if (linked == sources.coding.evidence.end()) return rows;
    for (const base::Id& id : linked->second)
        if (const codes::Event* event = sources.coding.find(id)) rows.push_back(moment_row(sources, *event, language));
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return rows;
}

}  // namespace

std::vector<RatingRow> rating_rows(const Sources& sources, base::Language language) {
    std::vector<RatingRow> rows;
    for (const codes::Rating& rating : sources.codebook.ratings) {
        const auto given = sources.coding.ratings.find(rating.key);
        if (given == sources.coding.ratings.end()) continue;
        RatingRow row{.label = base::to_valid_utf8(rating.label.in(language)),
                      .value = given->second,
                      .minimum = rating.minimum,
                      .maximum = rating.maximum,
                      .scale = fmt::format(fmt::runtime(base::translate(language, "scale {} to {}")), rating.minimum,
                                           rating.maximum),
                      .anchor = {},
                      .remark = {},
                      .evidence = evidence_for(sources, rating.key, language)};
        if (const auto anchor = rating.anchors.find(row.value); anchor != rating.anchors.end())
            row.anchor = base::to_valid_utf8(anchor->second.in(language));
        if (is_far(rating, row.value) && row.evidence.empty())
            row.remark = base::translate(language, "No moment is tied to this rating.");
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace report
