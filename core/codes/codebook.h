// A codebook as data: codes, groups, ratings, measures. Read from JSON (docs/codebook-format.md); a value that never
// changes once a coding uses it, since its version is part of its name.
#pragma once

#include "base/i18n.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace codes {

enum class Side { Professional, Client };
enum class Extent { Point, Span };

// A text in both languages; English stands in where Dutch is missing.
struct Words {
    std::string en;
    std::string nl;

    const std::string& in(base::Language language) const {
        return language == base::Language::Dutch && !nl.empty() ? nl : en;
    }
    bool operator==(const Words&) const = default;
};

struct Colour {
    unsigned char red = 0, green = 0, blue = 0;
    bool operator==(const Colour&) const = default;
};

// What can be said about an event besides its code, e.g. strength -3..3 or with/without permission.
struct Attribute {
    std::string key;
    Words label;
    std::vector<std::string> values;  // allowed values, in order
    std::vector<Words> value_labels;  // as many as values
};

struct Code {
    std::string key;  // stable, lower case, never translated
    Side side = Side::Professional;
    Extent extent = Extent::Point;
    Words label;
    Words short_label;  // fits a timeline lane; the label where empty
    Words definition;   // one line
    Colour colour;
    std::string default_key;  // one letter or digit as printed on the key; may be empty
    std::vector<std::string> groups;
    std::vector<std::string> attributes;  // keys of the codebook's attributes that apply
};

// What formulas and reports take together: the events of the codes that name it. Where it has conditions, only those
// events that carry one of the given values of each attribute: {"valence": ["+"]}.
struct Group {
    std::string key;
    Words label;
    std::map<std::string, std::vector<std::string>> where = {};
};

struct Rating {
    std::string key;
    Words label;
    Words definition;
    int minimum = 1;
    int maximum = 5;
    int standard = 3;  // where the rater starts
    std::map<int, Words> anchors;
};

enum class Better { Higher, Lower };
enum class MeasureFormat { Ratio, Percentage, Count, Mean };

// A formula over counts (by code or group key), ratings and talk time: value = numerator / denominator. See
// analysis/formulas.h for the grammar.
struct Measure {
    std::string key;
    Words label;
    MeasureFormat format = MeasureFormat::Percentage;
    std::string numerator;
    std::string denominator;     // empty for Count
    std::optional<double> fair;  // thresholds, on the value (a percentage as a fraction)
    std::optional<double> good;
    Better better = Better::Higher;  // which side of a threshold has reached it
    Words threshold_source;
    Words caveat;
    double few_below = 0;  // a denominator under this is "too few to say"
};

struct Codebook {
    std::string key;      // "gespreksvoering-basis"
    std::string version;  // "1.0"
    Words title;
    Words source;
    std::vector<Code> codes;  // in the order of the pad
    std::vector<Group> groups;
    std::vector<Attribute> attributes;
    std::vector<Rating> ratings;
    std::vector<Measure> measures;
    std::string json;  // the document it was read from, word for word

    const Code* find(const std::string& code_key) const;
    const Group* find_group(const std::string& group_key) const;
};

// What a new coding uses when nobody chose.
inline constexpr const char* kDefaultCodebook = "gespreksvoering-basis";

// Throws base::Error that names `where` (a file) and the place of the mistake.
Codebook parse_codebook(const std::string& json, const std::string& where);
Codebook load_codebook(const std::string& path);
// Those that come with the program: the default one first, the others by key.
std::vector<Codebook> shipped_codebooks();

}  // namespace codes
