#include "analysis/disagreements.h"

#include "analysis/agreement.h"
#include "analysis/segment.h"
#include "analysis/values.h"
#include "base/error.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <random>

namespace analysis {
namespace {

using codes::Choice;

codes::Codebook book() {
    codes::Codebook made;
    made.codes = {values::code("simple", codes::Side::Professional), values::code("complex", codes::Side::Professional),
                  values::code("question", codes::Side::Professional), values::code("change", codes::Side::Client)};
    return made;
}

// With ids of its own, as codings in a library have.
codes::Coding coding(const std::string& coder, const std::vector<std::pair<double, std::string>>& heard) {
    codes::Coding made = values::coding(book(), heard);
    made.id = base::make_id();
    made.coder = coder;
    for (codes::Event& event : made.events) event.id = base::make_id();
    return made;
}

std::vector<std::string> codes_of(const std::vector<codes::Event>& events) {
    std::vector<std::string> keys;
    for (const codes::Event& event : events) keys.push_back(event.code);
    return keys;
}

class Disagreements : public testing::Test {
protected:
    // Alike at 10, another code at 20, only Anna at 30, only Bert at 40.
    codes::Coding anna_ = coding("Anna", {{10, "simple"}, {20, "simple"}, {30, "question"}});
    codes::Coding bert_ = coding("Bert", {{10.5, "simple"}, {21, "complex"}, {40, "change"}});
    TwoCodings two_ = compare_two(anna_, bert_, base::seconds(2));
};

TEST_F(Disagreements, AreTheMomentsThatOneHasAloneOrWithAnotherCode) {
    EXPECT_EQ(two_.agreed, std::vector<codes::Event>{anna_.events[0]});
    ASSERT_EQ(two_.disagreements.size(), 3u);
    EXPECT_EQ(
        two_.disagreements[0],
        (Disagreement{
            {base::seconds(20), base::seconds(21)}, DisagreementKind::OtherCode, anna_.events[1], bert_.events[1]}));
    EXPECT_EQ(two_.disagreements[1].kind, DisagreementKind::OnlyFirst);
    EXPECT_EQ(two_.disagreements[1].first, anna_.events[2]);
    EXPECT_FALSE(two_.disagreements[1].second);
    EXPECT_EQ(two_.disagreements[2].kind, DisagreementKind::OnlySecond);
    EXPECT_EQ(two_.disagreements[2].second, bert_.events[2]);
}

TEST_F(Disagreements, EndWhereNobodyHasAnything) {
    EXPECT_TRUE(compare_two(codes::Coding{}, codes::Coding{}, base::seconds(2)).disagreements.empty());
    EXPECT_EQ(compare_two(anna_, codes::Coding{}, base::seconds(2)).disagreements.size(), 3u);
    EXPECT_TRUE(compare_two(anna_, anna_, base::seconds(2)).disagreements.empty());
}

TEST_F(Disagreements, AConsensusBeginsWithWhatBothHave) {
    const codes::Coding consensus = begin_consensus(anna_, bert_, base::seconds(2));
    EXPECT_EQ(consensus.events, two_.agreed);
    EXPECT_EQ(consensus.purpose, codes::Purpose::Consensus);
    EXPECT_EQ(consensus.coder, "Anna & Bert");
    EXPECT_EQ(consensus.sources, (codes::Sources{anna_.id, bert_.id, base::seconds(2)}));
}

TEST_F(Disagreements, EachChoiceLeavesItsEvents) {
    const Disagreement& moment = two_.disagreements[0];
    const auto left = [&](Choice choice, const std::string& other = "") {
        return codes_of(outcome(moment, decision(moment, choice, "", other), book()));
    };
    using testing::ElementsAre;
    EXPECT_THAT(left(Choice::First), ElementsAre("simple"));
    EXPECT_THAT(left(Choice::Second), ElementsAre("complex"));
    EXPECT_THAT(left(Choice::Both), ElementsAre("simple", "complex"));
    EXPECT_THAT(left(Choice::Neither), ElementsAre());
    EXPECT_THAT(left(Choice::Other, "change"), ElementsAre("change"));
    EXPECT_THAT(left(Choice::Other, "gone"), ElementsAre()) << "a code that the codebook does not have";
    const auto other = outcome(moment, decision(moment, Choice::Other, "", "change"), book());
    EXPECT_EQ(other[0].speaker, codes::Side::Client) << "on the side of its new code";
}

TEST_F(Disagreements, TakingTheOneWhoHasNothingLeavesNothing) {
    const Disagreement& only_anna = two_.disagreements[1];
    EXPECT_TRUE(outcome(only_anna, decision(only_anna, Choice::Second, ""), book()).empty());
    EXPECT_EQ(outcome(only_anna, decision(only_anna, Choice::Both, ""), book()).size(), 1u);
}

TEST_F(Disagreements, ADecisionIsOneEditThatCanBeTurnedRoundAndTakenAgain) {
    codes::Coding consensus = begin_consensus(anna_, bert_, base::seconds(2));
    const codes::Coding begun = consensus;
    const Disagreement& moment = two_.disagreements[0];
    const codes::Edit first = decide(consensus, moment, decision(moment, Choice::Both, "tweemaal"), book());
    codes::apply(consensus, first);
    EXPECT_EQ(codes_of(consensus.events), (std::vector<std::string>{"simple", "simple", "complex"}));
    ASSERT_NE(decision_on(consensus, moment), nullptr);
    EXPECT_EQ(decision_on(consensus, moment)->note, "tweemaal");

    const codes::Edit again = decide(consensus, moment, decision(moment, Choice::Neither, "toch niet"), book());
    codes::apply(consensus, again);
    EXPECT_EQ(consensus.events, begun.events);
    EXPECT_EQ(consensus.decisions.size(), 1u);
    codes::apply(consensus, codes::inverse(again));
    codes::apply(consensus, codes::inverse(first));
    EXPECT_EQ(consensus.events, begun.events);
    EXPECT_EQ(decision_on(consensus, moment), nullptr);
}

TEST_F(Disagreements, ARatingThatRestsOnAnEventLosesItWithTheEvent) {
    codes::Coding consensus = begin_consensus(anna_, bert_, base::seconds(2));
    const Disagreement& moment = two_.disagreements[1];
    codes::apply(consensus, decide(consensus, moment, decision(moment, Choice::First, ""), book()));
    codes::apply(consensus, codes::edits::tied(consensus, "empathy", anna_.events[2].id));
    codes::apply(consensus, decide(consensus, moment, decision(moment, Choice::Neither, ""), book()));
    EXPECT_TRUE(consensus.evidence.empty());
}

TEST(Consensus, IsTheSameWhateverTheOrderOfDeciding) {
    std::mt19937 random(20261122);
    const std::vector<std::string> keys = {"simple", "complex", "question", "change"};
    for (int round = 0; round < 60; ++round) {
        const auto some = [&] {
            std::vector<std::pair<double, std::string>> heard;
            for (std::size_t i = random() % 30; i > 0; --i)
                heard.emplace_back(static_cast<double>(random() % 200) / 2, keys[random() % keys.size()]);
            std::sort(heard.begin(), heard.end());
            return coding("x", heard);
        };
        const codes::Coding a = some();
        const codes::Coding b = some();
        TwoCodings two = compare_two(a, b, base::seconds(1));
        codes::Coding consensus = begin_consensus(a, b, base::seconds(1));
        std::shuffle(two.disagreements.begin(), two.disagreements.end(), random);
        for (int times = 0; times < 2; ++times)
            for (const Disagreement& moment : two.disagreements) {
                const auto choice = static_cast<Choice>(random() % 5);
                const std::string other = choice == Choice::Other ? keys[random() % keys.size()] : "";
                codes::apply(consensus, decide(consensus, moment, decision(moment, choice, "", other), book()));
            }
        EXPECT_EQ(consensus.events, consensus_of(two, consensus.decisions, book())) << "round " << round;
        EXPECT_EQ(consensus.decisions.size(), two.disagreements.size());
    }
}

TEST(Consensus, ThatSidesWithOneCoderAgreesWithHerFully) {
    const codes::Coding a = coding("Anna", {{1, "simple"}, {5, "question"}, {9, "change"}, {14, "simple"}});
    const codes::Coding b = coding("Bert", {{1, "complex"}, {9, "change"}, {30, "question"}});
    codes::Coding consensus = begin_consensus(a, b, base::seconds(2));
    for (const Disagreement& moment : compare_two(a, b, base::seconds(2)).disagreements)
        codes::apply(consensus, decide(consensus, moment, decision(moment, Choice::First, ""), book()));
    EXPECT_EQ(consensus.events, a.events);
    const LabelOf by_code = [](const codes::Event& event) { return std::optional(event.code); };
    EXPECT_EQ(agreement_of({{&consensus, &a}}, by_code, base::seconds(2)).cohen_kappa, 1);
}

TEST(Decisions, SayWhatWasAgreedAboutACodeOnce) {
    const std::vector<codes::Decision> decisions = {
        {{"a"}, {"b"}, "simple", "complex", Choice::First, "", "Zonder gevoel is het enkelvoudig."},
        {{"c"}, {}, "simple", "", Choice::Neither, "", "Zonder gevoel is het enkelvoudig."},
        {{"d"}, {}, "simple", "", Choice::Other, "question", "Het antwoord telt."},
        {{"e"}, {}, "simple", "", Choice::Neither, "", ""}};
    EXPECT_THAT(codes::agreed_about(decisions, "simple"),
                testing::ElementsAre("Zonder gevoel is het enkelvoudig.", "Het antwoord telt."));
    EXPECT_THAT(codes::agreed_about(decisions, "question"), testing::ElementsAre("Het antwoord telt."));
    EXPECT_THAT(codes::agreed_about(decisions, "change"), testing::IsEmpty());
}

TEST(InCommon, IsOnlyWhatLiesInEverybodysSegment) {
    codes::Coding a = coding("Anna", {{10, "simple"}, {70, "simple"}});
    codes::Coding b = coding("Bert", {{10, "simple"}, {65, "question"}, {130, "simple"}});
    a.segment = codes::Segment{{base::seconds(60), base::seconds(120)}, {}};
    const std::vector<codes::Coding> both = in_common({a, b});
    EXPECT_EQ(codes_of(both[0].events), std::vector<std::string>{"simple"});
    EXPECT_EQ(codes_of(both[1].events), std::vector<std::string>{"question"});
    EXPECT_EQ(in_common({b, b})[0].events.size(), 3u) << "no segment: the whole conversation";
}

}  // namespace
}  // namespace analysis
