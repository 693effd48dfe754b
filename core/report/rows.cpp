#include "report/rows.h"

#include "analysis/formulas.h"
#include "base/put_in.h"
#include "base/text.h"
#include "codes/segment.h"
#include "talk/words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace report {

namespace {

using analysis::Band;
using analysis::MeasureValue;
using base::Language;
using base::put_in;
using codes::MeasureFormat;

constexpr std::size_t kQuoteLength = 240;
constexpr codes::Colour kUnknownCode{0x8A, 0x8F, 0x98};

const codes::Code* code_of(const codes::Codebook& codebook, const codes::Event& event) {
    const auto found = std::find_if(codebook.codes.begin(), codebook.codes.end(),
                                    [&](const codes::Code& code) { return code.key == event.code; });
    return found == codebook.codes.end() ? nullptr : &*found;
}

std::string not_available(Language language) {
    return base::translate(language, "n/a");
}

std::string words_of(const Sources& sources, const codes::Event& event) {
    const talk::Role role = event.speaker == codes::Side::Client ? talk::Role::Client : talk::Role::Professional;
    const std::string words =
        base::to_valid_utf8(talk::words_at(sources.turns, {event.at, event.end.value_or(event.at)}, role));
    return words.empty() ? "" : put_in("“{}”", base::shortened(words, kQuoteLength));
}

CountRow with_rate(CountRow row, base::Time duration, Language language) {
    if (duration.microseconds > 0) row.per_hour = row.count * 3'600.0 / duration.seconds();
    row.rate = duration.microseconds > 0 ? base::number(language, row.per_hour, 1) : not_available(language);
    return row;
}

bool is_time(const codes::Measure& measure) {
    const auto names = analysis::Formula(measure.denominator.empty() ? measure.numerator : measure.denominator).names();
    return std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return name.starts_with("talk.") || name.starts_with("time.") || name == "duration";
    });
}

std::string plain(Language language, double value) {
    return base::number(language, value, value == std::round(value) ? 0 : 1);
}

std::string share(Language language, double fraction) {
    return base::number(language, fraction * 100, 0) + " %";
}

// Rounded, 39.6 % would seem to reach 40 %: more decimals show on which side it is.
int decimals_beside(const codes::Measure& measure, double value, double scale, int decimals) {
    constexpr int kMost = 4;
    const auto seems_across = [&](const std::optional<double>& threshold) {
        const double power = std::pow(10.0, decimals) * scale;
        return threshold && (value < *threshold) != (std::round(value * power) / power < *threshold);
    };
    while (decimals < kMost && (seems_across(measure.fair) || seems_across(measure.good))) ++decimals;
    return decimals;
}

std::string value_text(const codes::Measure& measure, double value, Language language) {
    switch (measure.format) {
        case MeasureFormat::Percentage:
            return base::number(language, value * 100, decimals_beside(measure, value, 100, 0)) + " %";
        case MeasureFormat::Count:
            return plain(language, value);
        case MeasureFormat::Ratio:
        case MeasureFormat::Mean:
            break;
    }
    return base::number(language, value, decimals_beside(measure, value, 1, 1));
}

std::string threshold_text(const codes::Measure& measure, double threshold, Language language) {
    // 3.75 must not become 3.8; 40 % needs no decimals.
    if (measure.format == MeasureFormat::Percentage) return share(language, threshold);
    return base::number(language, threshold, std::abs(threshold * 10 - std::round(threshold * 10)) < 1e-9 ? 1 : 2);
}

std::string counted_text(const codes::Measure& measure, const MeasureValue& value, Language language) {
    if (measure.denominator.empty() || !value.numerator || !value.denominator) return "";
    const bool time = is_time(measure);
    const auto text = [&](double number) {
        return time ? base::to_short_text(base::seconds(number)) : plain(language, number);
    };
    switch (measure.format) {
        case MeasureFormat::Ratio:
            return text(*value.numerator) + " : " + text(*value.denominator);
        case MeasureFormat::Percentage:
            return put_in(base::translate(language, "{} of {}"), text(*value.numerator), text(*value.denominator));
        case MeasureFormat::Count:
        case MeasureFormat::Mean:
            break;
    }
    return text(*value.numerator) + " / " + text(*value.denominator);
}

std::string thresholds(const codes::Measure& measure, Language language) {
    std::string text;
    if (measure.fair)
        text = put_in(base::translate(language, "basic {}"), threshold_text(measure, *measure.fair, language));
    if (measure.good) {
        if (!text.empty()) text += " · ";
        text += put_in(base::translate(language, "good {}"), threshold_text(measure, *measure.good, language));
    }
    return text;
}

std::string remark_text(const codes::Measure& measure, const MeasureValue& value, Language language) {
    const bool time = is_time(measure);
    if (value.band == Band::TooFew)
        return time ? put_in(base::translate(language, "less than {} of speech"),
                             base::to_short_text(base::seconds(measure.few_below)))
                    : put_in(base::translate(language, "fewer than {} counted"), plain(language, measure.few_below));
    if (!value.value) return time && !value.numerator ? base::translate(language, "who speaks when is not known") : "";
    std::string text = thresholds(measure, language);
    if (value.low && value.high) {
        if (!text.empty()) text += "\n";
        const auto bound = [&](double at) {
            return measure.format == MeasureFormat::Percentage ? share(language, at) : base::number(language, at, 1);
        };
        text += put_in(base::translate(language, "likely between {} and {}"), bound(*value.low), bound(*value.high));
    }
    return text;
}

}  // namespace

std::vector<Mark> mark_rows(const Sources& sources) {
    std::vector<Mark> marks;
    for (const codes::Event& event : sources.coding.events) {
        const codes::Code* code = code_of(sources.codebook, event);
        marks.push_back({.at = event.at,
                         .end = event.end,
                         .side = code != nullptr ? code->side : event.speaker,
                         .colour = code != nullptr ? code->colour : kUnknownCode});
    }
    return marks;
}

std::vector<CountRow> count_rows(const Sources& sources, const analysis::Counts& counts, Language language) {
    std::vector<CountRow> rows;
    const base::Time coded = codes::coded_span(sources.coding, sources.duration).length();
    for (const codes::Code& code : sources.codebook.codes) {
        CountRow row{.label = base::to_valid_utf8(code.label.in(language)),
                     .colour = code.colour,
                     .side = code.side,
                     .count = counts.by_code.at(code.key),
                     .rate = {}};
        rows.push_back(with_rate(std::move(row), coded, language));
    }
    return rows;
}

std::vector<CountRow> total_rows(const Report& report, const Sources& sources, Language language) {
    std::vector<CountRow> totals(2);
    totals[0].label = base::translate(language, "Professional");
    totals[1].label = base::translate(language, "Client");
    totals[1].side = codes::Side::Client;
    for (const CountRow& row : report.counts) totals[row.side == codes::Side::Client ? 1 : 0].count += row.count;
    for (CountRow& total : totals)
        total = with_rate(std::move(total), codes::coded_span(sources.coding, sources.duration).length(), language);
    return totals;
}

MeasureRow measure_row(const codes::Measure& measure, const MeasureValue& value, Language language) {
    MeasureRow row{.label = base::to_valid_utf8(measure.label.in(language)),
                   .counted = counted_text(measure, value, language),
                   .value = not_available(language),
                   .remark = remark_text(measure, value, language)};
    if (value.value) row.value = value_text(measure, *value.value, language);
    if (value.band == Band::TooFew) row.value = base::translate(language, "too few to say");
    return row;
}

MomentRow moment_row(const Sources& sources, const codes::Event& event, Language language) {
    const codes::Code* code = code_of(sources.codebook, event);
    MomentRow row{.at = event.at,
                  .code = base::to_valid_utf8(code != nullptr ? code->label.in(language) : event.code),
                  .colour = code != nullptr ? code->colour : kUnknownCode,
                  .note = std::string(base::trimmed(base::to_valid_utf8(event.note)))};
    if (row.note.empty()) row.note = words_of(sources, event);
    return row;
}

std::vector<MomentRow> moment_rows(const Sources& sources, Language language) {
    std::vector<MomentRow> rows;
    for (const codes::Event& event : sources.coding.events)
        if (!base::trimmed(event.note).empty()) rows.push_back(moment_row(sources, event, language));
    return rows;
}

}  // namespace report
