#include "codes/codebook.h"

#include "base/error.h"
#include "base/paths.h"
#include "codes/document.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <set>
#include <tuple>

namespace codes {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFile = 4 << 20;

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
    place.allow_only({"key", "side", "extent", "label", "short_label", "definition", "colour", "default_key", "groups",
                      "attributes"});
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

Rating read_rating(const Place& place) {
    place.allow_only({"key", "label", "definition", "minimum", "maximum", "standard", "anchors"});
    Rating rating;
    rating.key = place.key("key");
    rating.label = place.words("label");
    rating.definition = place.words_or_none("definition");
    rating.minimum = place.whole_or("minimum", 1);
    rating.maximum = place.whole_or("maximum", 5);
    if (rating.minimum >= rating.maximum) place.refuse(_("“minimum” must be below “maximum”."));
    rating.standard = place.whole_or("standard", (rating.minimum + rating.maximum) / 2);
    const auto in_range = [&](int value) { return value >= rating.minimum && value <= rating.maximum; };
    if (!in_range(rating.standard)) place.refuse(_("“standard” must lie between “minimum” and “maximum”."));
    if (!place.has("anchors")) return rating;
    const Place anchors = place.at("anchors");
    if (!anchors.value().is_object()) anchors.refuse(_("an object {…} is expected here."));
    for (const auto& [name, words] : anchors.value().items()) {
        int value = 0;
        const char* end = name.data() + name.size();
        const auto read = std::from_chars(name.data(), end, value);
        if (read.ptr != end || read.ec != std::errc{} || !in_range(value)) {
            anchors.refuse(fmt::format(fmt::runtime(_("“{}” is not a value of this rating.")), name));
        }
        rating.anchors[value] = anchors.words(name.c_str());
    }
    return rating;
}

Measure read_measure(const Place& place) {
    place.allow_only({"key", "label", "format", "numerator", "denominator", "fair", "good", "better",
                      "threshold_source", "caveat", "few_below"});
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
    return measure;
}

// What must hold between the parts: names that are unique, and names that exist.
class Names {
public:
    void add(const Place& place, const std::string& key) {
        if (!known_.insert(key).second) {
            place.refuse(fmt::format(fmt::runtime(_("“{}” is there twice.")), key));
        }
    }
    void require(const Place& place, const char* list, const std::vector<std::string>& keys) const {
        for (const std::string& key : keys) {
            if (known_.count(key) == 0) {
                place.at(list).refuse(fmt::format(fmt::runtime(_("“{}” is not defined in this codebook.")), key));
            }
        }
    }

private:
    std::set<std::string> known_;
};

// Each attribute that a group asks for exists, with the values that it asks for.
void check_condition(const Place& where, const std::string& key, const std::vector<std::string>& wanted,
                     const std::vector<Attribute>& attributes) {
    const auto attribute = std::find_if(attributes.begin(), attributes.end(),
                                        [&](const Attribute& candidate) { return candidate.key == key; });
    if (attribute == attributes.end()) {
        where.refuse(fmt::format(fmt::runtime(_("“{}” is not defined in this codebook.")), key));
    }
    if (wanted.empty()) where.at(key.c_str()).refuse(_("at least one value is expected here."));
    for (const std::string& value : wanted) {
        if (std::count(attribute->values.begin(), attribute->values.end(), value) == 0) {
            where.at(key.c_str())
                .refuse(fmt::format(fmt::runtime(_("“{}” is not a value of the attribute {}.")), value, key));
        }
    }
}

Group read_group(const Place& place, const std::vector<Attribute>& attributes) {
    place.allow_only({"key", "label", "where"});
    Group group{place.key("key"), place.words("label")};
    if (!place.has("where")) return group;
    const Place where = place.at("where");
    if (!where.value().is_object()) where.refuse(_("an object {…} is expected here."));
    for (const auto& [key, values] : where.value().items()) {
        if (key == "comment") continue;
        group.where[key] = where.texts(key.c_str());
        check_condition(where, key, group.where[key], attributes);
    }
    return group;
}

void read_codes(const Place& top, Codebook& codebook, Names& counted, const Names& groups, const Names& attributes) {
    Names pad_keys;
    top.each("codes", [&](const Place& place) {
        const Code& code = codebook.codes.emplace_back(read_code(place));
        counted.add(place.at("key"), code.key);
        groups.require(place, "groups", code.groups);
        attributes.require(place, "attributes", code.attributes);
        if (!code.default_key.empty()) pad_keys.add(place.at("default_key"), code.default_key);
    });
    if (codebook.codes.empty()) top.refuse(_("a codebook needs at least one code in “codes”."));
}

std::string whole_file(const std::string& path) {
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(path, failed);
    std::ifstream file(path, std::ios::binary);
    if (failed || !file) throw base::Error(fmt::format(fmt::runtime(_("{}: this codebook cannot be read.")), path));
    if (size > kLargestFile) {
        throw base::Error(fmt::format(fmt::runtime(_("{}: this file is too large to be a codebook.")), path));
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

const Code* Codebook::find(const std::string& code_key) const {
    const auto found = std::find_if(codes.begin(), codes.end(), [&](const Code& code) { return code.key == code_key; });
    return found == codes.end() ? nullptr : &*found;
}

const Group* Codebook::find_group(const std::string& group_key) const {
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const Group& group) { return group.key == group_key; });
    return found == groups.end() ? nullptr : &*found;
}

Codebook parse_codebook(const std::string& json, const std::string& where) {
    const Json document = parse_document(json, where);
    const Place top(document, where);
    top.allow_only({"key", "version", "title", "use", "source", "codes", "groups", "attributes", "ratings", "measures"});
    Codebook codebook;
    codebook.json = json;
    codebook.key = top.key("key");
    codebook.version = top.key("version");
    codebook.title = top.words("title");
    codebook.use = top.words_or_none("use");
    codebook.source = top.words_or_none("source");

    // Codes, groups and ratings share one set of names: formulas refer to all three.
    Names counted;
    Names groups;
    Names attributes;
    Names measures;
    top.each("attributes", [&](const Place& place) {
        codebook.attributes.push_back(read_attribute(place));
        attributes.add(place.at("key"), codebook.attributes.back().key);
    });
    top.each("groups", [&](const Place& place) {
        codebook.groups.push_back(read_group(place, codebook.attributes));
        counted.add(place.at("key"), codebook.groups.back().key);
        groups.add(place.at("key"), codebook.groups.back().key);
    });
    read_codes(top, codebook, counted, groups, attributes);
    top.each("ratings", [&](const Place& place) {
        codebook.ratings.push_back(read_rating(place));
        counted.add(place.at("key"), codebook.ratings.back().key);
    });
    top.each("measures", [&](const Place& place) {
        codebook.measures.push_back(read_measure(place));
        measures.add(place.at("key"), codebook.measures.back().key);
    });
    return codebook;
}

Codebook load_codebook(const std::string& path) {
    return parse_codebook(whole_file(path), path);
}

std::vector<Codebook> shipped_codebooks() {
    std::vector<Codebook> codebooks;
    for (const fs::directory_entry& entry : fs::directory_iterator(base::asset("codebooks"))) {
        if (entry.path().extension() == ".json") codebooks.push_back(load_codebook(entry.path().string()));
    }
    std::sort(codebooks.begin(), codebooks.end(), [](const Codebook& a, const Codebook& b) {
        const auto place = [](const Codebook& book) {
            return std::make_tuple(book.key != kDefaultCodebook, book.key, book.version);
        };
        return place(a) < place(b);
    });
    return codebooks;
}

}  // namespace codes
