#include "analysis/measures.h"

#include "analysis/counted.h"
#include "analysis/formulas.h"
#include "analysis/proportion.h"
#include "analysis/segment.h"
#include "analysis/talk_names.h"
#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace analysis {

namespace {

bool is_rating(const codes::Codebook& codebook, const std::string& key) {
    return std::any_of(codebook.ratings.begin(), codebook.ratings.end(),
                       [&](const auto& rating) { return rating.key == key; });
}

// Turns may be all there is of a conversation, and a transcript may go on a little longer than its recording.
base::Span whole(const std::vector<talk::Turn>& turns, base::Time duration) {
    base::Span span{base::Time{}, duration};
    for (const talk::Turn& turn : turns) {
        span.from = std::min(span.from, turn.span.from);
        span.to = std::max(span.to, turn.span.to);
    }
    return span;
}

double seconds_coded(const codes::Codebook& codebook, const std::vector<codes::Event>& events, const std::string& key) {
    std::vector<base::Span> spans;
    for (const codes::Event& event : events)
        if (event.end && counts_for(codebook, event, key)) spans.push_back({event.at, *event.end});
    return covered(std::move(spans)).seconds();
}

std::optional<double> value_of_name(const codes::Codebook& codebook, const Inputs& inputs, const std::string& name) {
    if (const auto code = inputs.counts.by_code.find(name); code != inputs.counts.by_code.end()) return code->second;
    if (const auto group = inputs.counts.by_group.find(name); group != inputs.counts.by_group.end())
        return group->second;
    if (const auto time = inputs.counts.seconds.find(name); time != inputs.counts.seconds.end()) return time->second;
    if (name == "talk.professional" && inputs.talk_time) return inputs.talk_time->professional.seconds();
    if (name == "talk.client" && inputs.talk_time) return inputs.talk_time->client.seconds();
    if (is_talk_name(name)) return inputs.talk ? talk_value(*inputs.talk, name) : std::nullopt;
    if (name == "duration") return inputs.duration.seconds();
    if (const auto rating = inputs.ratings.find(name); rating != inputs.ratings.end()) return rating->second;
    if (is_rating(codebook, name)) return {};
    throw base::Error(fmt::format(fmt::runtime(_("The codebook has no code, group or rating named \"{}\".")), name));
}

// The codes whose events a formula counts, each once; nothing when it does anything else than that.
std::optional<std::map<std::string, int>> counted_codes(const codes::Codebook& codebook, const Formula& formula) {
    const auto sum = formula.as_sum();
    if (!sum) return {};
    std::map<std::string, int> times;
    for (const auto& [name, how_often] : *sum) {
        const codes::Group* group = codebook.find_group(name);
        if (group != nullptr && !group->where.empty()) return {};  // counts some of a code's events
        bool known = false;
        for (const codes::Code& code : codebook.codes) {
            const bool in_group = std::find(code.groups.begin(), code.groups.end(), name) != code.groups.end();
            if (code.key != name && !in_group) continue;
            times[code.key] += how_often;
            known = true;
        }
        if (!known) return {};
    }
    const bool each_once = std::all_of(times.begin(), times.end(), [](const auto& code) { return code.second == 1; });
    return each_once ? std::optional(std::move(times)) : std::nullopt;
}

IntervalMethod method_for(const codes::Codebook& codebook, const codes::Measure& measure, const Formula& numerator,
                          const Formula& denominator) {
    const auto above = counted_codes(codebook, numerator);
    const auto below = counted_codes(codebook, denominator);
    if (!above || !below) return IntervalMethod::None;
    const auto is_below = [&](const auto& code) { return below->contains(code.first); };
    if (measure.format == codes::MeasureFormat::Percentage && std::all_of(above->begin(), above->end(), is_below))
        return IntervalMethod::Wilson;
    if (measure.format == codes::MeasureFormat::Ratio && std::none_of(above->begin(), above->end(), is_below))
        return IntervalMethod::WilsonOdds;
    return IntervalMethod::None;
}

void give_interval(MeasureValue& result, IntervalMethod method) {
    if (method == IntervalMethod::None) return;
    const Interval interval = method == IntervalMethod::Wilson
                                  ? wilson_interval(*result.numerator, *result.denominator)
                                  : wilson_odds_interval(*result.numerator, *result.denominator);
    result.method = method;
    result.low = interval.low;
    result.high = interval.high;
}

Band band_of(const codes::Measure& measure, const MeasureValue& result) {
    if (!result.value) return Band::None;
    if (result.denominator && *result.denominator < measure.few_below) return Band::TooFew;
    const auto reaches = [&](double line) {
        return measure.better == codes::Better::Lower ? *result.value <= line : *result.value >= line;
    };
    if (measure.good && reaches(*measure.good)) return Band::Good;
    if (measure.fair) return reaches(*measure.fair) ? Band::Fair : Band::BelowFair;
    return measure.good ? Band::BelowFair : Band::None;
}

}  // namespace

MeasureFormula::MeasureFormula(const codes::Codebook& codebook, const codes::Measure& measure)
    : measure_(measure), numerator_(measure.numerator) {
    if (measure.denominator.empty()) return;
    denominator_.emplace(measure.denominator);
    method_ = method_for(codebook, measure, numerator_, *denominator_);
}

MeasureValue MeasureFormula::evaluate(const std::function<std::optional<double>(const std::string&)>& value_of) const {
    MeasureValue result;
    result.numerator = numerator_.evaluate(value_of);
    if (!denominator_) {
        result.value = result.numerator;
    } else {
        result.denominator = denominator_->evaluate(value_of);
        if (result.numerator && result.denominator && *result.denominator != 0)
            result.value = *result.numerator / *result.denominator;
        if (result.value) give_interval(result, method_);
    }
    result.band = band_of(measure_, result);
    return result;
}

std::vector<std::string> MeasureFormula::names() const {
    std::vector<std::string> names = numerator_.names();
    if (denominator_) names.insert(names.end(), denominator_->names().begin(), denominator_->names().end());
    return names;
}

void count(const codes::Codebook& codebook, const codes::Event& event, Counts& counts) {
    const codes::Code* code = codebook.find(event.code);
    if (code == nullptr) return;
    ++counts.by_code[code->key];
    for (const std::string& group : code->groups)
        if (counts_for(codebook, event, group)) ++counts.by_group[group];
}

Counts tally(const codes::Codebook& codebook, const std::vector<codes::Event>& events) {
    Counts counts;
    for (const codes::Group& group : codebook.groups) counts.by_group[group.key] = 0;
    for (const codes::Code& code : codebook.codes) {
        counts.by_code[code.key] = 0;
        for (const std::string& group : code.groups) counts.by_group[group] += 0;
    }
    for (const codes::Event& event : events) count(codebook, event, counts);
    for (const auto* keys : {&counts.by_code, &counts.by_group})
        for (const auto& [key, times] : *keys) counts.seconds["time." + key] = seconds_coded(codebook, events, key);
    return counts;
}

std::map<std::string, MeasureValue> measures(const codes::Codebook& codebook, const Inputs& inputs) {
    std::map<std::string, MeasureValue> results;
    for (const codes::Measure& measure : codebook.measures) {
        try {
            results[measure.key] = MeasureFormula(codebook, measure).evaluate([&](const std::string& name) {
                return value_of_name(codebook, inputs, name);
            });
        } catch (const base::Error& mistake) {
            throw base::Error(fmt::format(fmt::runtime(_("Codebook \"{}\", measure \"{}\": {}")), codebook.key,
                                          measure.key, mistake.what()));
        }
    }
    return results;
}

std::optional<double> value_of(const codes::Codebook& codebook, const Inputs& inputs, const std::string& formula) {
    return Formula(formula).evaluate([&](const std::string& name) { return value_of_name(codebook, inputs, name); });
}

Inputs inputs_for(const codes::Codebook& codebook, const codes::Coding& coding, const std::vector<talk::Turn>& turns,
                  base::Time duration) {
    const bool roles_known =
        std::any_of(turns.begin(), turns.end(), [](const auto& turn) { return turn.role != talk::Role::Unknown; });
    const auto heard = coding.segment ? turns_within(turns, coding.segment->span) : turns;
    return {.counts = tally(codebook, coded_events(coding)),
            .ratings = coding.ratings,
            .talk_time = roles_known ? std::optional(talk::talk_time(heard)) : std::nullopt,
            .duration = coding.segment ? coding.segment->span.length() : duration,
            .talk = talk::talk_measures(turns, coding.segment ? coding.segment->span : whole(turns, duration))};
}

}  // namespace analysis
