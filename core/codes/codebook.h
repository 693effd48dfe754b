// A codebook as data: codes, groups, ratings, measures. Read from JSON (docs/codebook-format.md); a value that never
// changes once a coding uses it, since its version is part of its name.
#pragma once

#include "base/i18n.h"
#include "base/time.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace codes {

enum class Side { Professional, Client };
// An utterance is a stretch marked beforehand (Coding::utterances) that the code then names as a whole.
enum class Extent { Point, Span, Utterance };

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

    bool operator==(const Attribute&) const = default;
};

struct Code {
    std::string key;  // stable, lower case, never translated
    Side side = Side::Professional;
    Extent extent = Extent::Point;
    Words label;
    Words short_label;  // fits a timeline lane; the label where empty
    Words definition;   // one line
    std::vector<Words> examples;
    std::string parent;       // the code that this one is a kind of; empty: none
    bool ends_volley = true;  // false for what a listener says meanwhile ("ja", "hm"): the other goes on speaking
    bool asks = false;        // a direct question: even a listener's "ja" after it is an answer, and ends the volley
    Colour colour;
    std::string default_key;  // one letter or digit as printed on the key; may be empty
    std::vector<std::string> groups;
    std::vector<std::string> attributes;  // keys of the codebook's attributes that apply

    bool operator==(const Code&) const = default;
};

// What formulas and reports take together: the events of the codes that name it. Where it has conditions, only those
// events that carry one of the given values of each attribute: {"valence": ["+"]}.
struct Group {
    std::string key;
    Words label;
    std::map<std::string, std::vector<std::string>> where = {};

    bool operator==(const Group&) const = default;
};

// An item that is rated twice (adherence and competence, say) is two ratings that name the same item.
struct Rating {
    std::string key;
    std::string item;  // empty: rated once
    Words label;
    Words definition;
    int minimum = 1;
    int maximum = 5;
    int standard = 3;  // where the rater starts
    std::map<int, Words> anchors;

    bool operator==(const Rating&) const = default;
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
    double few_below = 0;    // a denominator under this is "too few to say"
    bool by_thirds = false;  // the report shows it for each third of what was coded, too

    bool operator==(const Measure&) const = default;
};

// What counting by volley does with the events of one volley or one utterance; the events themselves stay.
enum class RuleKind {
    Once,       // each of the codes counts at most once
    Pyramid,    // of the codes, the highest present counts, the others do not; the first is the top
    Exclusion,  // where one of `codes` is present, none of `excluded` counts
};
enum class RuleScope { Volley, Utterance };
// What a report counts when nothing else is said.
enum class Counting { Events, Volleys };
struct Rule {
    std::string key;
    RuleKind kind = RuleKind::Once;
    RuleScope scope = RuleScope::Volley;
    std::vector<std::string> codes;
    std::vector<std::string> excluded;
    Words reason;  // shown where the rule changed a count
    Words source;

    bool operator==(const Rule&) const = default;
};

struct ChecklistItem {
    std::string key;
    Words label;
    Words definition;

    bool operator==(const ChecklistItem&) const = default;
};
struct Checklist {
    std::string key;
    Words label;
    Words source;
    std::vector<ChecklistItem> items;

    bool operator==(const Checklist&) const = default;
};

// What a stretch of the conversation is for: engage, focus, evoke, plan.
struct Phase {
    std::string key;
    Words label;
    Colour colour;

    bool operator==(const Phase&) const = default;
};

// After an event of one of `opened_by`, permission stands until one of `closed_by`, or for `at_most`.
struct PermissionWindow {
    std::vector<std::string> opened_by;
    std::vector<std::string> closed_by;
    base::Time at_most;

    bool operator==(const PermissionWindow&) const = default;
};

// A known trap, said where it happens and never in the way.
enum class HintKind {
    Early,   // an event of `codes` before each of `needs` (codes or groups) was heard
    Occurs,  // an event of `codes`, or a tick on one of `codes` (a checklist): `text` says what follows from it
};
struct Hint {
    std::string key;
    HintKind kind = HintKind::Occurs;
    std::vector<std::string> codes;
    std::vector<std::string> needs;
    Words text;
    Words source;

    bool operator==(const Hint&) const = default;
};

// A line over time: up with each event of `up`, down with each of `down` (codes or groups).
struct Curve {
    std::string key;
    Words label;
    std::vector<std::string> up;
    std::vector<std::string> down;

    bool operator==(const Curve&) const = default;
};

// A question about what came next, ready to be asked: how often one of `then` followed one of `given`.
enum class PairKind {
    Next,    // `then` came next: `lag` codes later, or as the first `within` a time
    Before,  // `given` came before each of `then` had been heard
};
struct Pair {
    std::string key;
    Words label;
    PairKind kind = PairKind::Next;
    std::vector<std::string> given;  // codes or groups, as are the others
    std::vector<std::string> after;  // `given` only where one of these came right before it; none: everywhere
    std::vector<std::string> then;   // none: whatever the other side did
    int lag = 1;
    std::optional<base::Time> within;
    int few_below = 5;      // fewer times than this of `given` is "too few to say"
    bool strength = false;  // where it happened, the professional was at their best

    bool operator==(const Pair&) const = default;
};

// What the trainee answers before any number is shown. `professional` and `client` are formulas; the larger is what was
// measured. Empty: nothing measures it.
struct SelfQuestion {
    std::string key;
    Words label;
    std::string professional;
    std::string client;

    bool operator==(const SelfQuestion&) const = default;
};

// A measure that the trainee estimates before any number is shown, somewhere from `minimum` to `maximum`.
struct SelfEstimate {
    std::string key;
    Words label;
    std::string measure;  // its key
    double minimum = 0;   // a percentage as a fraction
    double maximum = 1;
    double step = 0.05;

    bool operator==(const SelfEstimate&) const = default;
};

// Which of several things were heard at all: desire, ability, reason, need.
struct Coverage {
    std::string key;
    Words label;
    std::vector<std::string> parts;  // keys of codes or groups

    bool operator==(const Coverage&) const = default;
};

struct Codebook {
    std::string key;      // "gespreksvoering-basis"
    std::string version;  // "1.0"
    Words title;
    Words use;  // what it is for, in one line
    Words source;
    std::vector<Code> codes;  // in the order of the pad
    std::vector<Group> groups;
    std::vector<Attribute> attributes;
    std::vector<Rating> ratings;
    std::vector<Measure> measures;
    std::vector<Rule> rules;  // in the order in which they are applied
    Counting counting = Counting::Events;
    std::vector<Checklist> checklists;
    std::vector<Phase> phases;
    std::optional<PermissionWindow> permission;
    std::vector<Hint> hints;
    std::vector<Coverage> coverages;
    std::vector<Curve> curves;
    std::vector<Pair> pairs;
    std::vector<SelfQuestion> self_questions;
    std::vector<SelfEstimate> self_estimates;
    std::vector<std::string> quotes;  // codes or groups whose words the report quotes ...
    std::string quotes_by;            // ... those first whose attribute of this key is farthest from 0
    std::string json;                 // the document it was read from, word for word

    const Code* find(const std::string& code_key) const;
    const Group* find_group(const std::string& group_key) const;

    bool operator==(const Codebook&) const = default;
};
// Whether they say the same, however their documents are written.
bool say_the_same(Codebook a, const Codebook& b);

// What a new coding uses when nobody chose.
inline constexpr const char* kDefaultCodebook = "gespreksvoering-basis";

// Throws base::Error that names `where` (a file) and the place of the mistake.
Codebook parse_codebook(const std::string& json, const std::string& where);
Codebook load_codebook(const std::string& path);
// A document that parse_codebook() reads as a codebook that says the same, when it accepts it: write, then parse,
// checks a codebook that was made in the program.
std::string to_json(const Codebook& codebook);
// Those that come with the program: the default one first, the others by key.
std::vector<Codebook> shipped_codebooks();

}  // namespace codes
