#include "codes/codebook.h"
#include "codes/codebook_references.h"
#include "codes/document.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fmt/format.h>

namespace codes {

namespace {

// A value of one of a few names.
template <class T>
T one_of(const Place& place, const char* name, const std::vector<std::pair<const char*, T>>& choices) {
    const std::string text = place.text(name);
    std::string allowed;
    for (const auto& [word, value] : choices) {
        if (text == word) return value;
        allowed += (allowed.empty() ? "" : ", ") + std::string(word);
    }
    place.at(name).refuse(fmt::format(fmt::runtime(_("“{}” is not one of: {}.")), text, allowed));
}

Colour read_colour(const Place& place) {
    const std::string text = place.text();
    unsigned value = 0;
    const char* end = text.data() + text.size();
    const bool hexadecimal =
        text.size() == 7 && text[0] == '#' && std::from_chars(text.data() + 1, end, value, 16).ptr == end;
    if (!hexadecimal) place.refuse(fmt::format(fmt::runtime(_("“{}” is not a colour like #0072B2.")), text));
    return {static_cast<unsigned char>(value >> 16), static_cast<unsigned char>(value >> 8 & 0xFF),
            static_cast<unsigned char>(value & 0xFF)};
}

std::string read_pad_key(const Place& place) {
    if (!place.has("default_key")) return {};
    const std::string text = place.text("default_key");
    if (text.empty()) return {};
    const auto letter = static_cast<unsigned char>(text[0]);
    if (text.size() != 1 || std::isalnum(letter) == 0) {
        place.at("default_key").refuse(fmt::format(fmt::runtime(_("“{}” is not one letter A-Z or digit.")), text));
    }
    return std::string(1, static_cast<char>(std::toupper(letter)));  // with braces it would be a list of two characters
}

Code read_code(const Place& place) {
    place.allow_only({"key", "side", "extent", "label", "short_label", "definition", "examples", "parent",
                      "ends_volley", "asks", "colour", "default_key", "groups", "attributes"});
    Code code;
    code.key = place.key("key");
    code.side = one_of<Side>(place, "side", {{"professional", Side::Professional}, {"client", Side::Client}});
    if (place.has("extent")) {
        code.extent = one_of<Extent>(
            place, "extent", {{"point", Extent::Point}, {"span", Extent::Span}, {"utterance", Extent::Utterance}});
    }
    code.label = place.words("label");
    code.short_label = place.has("short_label") ? place.words("short_label") : code.label;
    code.definition = place.words_or_none("definition");
    place.each("examples", [&](const Place& example) { code.examples.push_back(example.words()); });
    code.parent = place.text_or("parent", "");
    code.ends_volley = place.flag_or("ends_volley", true);
    code.asks = place.flag_or("asks", false);
    code.colour = read_colour(place.at("colour"));
    code.default_key = read_pad_key(place);
    code.groups = place.texts("groups");
    code.attributes = place.texts("attributes");
    return code;
}

Attribute read_attribute(const Place& place) {
    place.allow_only({"key", "label", "values"});
    Attribute attribute;
    attribute.key = place.key("key");
    attribute.label = place.words("label");
    place.each("values", [&](const Place& value) {
        const bool bare = value.value().is_string();
        if (!bare) value.allow_only({"value", "label"});
        const std::string text = bare ? value.text() : value.text("value");
        if (std::count(attribute.values.begin(), attribute.values.end(), text) > 0) {
            value.refuse(fmt::format(fmt::runtime(_("“{}” is there twice.")), text));
        }
        attribute.values.push_back(text);
        attribute.value_labels.push_back(!bare && value.has("label") ? value.words("label") : Words{text, ""});
    });
    if (attribute.values.empty()) place.refuse(_("an attribute needs at least one value in “values”."));
    return attribute;
}

Group read_group(const Place& place) {
    place.allow_only({"key", "label", "where"});
    Group group{place.key("key"), place.words("label")};
    if (!place.has("where")) return group;
    const Place where = place.at("where");
    if (!where.value().is_object()) where.refuse(_("an object {…} is expected here."));
    for (const auto& [attribute, values] : where.value().items()) {
        if (attribute == "comment") continue;
        group.where[attribute] = where.texts(attribute.c_str());
        if (group.where[attribute].empty()) {
            where.at(attribute.c_str()).refuse(_("at least one value is expected here."));
        }
    }
    return group;
}

std::map<int, Words> read_anchors(const Place& place, const Rating& rating) {
    if (!place.has("anchors")) return {};
    const Place anchors = place.at("anchors");
    if (!anchors.value().is_object()) anchors.refuse(_("an object {…} is expected here."));
    std::map<int, Words> read;
    for (const auto& [name, words] : anchors.value().items()) {
        int value = 0;
        const char* end = name.data() + name.size();
        const auto number = std::from_chars(name.data(), end, value);
        const bool whole = number.ptr == end && number.ec == std::errc{};
        if (!whole || value < rating.minimum || value > rating.maximum) {
            anchors.refuse(fmt::format(fmt::runtime(_("“{}” is not a value of this rating.")), name));
        }
        read[value] = anchors.words(name.c_str());
    }
    return read;
}

Rating read_rating(const Place& place) {
    place.allow_only({"key", "item", "label", "definition", "minimum", "maximum", "standard", "anchors"});
    Rating rating;
    rating.key = place.key("key");
    if (place.has("item")) rating.item = place.key("item");
    rating.label = place.words("label");
    rating.definition = place.words_or_none("definition");
    rating.minimum = place.whole_or("minimum", 1);
    rating.maximum = place.whole_or("maximum", 5);
    if (rating.minimum >= rating.maximum) place.refuse(_("“minimum” must be below “maximum”."));
    rating.standard = place.whole_or("standard", (rating.minimum + rating.maximum) / 2);
    if (rating.standard < rating.minimum || rating.standard > rating.maximum) {
        place.refuse(_("“standard” must lie between “minimum” and “maximum”."));
    }
    rating.anchors = read_anchors(place, rating);
    return rating;
}

Measure read_measure(const Place& place) {
    place.allow_only({"key", "label", "format", "numerator", "denominator", "fair", "good", "better",
                      "threshold_source", "caveat", "few_below", "by_thirds"});
    Measure measure;
    measure.key = place.key("key");
    measure.label = place.words("label");
    measure.format = one_of<MeasureFormat>(place, "format",
                                           {{"percentage", MeasureFormat::Percentage},
                                            {"ratio", MeasureFormat::Ratio},
                                            {"count", MeasureFormat::Count},
                                            {"mean", MeasureFormat::Mean}});
    measure.numerator = place.text("numerator");
    measure.denominator = place.text_or("denominator", "");
    if (measure.denominator.empty() != (measure.format == MeasureFormat::Count)) {
        place.refuse(_("a measure has a “denominator”, except a count, which has none."));
    }
    measure.fair = place.number("fair");
    measure.good = place.number("good");
    if (place.has("better")) {
        measure.better = one_of<Better>(place, "better", {{"higher", Better::Higher}, {"lower", Better::Lower}});
    }
    if (measure.better == Better::Lower && measure.fair && measure.good && *measure.good > *measure.fair) {
        place.refuse(_("where lower is better, “good” lies below “fair”."));
    }
    measure.threshold_source = place.words_or_none("threshold_source");
    measure.caveat = place.words_or_none("caveat");
    measure.few_below = place.number("few_below").value_or(0);
    measure.by_thirds = place.flag_or("by_thirds", false);
    return measure;
}

Rule read_rule(const Place& place) {
    place.allow_only({"key", "kind", "scope", "codes", "excluded", "reason", "source"});
    Rule rule;
    rule.key = place.key("key");
    rule.kind = one_of<RuleKind>(
        place, "kind", {{"once", RuleKind::Once}, {"pyramid", RuleKind::Pyramid}, {"exclusion", RuleKind::Exclusion}});
    if (place.has("scope")) {
        rule.scope =
            one_of<RuleScope>(place, "scope", {{"volley", RuleScope::Volley}, {"utterance", RuleScope::Utterance}});
    }
    rule.codes = place.texts("codes");
    rule.excluded = place.texts("excluded");
    rule.reason = place.words("reason");
    rule.source = place.words_or_none("source");
    const std::size_t fewest = rule.kind == RuleKind::Pyramid ? 2 : 1;
    if (rule.codes.size() < fewest) place.refuse(_("“codes” holds too few codes for this kind of rule."));
    if (rule.excluded.empty() == (rule.kind == RuleKind::Exclusion)) {
        place.refuse(_("an exclusion, and no other rule, has a list “excluded”."));
    }
    return rule;
}

Checklist read_checklist(const Place& place) {
    place.allow_only({"key", "label", "source", "items"});
    Checklist checklist{place.key("key"), place.words("label"), place.words_or_none("source"), {}};
    place.each("items", [&](const Place& item) {
        item.allow_only({"key", "label", "definition"});
        checklist.items.push_back({item.key("key"), item.words("label"), item.words_or_none("definition")});
    });
    if (checklist.items.empty()) place.refuse(_("a checklist needs at least one item in “items”."));
    return checklist;
}

Phase read_phase(const Place& place) {
    place.allow_only({"key", "label", "colour"});
    return {place.key("key"), place.words("label"), read_colour(place.at("colour"))};
}

PermissionWindow read_permission(const Place& place) {
    constexpr double kLongest = 24 * 3600;
    place.allow_only({"opened_by", "closed_by", "at_most_s"});
    PermissionWindow window{place.texts("opened_by"), place.texts("closed_by"), {}};
    if (window.opened_by.empty()) place.refuse(_("“opened_by” names at least one code."));
    const double seconds = place.at("at_most_s").number();
    if (!(seconds > 0) || seconds > kLongest) {
        place.at("at_most_s").refuse(_("a number of seconds above 0, at most a day, is expected here."));
    }
    window.at_most = base::seconds(seconds);
    return window;
}

Hint read_hint(const Place& place) {
    place.allow_only({"key", "kind", "codes", "needs", "text", "source"});
    Hint hint;
    hint.key = place.key("key");
    hint.kind = one_of<HintKind>(place, "kind", {{"early", HintKind::Early}, {"occurs", HintKind::Occurs}});
    hint.codes = place.texts("codes");
    hint.needs = place.texts("needs");
    hint.text = place.words("text");
    hint.source = place.words_or_none("source");
    if (hint.codes.empty()) place.refuse(_("a hint names at least one code in “codes”."));
    if (hint.needs.empty() == (hint.kind == HintKind::Early)) {
        place.refuse(_("a hint of the kind “early”, and no other, has a list “needs”."));
    }
    return hint;
}

Coverage read_coverage(const Place& place) {
    place.allow_only({"key", "label", "parts"});
    Coverage coverage{place.key("key"), place.words("label"), place.texts("parts")};
    if (coverage.parts.empty()) place.refuse(_("“parts” names at least one code or group."));
    return coverage;
}

Curve read_curve(const Place& place) {
    place.allow_only({"key", "label", "up", "down"});
    Curve curve{place.key("key"), place.words("label"), place.texts("up"), place.texts("down")};
    if (curve.up.empty()) place.refuse(_("“up” names at least one code or group."));
    return curve;
}

SelfQuestion read_self_question(const Place& place) {
    place.allow_only({"key", "label", "professional", "client"});
    SelfQuestion question{place.key("key"), place.words("label"), place.text_or("professional", ""),
                          place.text_or("client", "")};
    if (question.professional.empty() != question.client.empty()) {
        place.refuse(_("what is measured is measured for both: “professional” and “client”."));
    }
    return question;
}

template <class T>
std::vector<T> read_all(const Place& top, const char* list, T (*read)(const Place&)) {
    std::vector<T> all;
    top.each(list, [&](const Place& place) { all.push_back(read(place)); });
    return all;
}

}  // namespace

Codebook parse_codebook(const std::string& json, const std::string& where) {
    const Json document = parse_document(json, where);
    const Place top(document, where);
    top.allow_only({"key",     "version",        "title",  "use",        "source", "codes",      "groups", "attributes",
                    "ratings", "measures",       "rules", "counting",  "checklists", "phases", "permission", "hints",  "coverages",
                    "curves",  "self_questions", "quotes", "quotes_by"});
    Codebook codebook;
    codebook.json = json;
    codebook.key = top.key("key");
    codebook.version = top.key("version");
    codebook.title = top.words("title");
    codebook.use = top.words_or_none("use");
    codebook.source = top.words_or_none("source");
    codebook.attributes = read_all(top, "attributes", read_attribute);
    codebook.groups = read_all(top, "groups", read_group);
    codebook.codes = read_all(top, "codes", read_code);
    if (codebook.codes.empty()) top.refuse(_("a codebook needs at least one code in “codes”."));
    codebook.ratings = read_all(top, "ratings", read_rating);
    codebook.measures = read_all(top, "measures", read_measure);
    codebook.rules = read_all(top, "rules", read_rule);
    if (top.has("counting")) {
        codebook.counting =
            one_of<Counting>(top, "counting", {{"events", Counting::Events}, {"volleys", Counting::Volleys}});
    }
    codebook.checklists = read_all(top, "checklists", read_checklist);
    codebook.phases = read_all(top, "phases", read_phase);
    if (top.has("permission")) codebook.permission = read_permission(top.at("permission"));
    codebook.hints = read_all(top, "hints", read_hint);
    codebook.coverages = read_all(top, "coverages", read_coverage);
    codebook.curves = read_all(top, "curves", read_curve);
    codebook.self_questions = read_all(top, "self_questions", read_self_question);
    codebook.quotes = top.texts("quotes");
    codebook.quotes_by = top.text_or("quotes_by", "");
    check_references(top, codebook);
    return codebook;
}

}  // namespace codes
