#include "analysis/volleys.h"

#include "analysis/values.h"

#include <gmock/gmock.h>

namespace analysis {
namespace {

using codes::Rule;
using codes::RuleKind;
using codes::RuleScope;
using codes::Side;
using talk::Role;
using testing::ElementsAre;
using testing::IsEmpty;
using values::coding;
using values::turn;

// Two people in a kitchen; nothing that any shipped codebook knows.
codes::Codebook kitchen() {
    codes::Codebook book;
    for (const char* key : {"taste", "stir", "boil", "season"})
        book.codes.push_back(values::code(key, Side::Professional));
    for (const char* key : {"eat", "hm"}) book.codes.push_back(values::code(key, Side::Client));
    book.codes.push_back(values::code("smile", Side::Client));
    book.codes[0].asks = true;
    book.codes[5].ends_volley = false;
    book.codes[6].ends_volley = false;
    book.codes[6].extent = codes::Extent::Span;
    return book;
}

Rule rule(const std::string& key, RuleKind kind, std::vector<std::string> codes, std::vector<std::string> excluded = {},
          RuleScope scope = RuleScope::Volley) {
    return {key, kind, scope, std::move(codes), std::move(excluded), {}, {}};
}

// "P: stir boil | C: eat | P:"
std::string told(const std::vector<Volley>& volleys) {
    std::string text;
    for (const Volley& volley : volleys) {
        text += (text.empty() ? "" : " | ") + std::string(volley.side == Side::Professional ? "P:" : "C:");
        for (const codes::Event& event : volley.events) text += " " + event.code;
    }
    return text;
}

std::vector<std::string> counted(const VolleyCount& count) {
    std::vector<std::string> codes;
    for (const codes::Event& event : count.counted) codes.push_back(event.code);
    return codes;
}

// "stir@3 by once"
std::vector<std::string> changed(const VolleyCount& count) {
    std::vector<std::string> told;
    for (const RuleChange& change : count.changed)
        told.push_back(fmt::format("{}@{} by {}", change.code, change.at.seconds(), change.rule));
    return told;
}

TEST(Volleys, EndWhereTheOtherSideSpeaks) {
    const auto heard = coding(kitchen(), {{1, "stir"}, {2, "boil"}, {3, "eat"}, {4, "eat"}, {5, "stir"}, {6, "whisk"}});
    EXPECT_EQ(told(volleys(kitchen(), heard, {})), "P: stir boil | C: eat eat | P: stir");
    EXPECT_EQ(told(volleys(kitchen(), {}, {})), "");
}

TEST(Volleys, AreNotEndedByAListener) {
    const auto heard = coding(kitchen(), {{1, "stir"}, {2, "hm"}, {3, "boil"}, {4, "hm"}, {5, "eat"}, {6, "hm"}});
    EXPECT_EQ(told(volleys(kitchen(), heard, {})), "P: stir boil | C: eat");
}

TEST(Volleys, AreEndedByAListenersWordThatAnswersAQuestion) {
    const auto heard = coding(kitchen(), {{1, "taste"}, {2, "hm"}, {3, "taste"}, {4, "stir"}, {5, "hm"}, {6, "boil"}});
    EXPECT_EQ(told(volleys(kitchen(), heard, {})), "P: taste | C: hm | P: taste stir boil");
}

TEST(Volleys, KnowAQuestionAmongSeveralCodesForTheSameWords) {
    const auto heard = coding(kitchen(), {{1, "taste"}, {1, "stir"}, {2, "hm"}, {3, "boil"}});
    EXPECT_EQ(told(volleys(kitchen(), heard, {})), "P: taste stir | C: hm | P: boil");
    const auto first_of_volley = coding(kitchen(), {{1, "eat"}, {1, "stir"}, {1, "taste"}, {2, "hm"}, {3, "boil"}});
    EXPECT_EQ(told(volleys(kitchen(), first_of_volley, {})), "C: eat | P: stir taste | C: hm | P: boil");
}

TEST(Volleys, TakeWhatIsSeenForNoAnswer) {
    const auto heard = coding(kitchen(), {{1, "taste"}, {2, "smile"}, {3, "boil"}});
    EXPECT_EQ(told(volleys(kitchen(), heard, {})), "P: taste boil");
}

TEST(Volleys, AreEndedByTurnsAndUtterancesInWhichNothingWasCoded) {
    auto heard = coding(kitchen(), {{1, "stir"}, {12, "boil"}, {22, "stir"}});
    EXPECT_EQ(told(volleys(kitchen(), heard, {})), "P: stir boil stir");
    const std::vector<talk::Turn> turns = {turn(0, 5, Role::Professional), turn(5, 10, Role::Client),
                                           turn(10, 15, Role::Professional), turn(16, 17, Role::Unknown),
                                           turn(20, 25, Role::Professional)};
    EXPECT_EQ(told(volleys(kitchen(), heard, turns)), "P: stir | C: | P: boil stir");
    heard.utterances = {{base::Id{"u"}, {base::seconds(16), base::seconds(18)}, Side::Client}};
    EXPECT_EQ(told(volleys(kitchen(), heard, turns)), "P: stir | C: | P: boil | C: | P: stir");
}

TEST(Volleys, GoOnOverATurnThatWasCodedAsListeningAndOverAnInterjection) {
    const auto heard = coding(kitchen(), {{1, "stir"}, {6, "hm"}, {12, "boil"}});
    const std::vector<talk::Turn> coded = {turn(0, 5, Role::Professional), turn(5, 10, Role::Client),
                                           turn(10, 15, Role::Professional)};
    EXPECT_EQ(told(volleys(kitchen(), heard, coded)), "P: stir boil");
    const std::vector<talk::Turn> inside = {turn(0, 15, Role::Professional), turn(7, 8, Role::Client)};
    EXPECT_EQ(told(volleys(kitchen(), coding(kitchen(), {{1, "stir"}, {12, "boil"}}), inside)), "P: stir boil");
}

TEST(Volleys, TakeACodeThatCameLateAsPartOfWhatWasSaidBefore) {
    const std::vector<talk::Turn> turns = {turn(0, 4.5, Role::Professional), turn(5, 10, Role::Client),
                                           turn(10, 15, Role::Professional)};
    EXPECT_EQ(told(volleys(kitchen(), coding(kitchen(), {{5.4, "stir"}, {12, "boil"}}), turns)),
              "P: stir | C: | P: boil");
    EXPECT_EQ(told(volleys(kitchen(), coding(kitchen(), {{1, "stir"}, {10.8, "eat"}, {12, "boil"}}), turns)),
              "P: stir | C: eat | P: boil");
}

TEST(Volleys, BelieveACodeThatATranscriptHasNoTurnFor) {
    const std::vector<talk::Turn> lumped = {turn(0, 15, Role::Professional)};
    EXPECT_EQ(told(volleys(kitchen(), coding(kitchen(), {{1, "stir"}, {9, "eat"}, {12, "boil"}}), lumped)),
              "P: stir | C: eat | P: boil");
    const std::vector<talk::Turn> cut_off = {turn(0, 3, Role::Professional), turn(4, 10, Role::Client)};
    EXPECT_EQ(told(volleys(kitchen(), coding(kitchen(), {{1, "stir"}, {11, "boil"}}), cut_off)),
              "P: stir | C: | P: boil");
}

TEST(Volleys, KnowTurnsOfWhichOnlyTheBeginningIsKnown) {
    const auto heard = coding(kitchen(), {{0, "taste"}, {5, "hm"}, {10, "boil"}});
    const std::vector<talk::Turn> turns = {turn(0, 0, Role::Professional), turn(5, 5, Role::Client),
                                           turn(10, 10, Role::Professional)};
    EXPECT_EQ(told(volleys(kitchen(), heard, turns)), "P: taste | C: hm | P: boil");
}

TEST(CountByVolley, CountsACodeOnceInAVolley) {
    auto book = kitchen();
    book.rules = {rule("once", RuleKind::Once, {"stir", "boil"})};
    const auto count = count_by_volley(
        book,
        coding(book, {{1, "stir"}, {2, "stir"}, {3, "boil"}, {4, "season"}, {5, "season"}, {6, "eat"}, {7, "stir"}}),
        {});
    EXPECT_THAT(counted(count), ElementsAre("stir", "boil", "season", "season", "eat", "stir"));
    EXPECT_THAT(changed(count), ElementsAre("stir@2 by once"));
    EXPECT_EQ(count.changed[0].event, base::Id{"001"});
    EXPECT_EQ(count.professional, 2);
    EXPECT_EQ(count.client, 1);
}

TEST(CountByVolley, CountsOnlyTheHighestOfAPyramid) {
    auto book = kitchen();
    book.rules = {rule("top", RuleKind::Pyramid, {"boil", "stir", "season"})};
    const auto count = count_by_volley(
        book,
        coding(book, {{1, "season"}, {2, "stir"}, {3, "boil"}, {4, "boil"}, {5, "eat"}, {6, "season"}, {7, "stir"}}),
        {});
    EXPECT_THAT(counted(count), ElementsAre("boil", "boil", "eat", "stir"));
    EXPECT_THAT(changed(count), ElementsAre("season@1 by top", "stir@2 by top", "season@6 by top"));
}

TEST(CountByVolley, LeavesOutWhatIsExcluded) {
    auto book = kitchen();
    book.rules = {rule("no_season", RuleKind::Exclusion, {"boil", "taste"}, {"season"})};
    const auto count =
        count_by_volley(book, coding(book, {{1, "season"}, {2, "boil"}, {3, "eat"}, {4, "season"}, {5, "stir"}}), {});
    EXPECT_THAT(counted(count), ElementsAre("boil", "eat", "season", "stir"));
    EXPECT_THAT(changed(count), ElementsAre("season@1 by no_season"));
}

TEST(CountByVolley, AppliesTheRulesInTheirOrder) {
    auto book = kitchen();
    const auto heard = coding(book, {{1, "stir"}, {2, "boil"}, {3, "season"}});
    const Rule top = rule("top", RuleKind::Pyramid, {"boil", "stir"});
    const Rule no_season = rule("no_season", RuleKind::Exclusion, {"stir"}, {"season"});
    book.rules = {top, no_season};
    EXPECT_THAT(changed(count_by_volley(book, heard, {})), ElementsAre("stir@1 by top"));
    book.rules = {no_season, top};
    EXPECT_THAT(changed(count_by_volley(book, heard, {})), ElementsAre("stir@1 by top", "season@3 by no_season"));
}

TEST(CountByVolley, LooksWithinAnUtteranceWhereTheRuleSaysSo) {
    auto book = kitchen();
    book.rules = {rule("top", RuleKind::Pyramid, {"boil", "stir"}, {}, RuleScope::Utterance)};
    auto heard = coding(book, {{1, "stir"}, {2, "boil"}, {3, "boil"}, {3, "stir"}});
    EXPECT_THAT(changed(count_by_volley(book, heard, {})), ElementsAre("stir@3 by top")) << "the same moment";
    heard.utterances = {{base::Id{"u"}, {base::seconds(0.5), base::seconds(2.5)}, Side::Professional}};
    EXPECT_THAT(changed(count_by_volley(book, heard, {})), ElementsAre("stir@1 by top", "stir@3 by top"));
}

TEST(CountByVolley, LeavesListenersAndStrangersAlone) {
    auto book = kitchen();
    book.rules = {rule("once", RuleKind::Once, {"hm", "stir", "smile"})};
    const auto count = count_by_volley(
        book, coding(book, {{1, "stir"}, {2, "hm"}, {3, "hm"}, {4, "smile"}, {5, "smile"}, {6, "whisk"}, {7, "whisk"}}),
        {});
    EXPECT_THAT(count.changed, IsEmpty());
    EXPECT_EQ(count.counted.size(), 7u);
    EXPECT_EQ(count.client, 0) << "so that it can be said that only one side is heard";
}

TEST(CountByVolley, CountsWhatLiesInTheSegmentAsIfNothingElseWasSaid) {
    auto book = kitchen();
    book.rules = {rule("once", RuleKind::Once, {"stir"})};
    auto heard = coding(book, {{1, "stir"}, {2, "stir"}, {3, "stir"}, {9, "stir"}});
    heard.segment = codes::Segment{{base::seconds(2), base::seconds(9)}, 7};
    const auto count = count_by_volley(book, heard, {});
    EXPECT_THAT(counted(count), ElementsAre("stir"));
    EXPECT_THAT(changed(count), ElementsAre("stir@3 by once"));
}

TEST(CountByVolley, WithoutRulesCountsEveryEvent) {
    const auto heard = coding(kitchen(), {{1, "stir"}, {2, "stir"}, {3, "eat"}});
    const auto count = count_by_volley(kitchen(), heard, {});
    EXPECT_EQ(count.counted, heard.events);
    EXPECT_THAT(count.changed, IsEmpty());
}

}  // namespace
}  // namespace analysis
