#include "codes/codebook_parts.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace codes {

namespace {

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

}  // namespace

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

}  // namespace codes
