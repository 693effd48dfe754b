#include "app/views/codebook_parts.h"

#include "base/i18n.h"

namespace app {

namespace {

using Kind = FieldKind;

Field key() {
    return {.member = "key", .kind = Kind::Key, .label = N_("Key"), .width = 0.5F, .is_required = true};
}
Field label() {
    return {.member = "label", .kind = Kind::Words, .label = N_("Label"), .is_required = true};
}
Field source() {
    return {.member = "source", .kind = Kind::LongWords, .label = N_("Source")};
}
Field colour() {
    return {.member = "colour", .kind = Kind::Colour, .label = N_("Colour")};
}
Field keys(const char* member, const char* label, std::vector<const char*> from, const char* explanation = "") {
    return {.member = member, .kind = Kind::Keys, .label = label, .from = std::move(from), .explanation = explanation};
}

Part about() {
    return {"",
            PartKind::Whole,
            N_("About"),
            "",
            N_("What this codebook is called, and where it comes from."),
            "{}",
            {{.member = "title", .kind = Kind::Words, .label = N_("Title"), .is_required = true},
             {.member = "key",
              .kind = Kind::Text,
              .label = N_("Key"),
              .width = 0.5F,
              .explanation = N_("Its name for scripts and other programs: a-z, 0-9, - _ and . only."),
              .is_required = true},
             {.member = "use", .kind = Kind::Words, .label = N_("What it is for, in one line")},
             {.member = "version",
              .kind = Kind::Text,
              .label = N_("Version"),
              .width = 0.5F,
              .explanation = N_("A saved version never changes; codings keep theirs."),
              .is_required = true},
             source(),
             keys("quotes", N_("Codes and groups whose words the report quotes"), {"codes", "groups"})}};
}

Part codes() {
    return {"codes",
            PartKind::List,
            N_("Codes"),
            N_("New code"),
            N_("What can be heard. Their order is that of the pad; Alt with an arrow moves one."),
            R"({"key": "", "side": "professional", "label": {"en": ""}, "colour": "#0072B2"})",
            {label(),
             {.member = "short_label", .kind = Kind::Words, .label = N_("Short label, for the timeline")},
             {.member = "side",
              .kind = Kind::Choice,
              .label = N_("Side"),
              .width = 0.5F,
              .choices = {{"professional", N_("Professional")}, {"client", N_("Client")}},
              .is_required = true},
             {.member = "extent",
              .kind = Kind::Choice,
              .label = N_("Marks"),
              .width = 0.5F,
              .choices = {{"point", N_("a moment")}, {"span", N_("a stretch")}, {"utterance", N_("an utterance")}}},
             {.member = "default_key", .kind = Kind::PadKey, .label = N_("Key on the keyboard"), .width = 0.5F},
             colour(),
             {.member = "definition", .kind = Kind::LongWords, .label = N_("Definition")},
             {.member = "examples", .kind = Kind::ListOfWords, .label = N_("Examples")},
             keys("groups", N_("Counts in these groups"), {"groups"}),
             keys("attributes", N_("What can be said about it"), {"attributes"}),
             {.member = "parent", .kind = Kind::OneKey, .label = N_("Is a kind of"), .width = 0.5F, .from = {"codes"}},
             key(),
             {.member = "ends_volley",
              .kind = Kind::Flag,
              .label = N_("Takes the turn"),
              .width = 0.5F,
              .choices = {{"true", ""}},
              .explanation = N_("Not ticked: said meanwhile, such as “hm”; the other goes on speaking.")},
             {.member = "asks",
              .kind = Kind::Flag,
              .label = N_("Asks"),
              .width = 0.5F,
              .choices = {{"false", ""}},
              .explanation = N_("Ticked: even “yes” after it is an answer.")}}};
}

Part groups() {
    return {"groups",
            PartKind::List,
            N_("Groups"),
            N_("New group"),
            N_("What formulas and reports take together. A code says itself in which groups it counts."),
            R"({"key": "", "label": {"en": ""}})",
            {label(),
             key(),
             {.member = "where",
              .kind = Kind::Conditions,
              .label = N_("Only events that carry one of these values"),
              .explanation = N_("Nothing chosen: every event of its codes.")}}};
}

Part attributes() {
    return {"attributes",
            PartKind::List,
            N_("Attributes"),
            N_("New attribute"),
            N_("What can be said about an event besides its code: strength, valence, with or without permission."),
            R"({"key": "", "label": {"en": ""}, "values": [{"value": "1"}]})",
            {label(),
             key(),
             {.member = "values",
              .kind = Kind::Rows,
              .label = N_("Values"),
              .row = {{.member = "value", .kind = Kind::Text, .label = N_("Value"), .width = 0.2F, .is_required = true},
                      {.member = "label", .kind = Kind::Words, .label = N_("Label"), .width = 0.8F}}}}};
}

Part ratings() {
    return {"ratings",
            PartKind::List,
            N_("Ratings"),
            N_("New rating"),
            N_("One judgement of the whole conversation, on a scale with anchors."),
            R"({"key": "", "label": {"en": ""}, "minimum": 1, "maximum": 5, "standard": 3})",
            {label(),
             {.member = "minimum", .kind = Kind::Whole, .label = N_("From"), .width = 0.25F},
             {.member = "maximum", .kind = Kind::Whole, .label = N_("To"), .width = 0.25F},
             {.member = "standard", .kind = Kind::Whole, .label = N_("Begins at"), .width = 0.25F},
             {.member = "definition", .kind = Kind::LongWords, .label = N_("Definition")},
             {.member = "anchors", .kind = Kind::Anchors, .label = N_("Anchors")},
             key(),
             {.member = "item",
              .kind = Kind::Text,
              .label = N_("Item"),
              .width = 0.5F,
              .explanation = N_("What is rated twice is two ratings with the same item.")}}};
}

Part measures() {
    return {"measures",
            PartKind::List,
            N_("Measures"),
            N_("New measure"),
            N_("What the report works out: counts and their proportions, with the lines to hold them against."),
            R"({"key": "", "label": {"en": ""}, "format": "count", "numerator": "0"})",
            {label(),
             {.member = "format",
              .kind = Kind::Choice,
              .label = N_("Shown as"),
              .choices = {{"percentage", N_("a percentage")},
                          {"ratio", N_("a ratio")},
                          {"count", N_("a count")},
                          {"mean", N_("a mean")}},
              .is_required = true},
             {.member = "numerator", .kind = Kind::Formula, .label = N_("Formula"), .is_required = true},
             {.member = "denominator", .kind = Kind::Formula, .label = N_("Divided by (not for a count)")},
             {.member = "fair", .kind = Kind::Number, .label = N_("Fair from"), .width = 0.25F},
             {.member = "good", .kind = Kind::Number, .label = N_("Good from"), .width = 0.25F},
             {.member = "few_below", .kind = Kind::Number, .label = N_("Too few below"), .width = 0.25F},
             {.member = "better",
              .kind = Kind::Choice,
              .label = N_("Better is"),
              .width = 0.5F,
              .choices = {{"higher", N_("higher")}, {"lower", N_("lower")}}},
             {.member = "by_thirds",
              .kind = Kind::Flag,
              .label = N_("For each third, too"),
              .width = 0.5F,
              .choices = {{"false", ""}}},
             {.member = "threshold_source", .kind = Kind::LongWords, .label = N_("Who says so")},
             {.member = "caveat", .kind = Kind::LongWords, .label = N_("What it does not say")},
             key()}};
}

Part rules() {
    return {"rules",
            PartKind::List,
            N_("Rules"),
            N_("New rule"),
            N_("What of one person's uninterrupted speech counts. The events themselves stay."),
            R"({"key": "", "kind": "once", "codes": [], "reason": {"en": ""}})",
            {{.member = "kind",
              .kind = Kind::Choice,
              .label = N_("Kind"),
              .choices = {{"once", N_("each counts once")},
                          {"pyramid", N_("only the highest counts")},
                          {"exclusion", N_("one excludes the other")}},
              .is_required = true},
             {.member = "scope",
              .kind = Kind::Choice,
              .label = N_("Within"),
              .choices = {{"volley", N_("a volley")}, {"utterance", N_("an utterance")}}},
             keys("codes", N_("Codes; of a pyramid, in the order chosen, the top first"), {"codes"}),
             keys("excluded", N_("Then these do not count (only where one excludes the other)"), {"codes"}),
             {.member = "reason",
              .kind = Kind::LongWords,
              .label = N_("Reason, shown with the count"),
              .is_required = true},
             source(),
             key()}};
}

Part checklists() {
    return {
        "checklists",
        PartKind::List,
        N_("Checklists"),
        N_("New checklist"),
        N_("Steps to be ticked when they were seen."),
        R"({"key": "", "label": {"en": ""}, "items": [{"key": "step_1", "label": {"en": ""}}]})",
        {label(),
         {.member = "items",
          .kind = Kind::Rows,
          .label = N_("Items"),
          .row = {{.member = "key", .kind = Kind::Text, .label = N_("Key"), .width = 0.2F, .is_required = true},
                  {.member = "label", .kind = Kind::Words, .label = N_("Label"), .width = 0.8F, .is_required = true},
                  {.member = "definition", .kind = Kind::Words, .label = N_("Definition")}}},
         source(),
         key()}};
}

Part phases() {
    return {"phases",
            PartKind::List,
            N_("Phases"),
            N_("New phase"),
            N_("What a stretch of the conversation is for."),
            R"({"key": "", "label": {"en": ""}, "colour": "#56B4E9"})",
            {label(), colour(), key()}};
}

Part hints() {
    return {
        "hints",
        PartKind::List,
        N_("Hints"),
        N_("New hint"),
        N_("A known trap, said where it happens and never in the way."),
        R"({"key": "", "kind": "occurs", "codes": [], "text": {"en": ""}})",
        {{.member = "kind",
          .kind = Kind::Choice,
          .label = N_("When"),
          .choices = {{"occurs", N_("one of these is heard or ticked")}, {"early", N_("one of these comes too early")}},
          .is_required = true},
         keys("codes", N_("These"), {"codes", "checklists"}),
         keys("needs", N_("Too early before each of"), {"codes", "groups"}),
         {.member = "text", .kind = Kind::LongWords, .label = N_("What follows from it"), .is_required = true},
         source(),
         key()}};
}

Part coverages() {
    return {"coverages",
            PartKind::List,
            N_("Coverage"),
            N_("New coverage"),
            N_("Which of several things were heard at all."),
            R"({"key": "", "label": {"en": ""}, "parts": []})",
            {label(), keys("parts", N_("Parts"), {"codes", "groups"}), key()}};
}

Part curves() {
    return {"curves",
            PartKind::List,
            N_("Curves"),
            N_("New curve"),
            N_("A line over time that rises and falls with what is heard."),
            R"({"key": "", "label": {"en": ""}, "up": [], "down": []})",
            {label(), keys("up", N_("Up with"), {"codes", "groups"}),
             keys("down", N_("Down with"), {"codes", "groups"}), key()}};
}

Part pairs() {
    return {"pairs",
            PartKind::List,
            N_("What came next"),
            N_("New pair"),
            N_("A question ready to be asked: how often did this come after that?"),
            R"({"key": "", "label": {"en": ""}, "given": []})",
            {label(),
             {.member = "kind",
              .kind = Kind::Choice,
              .label = N_("Asks"),
              .choices = {{"next", N_("what came next")}, {"before", N_("what came before each of these was heard")}}},
             keys("given", N_("After these"), {"codes", "groups"}),
             keys("after", N_("Only where one of these came right before"), {"codes", "groups"}),
             keys("then", N_("Came these"), {"codes", "groups"}, N_("None: whatever the other side did.")),
             {.member = "lag", .kind = Kind::Whole, .label = N_("How many codes later"), .width = 0.25F},
             {.member = "within_s", .kind = Kind::Number, .label = N_("Or within (seconds)"), .width = 0.25F},
             {.member = "few_below", .kind = Kind::Whole, .label = N_("Too few to say below"), .width = 0.25F},
             {.member = "strength",
              .kind = Kind::Flag,
              .label = N_("One of the best moments"),
              .width = 0.5F,
              .choices = {{"false", ""}},
              .explanation = N_("Ticked: the reel of strengths takes moments where this happened.")},
             key()}};
}

Part self_questions() {
    return {"self_questions",
            PartKind::List,
            N_("Self-questions"),
            N_("New question"),
            N_("What the trainee answers before seeing a number, and what measures it."),
            R"({"key": "", "label": {"en": ""}})",
            {label(),
             {.member = "professional", .kind = Kind::Formula, .label = N_("Measured for the professional")},
             {.member = "client", .kind = Kind::Formula, .label = N_("Measured for the client")},
             key()}};
}

Part self_estimates() {
    return {
        "self_estimates",
        PartKind::List,
        N_("Estimates"),
        N_("New estimate"),
        N_("A measure that the trainee estimates before seeing a number."),
        R"({"key": "", "label": {"en": ""}, "measure": "", "minimum": 0, "maximum": 1, "step": 0.05})",
        {label(),
         {.member = "measure", .kind = Kind::OneKey, .label = N_("Measure"), .from = {"measures"}, .is_required = true},
         {.member = "minimum", .kind = Kind::Number, .label = N_("From"), .width = 0.25F},
         {.member = "maximum", .kind = Kind::Number, .label = N_("To"), .width = 0.25F},
         {.member = "step", .kind = Kind::Number, .label = N_("In steps of"), .width = 0.25F},
         key()}};
}

Part permission() {
    return {"permission",
            PartKind::Object,
            N_("Permission"),
            "",
            N_("After permission was asked, a stretch of the timeline is shaded."),
            R"({"opened_by": [], "at_most_s": 60})",
            {keys("opened_by", N_("Opened by"), {"codes"}),
             keys("closed_by", N_("Closed by"), {"codes"}),
             {.member = "at_most_s", .kind = Kind::Number, .label = N_("For at most (seconds)"), .width = 0.25F}}};
}

}  // namespace

const std::vector<Part>& codebook_parts() {
    static const std::vector<Part> parts = {
        about(), codes(), groups(),    attributes(), ratings(), checklists(),     phases(),         measures(),
        rules(), hints(), coverages(), curves(),     pairs(),   self_questions(), self_estimates(), permission()};
    return parts;
}

}  // namespace app
