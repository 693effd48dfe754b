// What a codebook holds besides codes, groups, ratings and measures; and that what is written is read back.
#include "base/error.h"
#include "codes/codebook.h"

#include <gmock/gmock.h>

namespace codes {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string kFull = R"({
  "key": "garden", "version": "2", "title": {"en": "Garden", "nl": "Tuin"}, "use": "To weed by.", "source": "Made for a test.",
  "groups": [{"key": "work", "label": "Work"},
             {"key": "deep_work", "label": "Deep work", "where": {"depth": ["2", "3"]}}],
  "attributes": [{"key": "depth", "label": "Depth", "values": [{"value": "1", "label": "a spade"}, "2", "3"]}],
  "codes": [
    {"key": "dig", "side": "professional", "extent": "utterance", "label": {"en": "Dig", "nl": "Graven"},
     "examples": ["with a spade", {"en": "with a fork", "nl": "met een riek"}], "asks": true, "colour": "#0072B2",
     "default_key": "D", "groups": ["work", "deep_work"], "attributes": ["depth"]},
    {"key": "double_dig", "side": "professional", "label": "Double dig", "parent": "dig", "colour": "#0072B2"},
    {"key": "rake", "side": "professional", "label": "Rake", "short_label": "R", "definition": "Lightly.",
     "colour": "#56B4E9", "groups": ["work"]},
    {"key": "hum", "side": "client", "label": "Hum", "ends_volley": false, "colour": "#009E73"}
  ],
  "ratings": [
    {"key": "often", "item": "weeding", "label": "Weeding: how often", "minimum": 1, "maximum": 7},
    {"key": "well", "item": "weeding", "label": "Weeding: how well", "minimum": -3, "maximum": 3,
     "anchors": {"-3": "Left everything.", "3": {"en": "Left nothing.", "nl": "Liet niets staan."}}}
  ],
  "measures": [{"key": "raking", "label": "Raking", "format": "percentage", "numerator": "rake", "denominator": "work",
                "fair": 0.1, "good": 0.05, "better": "lower", "threshold_source": "a gardener", "caveat": "None.",
                "few_below": 2.5, "by_thirds": true}],
  "rules": [
    {"key": "dig_once", "kind": "once", "codes": ["dig", "hum"], "reason": "One hole is enough."},
    {"key": "dig_over_rake", "kind": "pyramid", "scope": "utterance", "codes": ["dig", "rake"], "reason": "Deepest."},
    {"key": "no_rake", "kind": "exclusion", "codes": ["double_dig"], "excluded": ["rake"],
     "reason": {"en": "Too wet.", "nl": "Te nat."}, "source": "Spring."}
  ],
  "checklists": [{"key": "tools", "label": "Tools", "source": "The shed.",
                  "items": [{"key": "spade", "label": "Spade"},
                            {"key": "fork", "label": "Fork", "definition": "Four tines."}]}],
  "phases": [{"key": "spring", "label": "Spring", "colour": "#009E73"},
             {"key": "autumn", "label": "Autumn", "colour": "#E69F00"}],
  "permission": {"opened_by": ["dig"], "closed_by": ["rake"], "at_most_s": 90.5},
  "hints": [
    {"key": "rake_first", "kind": "early", "codes": ["rake"], "needs": ["dig", "deep_work"], "text": "Dig first."},
    {"key": "tools_out", "kind": "occurs", "codes": ["hum", "tools"], "text": "Put them back.", "source": "Habit."}
  ],
  "coverages": [{"key": "all_done", "label": "All done", "parts": ["dig", "work"]}],
  "curves": [{"key": "earth", "label": "Earth", "up": ["dig", "deep_work"], "down": ["rake"]}],
  "pairs": [{"key": "hum_after", "label": "Digging, then humming", "given": ["work"], "after": ["hum"], "then": ["hum"],
             "within_s": 12.5, "few_below": 3},
            {"key": "second", "label": "Two later", "given": ["hum"], "lag": 2},
            {"key": "too_soon", "label": "Raked too soon", "kind": "before", "given": ["rake"], "then": ["dig", "hum"]}],
  "self_questions": [{"key": "sweat", "label": "Who sweats most?", "professional": "work", "client": "2 * hum"},
                     {"key": "joy", "label": "Who enjoys it most?"}],
  "self_estimates": [{"key": "own_raking", "label": "How much of it is raking?", "measure": "raking", "maximum": 0.8,
                      "step": 0.1}],
  "quotes": ["hum", "work"], "quotes_by": "depth"
})";

std::string with(const std::string& what, const std::string& instead) {
    std::string text = kFull;
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), instead);
}

std::string refusal(const std::string& json) {
    try {
        parse_codebook(json, "garden.json");
    } catch (const base::Error& error) {
        return error.what();
    }
    return "accepted";
}

TEST(CodebookParts, AreReadInFull) {
    const Codebook garden = parse_codebook(kFull, "garden.json");
    const Code& dig = garden.codes[0];
    EXPECT_EQ(dig.extent, Extent::Utterance);
    EXPECT_THAT(dig.examples, ElementsAre(Words{"with a spade", ""}, Words{"with a fork", "met een riek"}));
    EXPECT_TRUE(dig.asks);
    EXPECT_TRUE(dig.ends_volley);
    EXPECT_EQ(garden.codes[1].parent, "dig");
    EXPECT_FALSE(garden.codes[1].asks);
    EXPECT_FALSE(garden.codes[3].ends_volley);
    EXPECT_EQ(garden.ratings[0].item, garden.ratings[1].item);
    EXPECT_EQ(garden.ratings[1].anchors.at(-3).en, "Left everything.");

    ASSERT_EQ(garden.rules.size(), 3u);
    EXPECT_EQ(garden.rules[0].kind, RuleKind::Once);
    EXPECT_EQ(garden.rules[0].scope, RuleScope::Volley);
    EXPECT_EQ(garden.rules[1].kind, RuleKind::Pyramid);
    EXPECT_EQ(garden.rules[1].scope, RuleScope::Utterance);
    EXPECT_THAT(garden.rules[1].codes, ElementsAre("dig", "rake"));
    EXPECT_EQ(garden.rules[2].kind, RuleKind::Exclusion);
    EXPECT_THAT(garden.rules[2].excluded, ElementsAre("rake"));
    EXPECT_EQ(garden.rules[2].reason.nl, "Te nat.");
    ASSERT_EQ(garden.checklists.size(), 1u);
    EXPECT_EQ(garden.checklists[0].items[1].definition.en, "Four tines.");
    EXPECT_EQ(garden.phases[1].colour, (Colour{0xE6, 0x9F, 0x00}));
    ASSERT_TRUE(garden.permission.has_value());
    EXPECT_EQ(garden.permission->at_most, base::milliseconds(90'500));
    EXPECT_EQ(garden.hints[0].kind, HintKind::Early);
    EXPECT_THAT(garden.hints[0].needs, ElementsAre("dig", "deep_work"));
    EXPECT_THAT(garden.hints[1].codes, ElementsAre("hum", "tools"));
    EXPECT_THAT(garden.coverages[0].parts, ElementsAre("dig", "work"));
    EXPECT_TRUE(garden.measures[0].by_thirds);
    EXPECT_THAT(garden.curves[0].up, ElementsAre("dig", "deep_work"));
    EXPECT_THAT(garden.curves[0].down, ElementsAre("rake"));
    ASSERT_EQ(garden.pairs.size(), 3u);
    EXPECT_EQ(garden.pairs[0].within, base::seconds(12.5));
    EXPECT_EQ(garden.pairs[0].few_below, 3);
    EXPECT_THAT(garden.pairs[0].after, ElementsAre("hum"));
    EXPECT_EQ(garden.pairs[1].lag, 2);
    EXPECT_EQ(garden.pairs[1].few_below, 5);
    EXPECT_TRUE(garden.pairs[1].then.empty());
    EXPECT_EQ(garden.pairs[2].kind, PairKind::Before);
    EXPECT_THAT(garden.pairs[2].then, ElementsAre("dig", "hum"));
    EXPECT_EQ(garden.self_questions[0].client, "2 * hum");
    EXPECT_EQ(garden.self_questions[1].professional, "");
    ASSERT_EQ(garden.self_estimates.size(), 1u);
    EXPECT_EQ(garden.self_estimates[0].measure, "raking");
    EXPECT_EQ(garden.self_estimates[0].minimum, 0);
    EXPECT_EQ(garden.self_estimates[0].maximum, 0.8);
    EXPECT_THAT(garden.quotes, ElementsAre("hum", "work"));
    EXPECT_EQ(garden.quotes_by, "depth");
}

TEST(CodebookParts, AMistakeIsNamedByFilePlaceAndKind) {
    const std::vector<std::tuple<std::string, std::string, std::string>> mistakes = {
        {R"("parent": "dig")", R"("parent": "plough")", "/codes/1/parent: “plough”"},
        {R"("parent": "dig")", R"("parent": "hum")", "/codes/1/parent"},
        {R"("parent": "dig")", R"("parent": "double_dig")", "/codes/1/parent"},
        {R"("asks": true)", R"("asks": "yes")", "/codes/0/asks"},
        {R"("ends_volley": false)", R"("ends_volley": 0)", "/codes/3/ends_volley"},
        {R"("extent": "utterance")", R"("extent": "sentence")", "/codes/0/extent"},
        {R"("with a spade")", "7", "/codes/0/examples/0"},
        {R"("item": "weeding")", R"("item": "mowing")", "/ratings/0/item"},
        {R"("kind": "once")", R"("kind": "twice")", "/rules/0/kind"},
        {R"("codes": ["dig", "hum"])", R"("codes": ["dig", "work"])", "/rules/0/codes/1: “work”"},
        {R"("codes": ["dig", "hum"])", R"("codes": ["dig", "dig"])", "/rules/0/codes/1: “dig”"},
        {R"("codes": ["dig", "hum"])", R"("codes": [])", "/rules/0"},
        {R"("key": "dig_over_rake")", R"("key": "dig_once")", "/rules/1/key: “dig_once”"},
        {R"("codes": ["dig", "rake"])", R"("codes": ["dig"])", "/rules/1"},
        {R"("codes": ["dig", "rake"])", R"("codes": ["dig", "hum"])", "/rules/1"},
        {R"("scope": "utterance")", R"("scope": "hour")", "/rules/1/scope"},
        {R"("excluded": ["rake"],)", "", "/rules/2"},
        {R"("codes": ["double_dig"])", R"("codes": ["rake"])", "/rules/2/excluded"},
        {R"("excluded": ["rake"])", R"("excluded": ["hum"])", "/rules/2"},
        {R"("reason": "Deepest.")", R"("why": "Deepest.")", "/rules/1: “why”"},
        {R"("key": "fork")", R"("key": "spade")", "/checklists/0/items/1/key: “spade”"},
        {R"("key": "tools")", R"("key": "rake")", "/checklists/0/key: “rake”"},
        {R"("key": "autumn")", R"("key": "spring")", "/phases/1/key: “spring”"},
        {R"("#E69F00")", R"("orange")", "/phases/1/colour"},
        {R"("opened_by": ["dig"])", R"("opened_by": ["door"])", "/permission/opened_by/0: “door”"},
        {R"("opened_by": ["dig"])", R"("opened_by": [])", "/permission"},
        {"90.5", "0", "/permission/at_most_s"},
        {"90.5", "1e300", "/permission/at_most_s"},
        {R"(, "at_most_s": 90.5)", "", "/permission"},
        {R"("kind": "early")", R"("kind": "late")", "/hints/0/kind"},
        {R"("kind": "early")", R"("kind": "occurs")", "/hints/0"},
        {R"("needs": ["dig", "deep_work"], )", "", "/hints/0"},
        {R"("needs": ["dig", "deep_work"])", R"("needs": ["tools"])", "/hints/0/needs/0: “tools”"},
        {R"("codes": ["hum", "tools"])", R"("codes": ["hum", "deep_work"])", "/hints/1/codes/1: “deep_work”"},
        {R"("parts": ["dig", "work"])", R"("parts": ["dig", "play"])", "/coverages/0/parts/1: “play”"},
        {R"("parts": ["dig", "work"])", R"("parts": [])", "/coverages/0"},
        {R"("by_thirds": true)", R"("by_thirds": 3)", "/measures/0/by_thirds"},
        {R"("up": ["dig", "deep_work"])", R"("up": [])", "/curves/0"},
        {R"("down": ["rake"])", R"("down": ["rake", "tools"])", "/curves/0/down/1: “tools”"},
        {R"("given": ["work"])", R"("given": ["play"])", "/pairs/0/given/0: “play”"},
        {R"("given": ["work"])", R"("given": [])", "/pairs/0"},
        {R"("after": ["hum"])", R"("after": ["often"])", "/pairs/0/after/0: “often”"},
        {R"("within_s": 12.5)", R"("within_s": 0)", "/pairs/0/within_s"},
        {R"("within_s": 12.5)", R"("within_s": 12.5, "lag": 2)", "/pairs/0"},
        {R"("lag": 2)", R"("lag": 0)", "/pairs/1/lag"},
        {R"("kind": "before", "given": ["rake"], "then": ["dig", "hum"])", R"("kind": "before", "given": ["rake"])",
         "/pairs/2"},
        {R"("kind": "before", "given": ["rake"])", R"("kind": "before", "lag": 1, "given": ["rake"])", "/pairs/2"},
        {R"("kind": "before")", R"("kind": "behind")", "/pairs/2/kind"},
        {R"("key": "second")", R"("key": "hum_after")", "/pairs/1/key"},
        {R"(, "client": "2 * hum")", "", "/self_questions/0"},
        {R"("key": "joy")", R"("key": "sweat")", "/self_questions/1/key"},
        {R"("measure": "raking", )", R"("measure": "mowing", )", "/self_estimates/0/measure: “mowing”"},
        {R"("maximum": 0.8)", R"("maximum": 0)", "/self_estimates/0"},
        {R"("step": 0.1)", R"("step": 2)", "/self_estimates/0"},
        {R"("quotes": ["hum", "work"])", R"("quotes": ["hum", "often"])", "/quotes/1: “often”"},
        {R"("quotes_by": "depth")", R"("quotes_by": "work")", "/quotes_by: “work”"}};
    ASSERT_EQ(refusal(kFull), "accepted");
    for (const auto& [what, instead, place] : mistakes)
        EXPECT_THAT(refusal(with(what, instead)), HasSubstr("garden.json, " + place)) << what << " -> " << instead;
}

TEST(CodebookParts, ALongLineOfParentsThatRunsIntoItselfIsRefused) {
    EXPECT_THAT(refusal(with(R"("label": {"en": "Dig", "nl": "Graven"})", R"("label": "Dig", "parent": "double_dig")")),
                HasSubstr("/codes/0/parent"));
}

TEST(CodebookWriter, WritesWhatIsReadBackAsTheSame) {
    const Codebook garden = parse_codebook(kFull, "garden.json");
    EXPECT_TRUE(say_the_same(parse_codebook(to_json(garden), "written"), garden));
}

TEST(CodebookWriter, WritesEveryCodebookThatComesWithTheProgramSo) {
    for (const Codebook& shipped : shipped_codebooks()) {
        const Codebook again = parse_codebook(to_json(shipped), "written");
        EXPECT_TRUE(say_the_same(again, shipped)) << shipped.key;
        EXPECT_EQ(to_json(again), to_json(shipped)) << shipped.key;
    }
}

TEST(CodebookWriter, LetsTheReaderSayWhatIsWrongWithACodebookMadeInTheProgram) {
    Codebook garden = parse_codebook(kFull, "garden.json");
    garden.rules[1].codes = {"dig", "harrow"};
    EXPECT_THAT(refusal(to_json(garden)), HasSubstr("/rules/1/codes/1: “harrow”"));
    garden.title.en = "\xff";
    EXPECT_NO_THROW((void)to_json(garden));
    EXPECT_NE(refusal(to_json(Codebook{})), "accepted");
}

TEST(Codebook, SaysTheSameOnlyWhenEveryPartDoes) {
    const Codebook garden = parse_codebook(kFull, "garden.json");
    for (const auto& [what, instead] :
         std::vector<std::pair<std::string, std::string>>{{"Too wet.", "Too dry."},
                                                          {"Four tines.", "Three tines."},
                                                          {"90.5", "90"},
                                                          {"Dig first.", "Dig."},
                                                          {"12.5", "12"},
                                                          {R"("maximum": 0.8)", R"("maximum": 0.7)"},
                                                          {"All done", "Done"},
                                                          {R"("asks": true, )", ""},
                                                          {"Left nothing.", "Left."},
                                                          {R"("few_below": 2.5)", R"("few_below": 2)"}})
        EXPECT_FALSE(say_the_same(parse_codebook(with(what, instead), "other"), garden)) << what;
    EXPECT_TRUE(say_the_same(parse_codebook("  " + kFull, "other"), garden));
}

}  // namespace
}  // namespace codes
