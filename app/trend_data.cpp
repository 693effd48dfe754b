#include "app/trend_data.h"

#include "analysis/bootstrap.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {

namespace {

constexpr const char* kDash = "\xe2\x80\x93";

bool is_in_percent(const codes::Measure& measure) {
    return measure.format == codes::MeasureFormat::Percentage;
}

int decimals(const codes::Measure& measure) {
    return is_in_percent(measure) ? 0 : measure.format == codes::MeasureFormat::Count ? 1 : 2;
}

std::string number(const codes::Measure& measure, double value) {
    return base::number(base::language(), is_in_percent(measure) ? value * 100 : value, decimals(measure));
}

std::string signed_number(const codes::Measure& measure, double value) {
    const std::string text = number(measure, std::abs(value));
    return (value < 0 ? "\xe2\x88\x92" : "+") + text;
}

std::string counted(double value) {
    return base::number(base::language(), value, value == std::round(value) ? 0 : 1);
}

std::string parts_joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
}

std::string conversations_text(int count) {
    return fmt::format(fmt::runtime(base::translate(base::language(), "{} conversation", "{} conversations",
                                                    static_cast<unsigned long>(count))),
                       count);
}

std::string period_text(const codes::Measure& measure, const analysis::Period& period, const std::string& label) {
    return fmt::format("{}: {}, {}.", label, value_with_interval(measure, period),
                       conversations_text(period.conversations));
}

std::string verdict(const codes::Measure& measure, const analysis::Difference& difference) {
    const std::string what = difference_text(measure, *difference.value);
    if (!difference.low)
        return fmt::format(fmt::runtime(_("The difference is {}. With so few conversations nothing can be said of how "
                                          "far chance could bring it about.")),
                           what);
    const std::string range = fmt::format("{} {} {}", signed_number(measure, *difference.low), kDash,
                                          difference_text(measure, *difference.high));
    return fmt::format(
        fmt::runtime(
            difference.includes_zero()
                ? _("The difference is {} (interval of 95 %: {}). No difference at all lies within that: other "
                    "conversations by chance could bring this about.")
                : _("The difference is {} (interval of 95 %: {}). That is more than the choice of conversations "
                    "alone brings about; why, this does not say.")),
        what, range);
}

}  // namespace

const codes::Measure* TrendData::measure(const std::string& key) const {
    const auto found = std::find_if(codebook.measures.begin(), codebook.measures.end(),
                                    [&](const codes::Measure& each) { return each.key == key; });
    return found == codebook.measures.end() ? nullptr : &*found;
}

std::vector<analysis::PersonTrend> TrendData::trend(const std::string& measure,
                                                    const analysis::IsWanted& is_wanted) const {
    const auto by_version = [this](const std::string& version) {
        const auto found = versions.find(version);
        return found == versions.end() ? nullptr : &found->second;
    };
    return analysis::trend(counted, by_version, measure, is_wanted);
}

TrendData trend_data(library::Library& library, const codes::Codebook& newest) {
    TrendData data{newest, library.counted_codings(newest.key), {}};
    const std::vector<library::Recoding> recodings = library.recodings().all();
    std::erase_if(data.counted.codings, [&](const codes::CountedCoding& coding) {
        return !library::counts(recodings, coding.conversation, coding.coding);
    });
    for (const codes::CountedCoding& coding : data.counted.codings) {
        if (data.versions.contains(coding.codebook_version)) continue;
        if (auto codebook = library.codebook(newest.key, coding.codebook_version))
            data.versions.emplace(coding.codebook_version, std::move(*codebook));
    }
    return data;
}

std::string value_text(const codes::Measure& measure, const std::optional<double>& value) {
    if (!value) return _("n/a");
    return number(measure, *value) + (is_in_percent(measure) ? " %" : "");
}

std::string difference_text(const codes::Measure& measure, double difference) {
    const std::string text = signed_number(measure, difference);
    return is_in_percent(measure) ? fmt::format(fmt::runtime(_("{} percentage points")), text) : text;
}

std::string value_with_interval(const codes::Measure& measure, const analysis::Period& period) {
    std::string text = value_text(measure, period.value);
    if (!period.value) return text;
    std::string more;
    if (measure.format != codes::MeasureFormat::Count)
        more = fmt::format(fmt::runtime(_("{} of {}")), counted(*period.numerator), counted(*period.denominator));
    if (period.low)
        more +=
            (more.empty() ? "" : "; ") + fmt::format(fmt::runtime(_("interval of 95 %: {} to {}")),
                                                     value_text(measure, period.low), value_text(measure, period.high));
    return more.empty() ? text : text + " (" + more + ")";
}

std::vector<std::string> difference_sentences(const codes::Measure& measure, const analysis::Difference& difference,
                                              const std::string& first, const std::string& second) {
    std::vector<std::string> said = {period_text(measure, difference.first, first),
                                     period_text(measure, difference.second, second)};
    if (!difference.value) {
        said.emplace_back(_("On one of the two sides nothing was counted, so there is no difference to speak of."));
        return said;
    }
    said.push_back(verdict(measure, difference));
    if (difference.low)
        said.emplace_back(difference.intervals_overlap() ? _("The two intervals overlap.")
                                                         : _("The two intervals do not overlap."));
    if (difference.few)
        said.push_back(fmt::format(fmt::runtime(_("Too few to say: fewer than {} conversations on one side.")),
                                   analysis::kFewConversations));
    if (difference.other_coders())
        said.push_back(fmt::format(fmt::runtime(_("The coders are not the same ({} and {}): a change of coder can look "
                                                  "like a change of skill.")),
                                   parts_joined(difference.first.coders), parts_joined(difference.second.coders)));
    if (difference.other_versions())
        said.push_back(fmt::format(
            fmt::runtime(_("The versions of the codebook are not the same ({} and {}): they may count differently.")),
            parts_joined(difference.first.versions), parts_joined(difference.second.versions)));
    return said;
}

std::string break_text(const TrendData& data, const analysis::PersonTrend& trend, const analysis::TrendBreak& at) {
    const analysis::TrendPoint& point = trend.points[at.point];
    const codes::CountedCoding& before = data.counted.codings[trend.points[at.point - 1].place];
    const codes::CountedCoding& now = data.counted.codings[point.place];
    std::string text;
    if (at.coder)
        text = fmt::format(fmt::runtime(_("From {} another coder: {}, before that {}.")), point.day, now.coder,
                           before.coder);
    if (at.codebook)
        text += (text.empty() ? "" : " ") +
                fmt::format(fmt::runtime(_("From {} another version of the codebook: {}, before that {}.")), point.day,
                            now.codebook_version, before.codebook_version);
    return text;
}

}  // namespace app
