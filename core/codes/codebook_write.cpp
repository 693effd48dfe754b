#include "codes/codebook.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace codes {

namespace {

// Members in the order in which they are written, as a person would.
using OrderedJson = nlohmann::ordered_json;

OrderedJson json_of(const Words& words) {
    if (words.nl.empty()) return words.en;
    return {{"en", words.en}, {"nl", words.nl}};
}

std::string text_of(Side side) {
    return side == Side::Professional ? "professional" : "client";
}

std::string text_of(Extent extent) {
    switch (extent) {
        case Extent::Point:
            return "point";
        case Extent::Span:
            return "span";
        case Extent::Utterance:
            return "utterance";
    }
    return "point";
}

std::string text_of(MeasureFormat format) {
    switch (format) {
        case MeasureFormat::Ratio:
            return "ratio";
        case MeasureFormat::Percentage:
            return "percentage";
        case MeasureFormat::Count:
            return "count";
        case MeasureFormat::Mean:
            return "mean";
    }
    return "count";
}

std::string text_of(RuleKind kind) {
    switch (kind) {
        case RuleKind::Once:
            return "once";
        case RuleKind::Pyramid:
            return "pyramid";
        case RuleKind::Exclusion:
            return "exclusion";
    }
    return "once";
}

std::string text_of(const Colour& colour) {
    return fmt::format("#{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue);
}

// What is at its default is left out, as it would be in a file written by hand.
void add_words(OrderedJson& json, const char* name, const Words& words) {
    if (words != Words{}) json[name] = json_of(words);
}
void add_text(OrderedJson& json, const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
}
void add_texts(OrderedJson& json, const char* name, const std::vector<std::string>& texts) {
    if (!texts.empty()) json[name] = texts;
}
void add_number(OrderedJson& json, const char* name, const std::optional<double>& number) {
    if (number) json[name] = *number;
}

OrderedJson json_of(const Code& code) {
    OrderedJson json = {{"key", code.key}, {"side", text_of(code.side)}, {"extent", text_of(code.extent)}};
    json["label"] = json_of(code.label);
    if (code.short_label != code.label) json["short_label"] = json_of(code.short_label);
    add_words(json, "definition", code.definition);
    for (const Words& example : code.examples) json["examples"].push_back(json_of(example));
    add_text(json, "parent", code.parent);
    if (!code.ends_volley) json["ends_volley"] = false;
    if (code.asks) json["asks"] = true;
    json["colour"] = text_of(code.colour);
    add_text(json, "default_key", code.default_key);
    add_texts(json, "groups", code.groups);
    add_texts(json, "attributes", code.attributes);
    return json;
}

OrderedJson json_of(const Group& group) {
    OrderedJson json = {{"key", group.key}, {"label", json_of(group.label)}};
    for (const auto& [attribute, values] : group.where) json["where"][attribute] = values;
    return json;
}

OrderedJson json_of(const Attribute& attribute) {
    OrderedJson json = {{"key", attribute.key}, {"label", json_of(attribute.label)}, {"values", OrderedJson::array()}};
    for (std::size_t index = 0; index < attribute.values.size(); ++index) {
        const std::string& value = attribute.values[index];
        const Words bare{value, ""};
        const Words& label = index < attribute.value_labels.size() ? attribute.value_labels[index] : bare;
        json["values"].push_back(label == bare ? OrderedJson(value)
                                               : OrderedJson{{"value", value}, {"label", json_of(label)}});
    }
    return json;
}

OrderedJson json_of(const Rating& rating) {
    OrderedJson json = {{"key", rating.key}, {"label", json_of(rating.label)}};
    add_text(json, "item", rating.item);
    add_words(json, "definition", rating.definition);
    json["minimum"] = rating.minimum;
    json["maximum"] = rating.maximum;
    json["standard"] = rating.standard;
    for (const auto& [value, words] : rating.anchors) json["anchors"][std::to_string(value)] = json_of(words);
    return json;
}

OrderedJson json_of(const Measure& measure) {
    OrderedJson json = {{"key", measure.key}, {"label", json_of(measure.label)}, {"format", text_of(measure.format)}};
    json["numerator"] = measure.numerator;
    add_text(json, "denominator", measure.denominator);
    add_number(json, "fair", measure.fair);
    add_number(json, "good", measure.good);
    if (measure.better == Better::Lower) json["better"] = "lower";
    add_words(json, "threshold_source", measure.threshold_source);
    add_words(json, "caveat", measure.caveat);
    if (measure.few_below != 0) json["few_below"] = measure.few_below;
    if (measure.by_thirds) json["by_thirds"] = true;
    return json;
}

OrderedJson json_of(const Rule& rule) {
    OrderedJson json = {{"key", rule.key}, {"kind", text_of(rule.kind)}};
    json["scope"] = rule.scope == RuleScope::Volley ? "volley" : "utterance";
    json["codes"] = rule.codes;
    add_texts(json, "excluded", rule.excluded);
    json["reason"] = json_of(rule.reason);
    add_words(json, "source", rule.source);
    return json;
}

OrderedJson json_of(const ChecklistItem& item) {
    OrderedJson json = {{"key", item.key}, {"label", json_of(item.label)}};
    add_words(json, "definition", item.definition);
    return json;
}

OrderedJson json_of(const Checklist& checklist) {
    OrderedJson json = {{"key", checklist.key}, {"label", json_of(checklist.label)}};
    add_words(json, "source", checklist.source);
    for (const ChecklistItem& item : checklist.items) json["items"].push_back(json_of(item));
    return json;
}

OrderedJson json_of(const Phase& phase) {
    return {{"key", phase.key}, {"label", json_of(phase.label)}, {"colour", text_of(phase.colour)}};
}

OrderedJson json_of(const PermissionWindow& window) {
    OrderedJson json = {{"opened_by", window.opened_by}};
    add_texts(json, "closed_by", window.closed_by);
    json["at_most_s"] = window.at_most.seconds();
    return json;
}

OrderedJson json_of(const Hint& hint) {
    OrderedJson json = {
        {"key", hint.key}, {"kind", hint.kind == HintKind::Early ? "early" : "occurs"}, {"codes", hint.codes}};
    add_texts(json, "needs", hint.needs);
    json["text"] = json_of(hint.text);
    add_words(json, "source", hint.source);
    return json;
}

OrderedJson json_of(const Coverage& coverage) {
    return {{"key", coverage.key}, {"label", json_of(coverage.label)}, {"parts", coverage.parts}};
}

OrderedJson json_of(const Curve& curve) {
    OrderedJson json = {{"key", curve.key}, {"label", json_of(curve.label)}, {"up", curve.up}};
    add_texts(json, "down", curve.down);
    return json;
}

OrderedJson json_of(const Pair& pair) {
    OrderedJson json = {{"key", pair.key}, {"label", json_of(pair.label)}};
    if (pair.kind == PairKind::Before) json["kind"] = "before";
    json["given"] = pair.given;
    add_texts(json, "after", pair.after);
    add_texts(json, "then", pair.then);
    if (pair.lag != 1) json["lag"] = pair.lag;
    if (pair.within) json["within_s"] = pair.within->seconds();
    if (pair.few_below != Pair{}.few_below) json["few_below"] = pair.few_below;
    if (pair.strength) json["strength"] = true;
    return json;
}

OrderedJson json_of(const SelfQuestion& question) {
    OrderedJson json = {{"key", question.key}, {"label", json_of(question.label)}};
    add_text(json, "professional", question.professional);
    add_text(json, "client", question.client);
    return json;
}

OrderedJson json_of(const SelfEstimate& estimate) {
    return {{"key", estimate.key},         {"label", json_of(estimate.label)}, {"measure", estimate.measure},
            {"minimum", estimate.minimum}, {"maximum", estimate.maximum},      {"step", estimate.step}};
}

template <class T>
void add_parts(OrderedJson& json, const char* name, const std::vector<T>& parts) {
    for (const T& part : parts) json[name].push_back(json_of(part));
}

}  // namespace

std::string to_json(const Codebook& codebook) {
    OrderedJson json = {{"key", codebook.key}, {"version", codebook.version}, {"title", json_of(codebook.title)}};
    add_words(json, "use", codebook.use);
    add_words(json, "source", codebook.source);
    add_parts(json, "groups", codebook.groups);
    add_parts(json, "attributes", codebook.attributes);
    add_parts(json, "codes", codebook.codes);
    add_parts(json, "ratings", codebook.ratings);
    add_parts(json, "measures", codebook.measures);
    add_parts(json, "rules", codebook.rules);
    if (codebook.counting == Counting::Volleys) json["counting"] = "volleys";
    add_parts(json, "checklists", codebook.checklists);
    add_parts(json, "phases", codebook.phases);
    if (codebook.permission) json["permission"] = json_of(*codebook.permission);
    add_parts(json, "hints", codebook.hints);
    add_parts(json, "coverages", codebook.coverages);
    add_parts(json, "curves", codebook.curves);
    add_parts(json, "pairs", codebook.pairs);
    add_parts(json, "self_questions", codebook.self_questions);
    add_parts(json, "self_estimates", codebook.self_estimates);
    add_texts(json, "quotes", codebook.quotes);
    add_text(json, "quotes_by", codebook.quotes_by);
    // Text that is not UTF-8 must not end the program that writes it; reading it back then says what is wrong.
    return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace codes
