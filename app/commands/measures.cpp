// terugblik measures CODING: tallies, and the codebook's formulas with their counts.
#include "analysis/measures.h"

#include "analysis/counted.h"
#include "analysis/hints.h"
#include "analysis/over_time.h"
#include "analysis/volleys.h"
#include "app/commands/find.h"
#include "app/commands/talk.h"
#include "base/i18n.h"

#include <cmath>
#include <fmt/format.h>

namespace commands {

namespace {

// What the codebook says of the part with this key, in the language of the screen.
template <class Part>
std::string words_of(const std::vector<Part>& parts, const std::string& key, codes::Words Part::*words) {
    for (const Part& part : parts)
        if (part.key == key) return (part.*words).in(base::language());
    return key;
}

Json key_of(analysis::Band band) {
    switch (band) {
        case analysis::Band::None:
            return nullptr;
        case analysis::Band::BelowFair:
            return "below_fair";
        case analysis::Band::Fair:
            return "fair";
        case analysis::Band::Good:
            return "good";
        case analysis::Band::TooFew:
            return "too_few";
    }
    return nullptr;
}

std::string words_for(analysis::Band band) {
    switch (band) {
        case analysis::Band::None:
            return "";
        case analysis::Band::BelowFair:
            return _("below fair");
        case analysis::Band::Fair:
            return _("fair");
        case analysis::Band::Good:
            return _("good");
        case analysis::Band::TooFew:
            return _("too few to say");
    }
    return "";
}

Json key_of(analysis::IntervalMethod method) {
    switch (method) {
        case analysis::IntervalMethod::Wilson:
            return "wilson_95";
        case analysis::IntervalMethod::WilsonOdds:
            return "wilson_odds_95";
        case analysis::IntervalMethod::None:
            break;
    }
    return nullptr;
}

Json value_json(const analysis::MeasureValue& value) {
    return {{"value", or_null(value.value)},
            {"numerator", or_null(value.numerator)},
            {"denominator", or_null(value.denominator)},
            {"low", or_null(value.low)},
            {"high", or_null(value.high)},
            {"interval", key_of(value.method)},
            {"band", key_of(value.band)}};
}

Json measures_json(const std::map<std::string, analysis::MeasureValue>& values) {
    Json json = Json::object();
    for (const auto& [key, value] : values) json[key] = value_json(value);
    return json;
}

Json thirds_json(const std::vector<analysis::Part>& thirds) {
    Json json = Json::object();
    for (const analysis::Part& third : thirds)
        for (const auto& [key, value] : third.measures) {
            Json one = value_json(value);
            one["from_us"] = third.span.from.microseconds;
            one["to_us"] = third.span.to.microseconds;
            json[key].push_back(std::move(one));
        }
    return json;
}

Json changed_json(const codes::Codebook& codebook, const std::vector<analysis::RuleChange>& changed) {
    Json list = Json::array();
    for (const analysis::RuleChange& change : changed)
        list.push_back({{"event", change.event.text},
                        {"at_us", change.at.microseconds},
                        {"code", change.code},
                        {"rule", change.rule},
                        {"reason", words_of(codebook.rules, change.rule, &codes::Rule::reason)}});
    return list;
}

Json hints_json(const codes::Codebook& codebook, const std::vector<analysis::RaisedHint>& hints) {
    Json list = Json::array();
    for (const analysis::RaisedHint& hint : hints)
        list.push_back({{"hint", hint.hint},
                        {"at_us", hint.at.microseconds},
                        {"by", hint.by},
                        {"event", hint.event ? Json(hint.event->text) : Json(nullptr)},
                        {"missing", hint.missing},
                        {"text", words_of(codebook.hints, hint.hint, &codes::Hint::text)}});
    return list;
}

Json coverage_json(const std::map<std::string, std::vector<analysis::HeardPart>>& coverages) {
    Json json = Json::object();
    for (const auto& [key, parts] : coverages)
        for (const analysis::HeardPart& part : parts)
            json[key].push_back({{"part", part.part},
                                 {"times", part.times},
                                 {"first_us", part.first ? Json(part.first->microseconds) : Json(nullptr)}});
    return json;
}

Json strength_json(const codes::Codebook& codebook, const codes::Coding& coding) {
    Json json = Json::object();
    for (const codes::Attribute& attribute : codebook.attributes) {
        if (!analysis::is_scale(attribute)) continue;
        json[attribute.key] = Json::array();
        for (const analysis::StrengthPoint& point : analysis::strengths(codebook, attribute.key, coding))
            json[attribute.key].push_back({{"event", point.event.text},
                                           {"at_us", point.at.microseconds},
                                           {"code", point.code},
                                           {"value", point.value}});
    }
    return json;
}

Json questions_json(const codes::Codebook& codebook, const codes::Coding& coding, base::Time duration) {
    const auto of = [&](codes::Side side) {
        return or_null(analysis::questions_per_minute(codebook, coding, side, duration));
    };
    return {{"professional", of(codes::Side::Professional)}, {"client", of(codes::Side::Client)}};
}

Json segment_json(const std::optional<codes::Segment>& segment) {
    if (!segment) return nullptr;
    return {{"from_us", segment->span.from.microseconds},
            {"to_us", segment->span.to.microseconds},
            {"seed", segment->seed ? Json(*segment->seed) : Json(nullptr)}};
}

Json talk_time_json(const std::optional<talk::TalkTime>& time) {
    if (!time) return nullptr;
    return {{"professional_us", time->professional.microseconds}, {"client_us", time->client.microseconds}};
}

std::string counted(const std::optional<double>& value) {
    if (!value) return _("n/a");
    return base::number(base::language(), *value, *value == std::round(*value) ? 0 : 3);
}

std::string value_text(const codes::Measure& measure, const analysis::MeasureValue& value) {
    if (!value.value) return _("n/a");
    if (measure.format == codes::MeasureFormat::Percentage)
        return base::number(base::language(), *value.value * 100, 0) + " %";
    return base::number(base::language(), *value.value, measure.format == codes::MeasureFormat::Count ? 0 : 2);
}

std::string measure_text(const codes::Measure& measure, const analysis::MeasureValue& value) {
    std::string text = fmt::format("  {:<28}{:>8}", measure.key, value_text(measure, value));
    if (measure.format != codes::MeasureFormat::Count)
        text += fmt::format("  {} / {}", counted(value.numerator), counted(value.denominator));
    if (value.low && value.high)
        text += fmt::format("  [{} – {}]", base::number(base::language(), *value.low, 2),
                            base::number(base::language(), *value.high, 2));
    const std::string band = words_for(value.band);
    return text + (band.empty() ? "" : "  " + band) + "\n";
}

std::string text_of(const codes::Codebook& codebook, const analysis::Inputs& inputs,
                    const std::map<std::string, analysis::MeasureValue>& values) {
    std::string text;
    for (const codes::Code& code : codebook.codes)
        text += fmt::format("  {:<28}{:>8}\n", code.key, inputs.counts.by_code.at(code.key));
    for (const auto& [key, value] : inputs.ratings) text += fmt::format("  {:<28}{:>8}\n", key, value);
    text += talk_text(inputs.talk);
    for (const codes::Measure& measure : codebook.measures) text += measure_text(measure, values.at(measure.key));
    return text;
}

std::string changed_text(const codes::Codebook& codebook, const std::vector<analysis::RuleChange>& changed) {
    std::string text;
    for (const analysis::RuleChange& change : changed)
        text += fmt::format(fmt::runtime(_("  {}  {} does not count: {}")), base::to_text(change.at), change.code,
                            words_of(codebook.rules, change.rule, &codes::Rule::reason)) +
                "\n";
    return text;
}

std::string hints_text(const codes::Codebook& codebook, const std::vector<analysis::RaisedHint>& hints) {
    std::string text;
    for (const analysis::RaisedHint& hint : hints)
        text +=
            fmt::format("  {}  {}\n", base::to_text(hint.at), words_of(codebook.hints, hint.hint, &codes::Hint::text));
    return text;
}

// The rules of the codebook over the volleys, and what is then left to count.
void count_by_volley(Answer& answer, analysis::Inputs& inputs, const codes::Codebook& codebook,
                     const codes::Coding& coding, const std::vector<talk::Turn>& turns) {
    if (codebook.rules.empty())
        throw base::Error(fmt::format(
            fmt::runtime(_("The codebook {} has no rules for volleys. Count events instead.")), codebook.key));
    const analysis::VolleyCount count = analysis::count_by_volley(codebook, coding, turns);
    inputs.counts = analysis::tally(codebook, count.counted);
    answer.json["volleys"] = {{"professional", count.professional}, {"client", count.client}};
    answer.json["changed"] = changed_json(codebook, count.changed);
    answer.json["warnings"] = Json::array();
    answer.text = changed_text(codebook, count.changed);
    if (count.counted.empty() || (count.professional > 0 && count.client > 0)) return;
    const std::string warning = _(
        "Only one side is heard here, so all of it is one volley. Code the other side too, mark its utterances, or add "
        "a transcript.");
    answer.json["warnings"].push_back(warning);
    answer.text += "  " + warning + "\n";
}

Answer measures(const Common& common, const std::string& name, const std::string& counting) {
    library::SqliteLibrary library = existing_library(common);
    const codes::Coding coding = find_coding(library, name);
    const codes::Codebook codebook = codebook_of(library, coding);
    const std::vector<talk::Turn> turns = library.turns(coding.conversation);
    const base::Time duration = duration_of(conversation_of(library, coding));
    analysis::Inputs inputs = analysis::inputs_for(codebook, coding, turns, duration);
    Answer answer;
    if (counting == "volleys") count_by_volley(answer, inputs, codebook, coding, turns);
    const auto values = analysis::measures(codebook, inputs);
    const auto hints = analysis::raised_hints(codebook, coding);
    answer.json.update({{"coding", coding.id.text},
                        {"codebook", codebook.key},
                        {"codebook_version", codebook.version},
                        {"counting", counting},
                        {"segment", segment_json(coding.segment)},
                        {"counts", inputs.counts.by_code},
                        {"groups", inputs.counts.by_group},
                        {"ratings", inputs.ratings},
                        {"talk_time", talk_time_json(inputs.talk_time)},
                        {"talk", talk_json(inputs.talk)},
                        {"duration_us", inputs.duration.microseconds},
                        {"questions_per_minute", questions_json(codebook, coding, duration)},
                        {"measures", measures_json(values)},
                        {"thirds", thirds_json(analysis::measures_by_part(codebook, coding, turns, duration))},
                        {"strength", strength_json(codebook, coding)},
                        {"coverage", coverage_json(analysis::coverages(codebook, coding))},
                        {"hints", hints_json(codebook, hints)}});
    answer.text = text_of(codebook, inputs, values) + answer.text + hints_text(codebook, hints);
    return answer;
}

}  // namespace

void add_measures(Menu& menu) {
    const auto coding = std::make_shared<std::string>();
    const auto counting = std::make_shared<std::string>("events");
    menu.add("measures", _("Tallies of a coding, and its codebook's formulas with their counts"),
             [coding, counting](const Common& common) { return measures(common, *coding, *counting); })
        .argument("CODING", *coding, _("its id, the beginning of its id, or its conversation"))
        .choice("--counting", *counting, {"events", "volleys"}, _("what is counted"));
}

}  // namespace commands
