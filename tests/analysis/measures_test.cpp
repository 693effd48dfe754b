#include "analysis/measures.h"

#include "base/error.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using analysis::Band;
using analysis::MeasureValue;
using codes::MeasureFormat;
using codes::Side;
using testing::DoubleNear;
using testing::HasSubstr;
using testing::Optional;

codes::Code code(const std::string& key, Side side, std::vector<std::string> groups = {}) {
    codes::Code made;
    made.key = key;
    made.side = side;
    made.groups = std::move(groups);
    return made;
}

codes::Measure measure(const std::string& key, MeasureFormat format, const std::string& numerator,
                       const std::string& denominator) {
    codes::Measure made;
    made.key = key;
    made.format = format;
    made.numerator = numerator;
    made.denominator = denominator;
    return made;
}

// The shape of MITI's summary scores, made for the test.
codes::Codebook miti_like() {
    codes::Codebook book;
    book.key = "test-miti";
    for (const char* key : {"gi", "persuade", "persuade_with", "af", "seek", "emphasize", "confront"})
        book.codes.push_back(code(key, Side::Professional));
    book.codes.push_back(code("q", Side::Professional, {"questions"}));
    book.codes.push_back(code("sr", Side::Professional, {"reflections"}));
    book.codes.push_back(code("cr", Side::Professional, {"reflections"}));
    book.groups = {{"questions", {}}, {"reflections", {}}};
    for (const char* key : {"cultivating", "softening", "partnership", "empathy"}) {
        codes::Rating rating;
        rating.key = key;
        book.ratings.push_back(rating);
    }
    book.measures = {measure("technical", MeasureFormat::Mean, "cultivating + softening", "2"),
                     measure("relational", MeasureFormat::Mean, "(partnership + empathy) / 2", ""),
                     measure("pct_cr", MeasureFormat::Percentage, "cr", "reflections"),
                     measure("r_to_q", MeasureFormat::Ratio, "reflections", "q"),
                     measure("mia", MeasureFormat::Count, "seek + af + emphasize", ""),
                     measure("mina", MeasureFormat::Count, "confront + persuade", "")};
    book.measures[2].fair = 0.4;
    book.measures[2].good = 0.5;
    return book;
}

std::vector<codes::Event> events(const std::vector<std::pair<std::string, int>>& how_often) {
    std::vector<codes::Event> made;
    for (const auto& [key, count] : how_often)
        for (int i = 0; i < count; ++i) {
            codes::Event event;
            event.code = key;
            event.at = base::seconds(static_cast<double>(made.size()));
            made.push_back(event);
        }
    return made;
}

analysis::Inputs inputs_of(const codes::Codebook& book, const std::vector<std::pair<std::string, int>>& how_often) {
    analysis::Inputs inputs;
    inputs.counts = analysis::tally(book, events(how_often));
    return inputs;
}

MeasureValue only_measure(codes::Codebook book, const codes::Measure& wanted, const analysis::Inputs& inputs) {
    book.measures = {wanted};
    return analysis::measures(book, inputs).at(wanted.key);
}

TEST(Tally, CountsEachCodeAndEachGroup) {
    const auto counts = analysis::tally(miti_like(), events({{"sr", 2}, {"cr", 3}, {"q", 1}}));
    EXPECT_EQ(counts.by_code.at("sr"), 2);
    EXPECT_EQ(counts.by_code.at("af"), 0);
    EXPECT_EQ(counts.by_group.at("reflections"), 5);
    EXPECT_EQ(counts.by_group.at("questions"), 1);
}

TEST(Tally, LeavesOutCodesThatTheCodebookDoesNotHave) {
    const auto counts = analysis::tally(miti_like(), events({{"laughs", 4}, {"q", 1}}));
    EXPECT_FALSE(counts.by_code.contains("laughs"));
    EXPECT_EQ(counts.by_code.at("q"), 1);
}

TEST(Tally, CountsInAGroupWithConditionsOnlyTheEventsThatMeetThem) {
    auto book = miti_like();
    book.groups.push_back({"of_change", {}, {{"valence", {"+", "±"}}, {"target", {"1"}}}});
    for (codes::Code& each : book.codes)
        if (each.key == "sr" || each.key == "cr") each.groups.emplace_back("of_change");
    auto coded = events({{"sr", 4}, {"cr", 1}, {"q", 1}});
    coded[0].attributes = {{"valence", "+"}, {"target", "1"}};
    coded[1].attributes = {{"valence", "+"}, {"target", "2"}};
    coded[2].attributes = {{"valence", "-"}, {"target", "1"}};
    coded[4].attributes = {{"valence", "±"}, {"target", "1"}};
    coded[5].attributes = {{"valence", "+"}, {"target", "1"}};
    analysis::Inputs inputs;
    inputs.counts = analysis::tally(book, coded);
    EXPECT_EQ(inputs.counts.by_group.at("of_change"), 2);
    EXPECT_EQ(inputs.counts.by_group.at("reflections"), 5);
    const auto share = only_measure(book, measure("m", MeasureFormat::Percentage, "of_change", "reflections"), inputs);
    EXPECT_THAT(share.value, Optional(0.4));
    EXPECT_FALSE(share.low.has_value()) << "two of the codes' events, not two of the codes";
}

TEST(Measures, GiveTheSummaryScoresOfTheCodedTrainingTranscripts) {
    const std::string path = support::shared("oracles/mi-oracles.json");
    if (path.empty()) GTEST_SKIP() << "the published figures are not here";
    const auto sessions = nlohmann::json::parse(support::read_file(path)).at("casaa_miti4_gold");
    ASSERT_EQ(sessions.size(), 12u);
    const codes::Codebook book = miti_like();
    const std::map<std::string, std::string> key_of = {
        {"GI", "gi"}, {"P", "persuade"}, {"PW", "persuade_with"}, {"Q", "q"},          {"SR", "sr"}, {"CR", "cr"},
        {"AF", "af"}, {"SEEK", "seek"},  {"EMPH", "emphasize"},   {"CONF", "confront"}};
    for (const auto& session : sessions) {
        SCOPED_TRACE(session.at("title").get<std::string>());
        std::vector<std::pair<std::string, int>> how_often;
        for (const auto& [name, key] : key_of) how_often.emplace_back(key, session.at("counts").at(name).get<int>());
        analysis::Inputs inputs = inputs_of(book, how_often);
        inputs.ratings = {{"cultivating", session.at("CCT")},
                          {"softening", session.at("SST")},
                          {"partnership", session.at("PART")},
                          {"empathy", session.at("EMP")}};
        const auto values = analysis::measures(book, inputs);
        EXPECT_THAT(values.at("technical").value, Optional(session.at("technical").get<double>()));
        EXPECT_THAT(values.at("relational").value, Optional(session.at("relational").get<double>()));
        EXPECT_THAT(values.at("mia").value, Optional(session.at("MIA").get<double>()));
        EXPECT_THAT(values.at("mina").value, Optional(session.at("MINA").get<double>()));
        EXPECT_THAT(values.at("r_to_q").value, Optional(DoubleNear(session.at("R_Q").get<double>(), 0.00005)));
        if (session.at("pct_CR").is_null()) {
            EXPECT_EQ(values.at("pct_cr").value, std::nullopt);
        } else {
            EXPECT_THAT(values.at("pct_cr").value,
                        Optional(DoubleNear(session.at("pct_CR").get<double>() / 100, 0.00005)));
        }
    }
}

TEST(Measures, AreUndefinedWithoutADenominatorAndStillShowTheirCounts) {
    const auto book = miti_like();
    const auto value = analysis::measures(book, inputs_of(book, {{"cr", 0}})).at("pct_cr");
    EXPECT_EQ(value.value, std::nullopt);
    EXPECT_THAT(value.numerator, Optional(0.0));
    EXPECT_THAT(value.denominator, Optional(0.0));
    EXPECT_EQ(value.low, std::nullopt);
    EXPECT_EQ(value.band, Band::None);
}

TEST(Measures, AreUndefinedUntilEveryRatingIsGiven) {
    const auto book = miti_like();
    auto inputs = inputs_of(book, {});
    inputs.ratings = {{"cultivating", 4}};
    EXPECT_EQ(analysis::measures(book, inputs).at("technical").value, std::nullopt);
}

TEST(Measures, CarryWilsonsIntervalForAPercentageOfCounts) {
    const auto book = miti_like();
    const auto value = analysis::measures(book, inputs_of(book, {{"sr", 9}, {"cr", 7}})).at("pct_cr");
    EXPECT_THAT(value.value, Optional(7.0 / 16));
    EXPECT_THAT(value.low, Optional(DoubleNear(0.230987, 1e-6)));
    EXPECT_THAT(value.high, Optional(DoubleNear(0.668214, 1e-6)));
}

TEST(Measures, CarryNoIntervalWhereTheNumeratorIsNotAPartOfTheDenominator) {
    const auto book = miti_like();
    const auto inputs = inputs_of(book, {{"sr", 1}, {"cr", 2}, {"q", 6}, {"gi", 1}});
    const auto low = [&](MeasureFormat format, const char* numerator, const char* denominator) {
        return only_measure(book, measure("m", format, numerator, denominator), inputs).low;
    };
    EXPECT_TRUE(low(MeasureFormat::Percentage, "cr", "cr + sr").has_value());
    EXPECT_TRUE(low(MeasureFormat::Percentage, "cr + sr", "questions + reflections").has_value());
    EXPECT_FALSE(low(MeasureFormat::Ratio, "cr", "reflections").has_value());
    EXPECT_FALSE(low(MeasureFormat::Mean, "cr", "q").has_value());
    EXPECT_FALSE(low(MeasureFormat::Percentage, "cr", "q").has_value());
    EXPECT_FALSE(low(MeasureFormat::Percentage, "cr", "cr + cr").has_value());
    EXPECT_FALSE(low(MeasureFormat::Percentage, "cr", "reflections - sr").has_value());
    EXPECT_FALSE(low(MeasureFormat::Percentage, "cr", "10").has_value());
}

TEST(Measures, CarryTheOddsOfWilsonsIntervalForARatioOfCounts) {
    const auto book = miti_like();
    const auto value = only_measure(book, measure("r_to_q", MeasureFormat::Ratio, "cr + sr", "q"),
                                    inputs_of(book, {{"sr", 9}, {"cr", 7}, {"q", 11}}));
    EXPECT_EQ(value.method, analysis::IntervalMethod::WilsonOdds);
    EXPECT_THAT(value.value, Optional(16.0 / 11));
    // 16 of 27: 0.407267 to 0.754852 by Wilson.
    EXPECT_THAT(value.low, Optional(DoubleNear(0.687100, 1e-6)));
    EXPECT_THAT(value.high, Optional(DoubleNear(3.079176, 1e-6)));
}

TEST(Measures, CarryNoIntervalForTalkTime) {
    auto inputs = inputs_of(miti_like(), {});
    inputs.talk_time = talk::TalkTime{base::seconds(1000), base::seconds(752)};
    const auto share =
        measure("talk_share", MeasureFormat::Percentage, "talk.professional", "talk.professional + talk.client");
    const auto value = only_measure(miti_like(), share, inputs);
    EXPECT_THAT(value.value, Optional(DoubleNear(0.5708, 0.0001)));
    EXPECT_THAT(value.denominator, Optional(1752.0));
    EXPECT_FALSE(value.low.has_value());
}

TEST(Measures, KnowNoTalkTimeWithoutTurns) {
    const auto book = miti_like();
    const codes::Coding coding;
    EXPECT_FALSE(analysis::inputs_for(book, coding, {}, base::seconds(60)).talk_time.has_value());
    const std::vector<talk::Turn> nameless = {{{base::seconds(0), base::seconds(9)}, "", talk::Role::Unknown, ""}};
    EXPECT_FALSE(analysis::inputs_for(book, coding, nameless, base::seconds(60)).talk_time.has_value());
    const auto share =
        measure("talk_share", MeasureFormat::Percentage, "talk.professional", "talk.professional + talk.client");
    EXPECT_EQ(only_measure(book, share, inputs_of(book, {})).value, std::nullopt);
}

TEST(Measures, FallInTheBandOfTheirThresholds) {
    const auto book = miti_like();
    const auto band = [&](int simple, int complex) {
        return analysis::measures(book, inputs_of(book, {{"sr", simple}, {"cr", complex}})).at("pct_cr").band;
    };
    EXPECT_EQ(band(61, 39), Band::BelowFair);
    EXPECT_EQ(band(3, 2), Band::Fair);  // exactly 40 %
    EXPECT_EQ(band(51, 49), Band::Fair);
    EXPECT_EQ(band(1, 1), Band::Good);  // exactly 50 %
    EXPECT_EQ(band(0, 9), Band::Good);
}

TEST(Measures, ReachALineFromAboveWhereLowerIsBetter) {
    auto book = miti_like();
    book.measures[2].better = codes::Better::Lower;
    book.measures[2].fair = 0.5;
    book.measures[2].good = 0.4;
    const auto band = [&](int simple, int complex) {
        return analysis::measures(book, inputs_of(book, {{"sr", simple}, {"cr", complex}})).at("pct_cr").band;
    };
    EXPECT_EQ(band(61, 39), Band::Good);
    EXPECT_EQ(band(3, 2), Band::Good);  // exactly 40 %
    EXPECT_EQ(band(1, 1), Band::Fair);  // exactly 50 %
    EXPECT_EQ(band(49, 51), Band::BelowFair);
}

TEST(Measures, SayWhenThereIsTooLittleToSay) {
    auto book = miti_like();
    book.measures[2].few_below = 5;
    const auto four = analysis::measures(book, inputs_of(book, {{"sr", 1}, {"cr", 3}})).at("pct_cr");
    EXPECT_EQ(four.band, Band::TooFew);
    EXPECT_THAT(four.value, Optional(0.75));
    EXPECT_EQ(analysis::measures(book, inputs_of(book, {{"sr", 1}, {"cr", 4}})).at("pct_cr").band, Band::Good);
    EXPECT_EQ(analysis::measures(book, inputs_of(book, {})).at("pct_cr").band, Band::None);
}

TEST(Measures, NameTheMeasureAndThePlaceOfAMistake) {
    auto book = miti_like();
    const auto mistake = [&](const char* formula) -> std::string {
        book.measures = {measure("pct_x", MeasureFormat::Percentage, formula, "reflections")};
        try {
            analysis::measures(book, inputs_of(book, {}));
        } catch (const base::Error& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_THAT(mistake("cr +"), AllOf(HasSubstr("pct_x"), HasSubstr("position 5"), HasSubstr("test-miti")));
    EXPECT_THAT(mistake("complex"), AllOf(HasSubstr("pct_x"), HasSubstr("\"complex\"")));
}

TEST(Measures, TheTimeOfSpansIsCountedOnceWhereTheyOverlap) {
    codes::Codebook book;
    book.codes = {code("leans", Side::Professional, {"posture"}), code("sits_back", Side::Professional, {"posture"})};
    book.measures = {measure("leaning", MeasureFormat::Percentage, "time.leans", "time.posture"),
                     measure("of_all", MeasureFormat::Percentage, "time.leans", "duration")};
    codes::Coding coding;
    const auto span = [](const char* key, int from, std::optional<int> to) {
        codes::Event event;
        event.at = base::seconds(from);
        if (to) event.end = base::seconds(*to);
        event.code = key;
        return event;
    };
    coding.events = {span("leans", 0, 10), span("leans", 5, 20), span("sits_back", 15, 40), span("leans", 50, {})};
    const auto values = analysis::measures(book, analysis::inputs_for(book, coding, {}, base::seconds(100)));
    EXPECT_THAT(values.at("leaning").numerator, Optional(20));
    EXPECT_THAT(values.at("leaning").denominator, Optional(40));
    EXPECT_THAT(values.at("of_all").value, Optional(DoubleNear(0.2, 1e-12)));
    EXPECT_FALSE(values.at("leaning").low);  // seconds are not chosen one by one
}

}  // namespace
