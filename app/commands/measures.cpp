// terugblik measures CODING: tallies, and the codebook's formulas with their counts.
#include "analysis/measures.h"

#include "app/commands/find.h"
#include "app/commands/talk.h"
#include "base/i18n.h"

#include <cmath>
#include <fmt/format.h>

namespace commands {

namespace {

Json or_null(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
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

Json measures_json(const std::map<std::string, analysis::MeasureValue>& values) {
    Json json = Json::object();
    for (const auto& [key, value] : values)
        json[key] = {{"value", or_null(value.value)},
                     {"numerator", or_null(value.numerator)},
                     {"denominator", or_null(value.denominator)},
                     {"low", or_null(value.low)},
                     {"high", or_null(value.high)},
                     {"band", key_of(value.band)}};
    return json;
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

Answer measures(const Common& common, const std::string& name, const std::string& counting) {
    library::SqliteLibrary library = existing_library(common);
    const codes::Coding coding = find_coding(library, name);
    const codes::Codebook codebook = codebook_of(library, coding);
    if (counting == "volleys")
        throw base::Error(fmt::format(
            fmt::runtime(_("The codebook {} has no rules for volleys. Count events instead.")), codebook.key));
    const analysis::Inputs inputs = analysis::inputs_for(codebook, coding, library.turns(coding.conversation),
                                                         duration_of(conversation_of(library, coding)));
    const auto values = analysis::measures(codebook, inputs);
    return {.json = {{"coding", coding.id.text},
                     {"codebook", codebook.key},
                     {"codebook_version", codebook.version},
                     {"counting", counting},
                     {"counts", inputs.counts.by_code},
                     {"groups", inputs.counts.by_group},
                     {"ratings", inputs.ratings},
                     {"talk_time", talk_time_json(inputs.talk_time)},
                     {"talk", talk_json(inputs.talk)},
                     {"duration_us", inputs.duration.microseconds},
                     {"measures", measures_json(values)}},
            .text = text_of(codebook, inputs, values),
            .failure = {}};
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
