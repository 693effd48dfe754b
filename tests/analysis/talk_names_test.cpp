// What formulas call the measures of talk.
#include "analysis/talk_names.h"

#include "analysis/formulas.h"
#include "analysis/measures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using base::seconds;
using talk::Role;
using testing::Optional;

const std::vector<talk::Turn> kTurns = {{{seconds(0), seconds(10)}, "a", Role::Professional, "Vertel eens"},
                                        {{seconds(14), seconds(44)}, "b", Role::Client, "Ik wil stoppen"},
                                        {{seconds(44.5), seconds(50)}, "a", Role::Professional, "Ja"}};

std::optional<double> value_of(const std::string& formula, const codes::Coding& coding = {},
                               const std::vector<talk::Turn>& turns = kTurns) {
    codes::Codebook book;
    codes::Measure measure;
    measure.key = "m";
    measure.format = codes::MeasureFormat::Ratio;
    measure.numerator = formula;
    measure.denominator = "1";
    book.measures = {measure};
    return analysis::measures(book, analysis::inputs_for(book, coding, turns, seconds(60))).at("m").value;
}

TEST(TalkNames, HaveTheValuesOfTheTalk) {
    EXPECT_THAT(value_of("talk.professional"), Optional(15.5));
    EXPECT_THAT(value_of("talk.client"), Optional(30.0));
    EXPECT_THAT(value_of("talk.professional.turns"), Optional(2.0));
    EXPECT_THAT(value_of("talk.client.longest_turn"), Optional(30.0));
    EXPECT_THAT(value_of("talk.client.words"), Optional(3.0));
    EXPECT_THAT(value_of("talk.client.latency"), Optional(4.0));
    EXPECT_THAT(value_of("talk.client.silences_ended / talk.long_silences"), Optional(1.0));
    EXPECT_THAT(value_of("talk.silence"), Optional(14.5));
    EXPECT_THAT(value_of("talk.share.first_third"), Optional(10.0 / 16));
}

TEST(TalkNames, HaveNoValueWhereTheTalkHasNone) {
    EXPECT_EQ(value_of("talk.professional.turns", {}, {}), std::nullopt) << "no turns at all";
    EXPECT_EQ(value_of("talk.client.mean_turn", {}, {kTurns.front()}), std::nullopt) << "the client says nothing";
    EXPECT_EQ(value_of("talk.client", {}, {{{seconds(0), seconds(1)}, "a", Role::Unknown, ""}}), std::nullopt);
}

TEST(TalkNames, AreOfTheSegmentThatIsCoded) {
    codes::Coding coding;
    coding.segment = codes::Segment{{seconds(0), seconds(20)}, std::nullopt};
    EXPECT_THAT(value_of("talk.client", coding), Optional(6.0));
    EXPECT_THAT(value_of("talk.professional.turns", coding), Optional(1.0));
    EXPECT_THAT(value_of("duration", coding), Optional(20.0));
}

TEST(TalkNames, AllCanStandInAFormula) {
    for (const std::string& name : analysis::talk_names()) {
        EXPECT_TRUE(analysis::is_talk_name(name));
        EXPECT_THAT(analysis::Formula(name + " + 1").names(), testing::ElementsAre(name));
    }
    EXPECT_FALSE(analysis::is_talk_name("talk.nobody"));
}

}  // namespace
