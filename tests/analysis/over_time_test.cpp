#include "analysis/over_time.h"

#include "analysis/counted.h"
#include "analysis/segment.h"
#include "analysis/values.h"

#include <gmock/gmock.h>

namespace analysis {
namespace {

using codes::MeasureFormat;
using codes::Side;
using talk::Role;
using testing::ElementsAre;
using testing::Optional;
using values::coding;
using values::turn;

codes::Measure share(const std::string& key, const std::string& numerator, const std::string& denominator) {
    codes::Measure made;
    made.key = key;
    made.format = MeasureFormat::Percentage;
    made.numerator = numerator;
    made.denominator = denominator;
    return made;
}

codes::Codebook weather() {
    codes::Codebook book;
    book.codes = {values::code("sun", Side::Client, {"seen"}), values::code("rain", Side::Client, {"seen"}),
                  values::code("wind", Side::Client)};
    book.groups = {{"seen", {}}};
    codes::Rating rating;
    rating.key = "mood";
    book.ratings = {rating};
    book.measures = {share("sunny", "sun", "seen"), share("moody", "mood", "5"),
                     share("calls", "talk.client", "duration")};
    book.attributes = {
        {"force", {}, {"-3", "0", "+2", "2.5"}, {}}, {"kind", {}, {"1", "gale"}, {}}, {"fall", {}, {"2", "1"}, {}}};
    return book;
}

std::vector<std::optional<double>> values_of(const std::vector<Part>& parts, const std::string& measure) {
    std::vector<std::optional<double>> values;
    for (const Part& part : parts) values.push_back(part.measures.at(measure).value);
    return values;
}

TEST(MeasuresByPart, GiveEachThirdItsOwnCountsAndTalk) {
    auto heard = coding(weather(), {{1, "sun"}, {2, "rain"}, {10, "sun"}, {19.9, "sun"}});
    heard.ratings = {{"mood", 4}};
    const std::vector<talk::Turn> turns = {turn(5, 15, Role::Client), turn(20, 23, Role::Client)};
    const auto parts = measures_by_part(weather(), heard, turns, base::seconds(30));
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_EQ(parts[1].span, (base::Span{base::seconds(10), base::seconds(20)}));
    EXPECT_THAT(values_of(parts, "sunny"), ElementsAre(Optional(0.5), Optional(1.0), std::nullopt)) << "never 0";
    EXPECT_THAT(values_of(parts, "moody"), ElementsAre(std::nullopt, std::nullopt, std::nullopt));
    EXPECT_THAT(values_of(parts, "calls"), ElementsAre(Optional(0.5), Optional(0.5), Optional(0.3)));
}

TEST(MeasuresByPart, DivideTheSegmentWithoutAGap) {
    auto heard = coding(weather(), {{1, "rain"}, {100, "sun"}, {101, "rain"}, {102, "sun"}});
    heard.segment = codes::Segment{{base::seconds(100), base::microseconds(109'999'999)}, {}};
    const auto parts = measures_by_part(weather(), heard, {}, base::seconds(300), 4);
    ASSERT_EQ(parts.size(), 4u);
    EXPECT_EQ(parts.front().span.from, base::seconds(100));
    EXPECT_EQ(parts.back().span.to, base::microseconds(109'999'999));
    for (std::size_t part = 1; part < parts.size(); ++part) EXPECT_EQ(parts[part].span.from, parts[part - 1].span.to);
    EXPECT_EQ(parts[0].measures.at("sunny").denominator, 3.0);
}

TEST(MeasuresByPart, ReachTheLastCodeWhereTheRecordingIsNotKnownOrShorter) {
    const auto parts = measures_by_part(weather(), coding(weather(), {{1, "sun"}, {29, "rain"}, {30, "sun"}}), {}, {});
    EXPECT_THAT(values_of(parts, "sunny"), ElementsAre(Optional(1.0), std::nullopt, Optional(0.5)));
}

TEST(Running, IsTheShareOfAllThatWasHeardSoFar) {
    const auto points = running(weather(), weather().measures[0],
                                coding(weather(), {{1, "rain"}, {2, "wind"}, {3, "sun"}, {4, "sun"}}));
    ASSERT_EQ(points.size(), 3u) << "wind moves nothing";
    EXPECT_EQ(points[0].at, base::seconds(1));
    EXPECT_THAT(points[0].value.value, Optional(0.0));
    EXPECT_THAT(points[1].value.value, Optional(0.5));
    EXPECT_EQ(points[2].value.numerator, 2.0);
    EXPECT_EQ(points[2].value.denominator, 3.0);
    EXPECT_TRUE(points[2].value.low.has_value()) << "the interval too, where one is meaningful";
    EXPECT_TRUE(running(weather(), weather().measures[1], coding(weather(), {{1, "sun"}})).empty());
}

TEST(Strengths, AreReadFromTheEventsThatCarryOne) {
    auto heard = coding(weather(), {{1, "sun"}, {2, "rain"}, {3, "sun"}, {4, "hail"}, {5, "rain"}});
    heard.events[0].attributes["force"] = "+2";
    heard.events[1].attributes["force"] = "-3";
    heard.events[2].attributes["force"] = "strong";
    heard.events[3].attributes["force"] = "1";
    heard.events[4].attributes["kind"] = "1";
    EXPECT_THAT(strengths(weather(), "force", heard),
                ElementsAre(StrengthPoint{base::seconds(1), base::Id{"000"}, "sun", 2},
                            StrengthPoint{base::seconds(2), base::Id{"001"}, "rain", -3}));
    heard.segment = codes::Segment{{base::seconds(2), base::seconds(9)}, {}};
    EXPECT_EQ(strengths(weather(), "force", heard).size(), 1u);
}

TEST(Strengths, AreDrawnOnlyForAttributesThatAreAScale) {
    const auto book = weather();
    EXPECT_TRUE(is_scale(book.attributes[0]));
    EXPECT_FALSE(is_scale(book.attributes[1]));
    EXPECT_FALSE(is_scale(book.attributes[2]));
    EXPECT_FALSE(is_scale({"one", {}, {"1"}, {}}));
}

TEST(Segment, KeepsWhatBeginsInItAndCutsWhatReachesPastIt) {
    auto heard = coding(weather(), {{1, "sun"}, {5, "rain"}, {9, "sun"}, {10, "rain"}});
    heard.events[0].end = base::seconds(6);
    heard.events[2].end = base::seconds(20);
    EXPECT_EQ(coded_events(heard), heard.events);
    heard.segment = codes::Segment{{base::seconds(5), base::seconds(10)}, 1};
    const auto events = coded_events(heard);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[1].end, base::seconds(10));
    const auto turns = talk::turns_within(
        {turn(0, 6, Role::Client), turn(6, 20, Role::Professional), turn(10, 12, Role::Client)}, heard.segment->span);
    ASSERT_EQ(turns.size(), 2u);
    EXPECT_EQ(turns[0].span.from, base::seconds(5));
    EXPECT_EQ(turns[1].span.to, base::seconds(10));
}

TEST(Segment, DecidesWhatMeasuresAreMadeFrom) {
    auto heard = coding(weather(), {{1, "sun"}, {5, "rain"}, {12, "sun"}});
    heard.segment = codes::Segment{{base::seconds(5), base::seconds(10)}, 1};
    const auto inputs = inputs_for(weather(), heard, {turn(0, 6, Role::Client)}, base::seconds(60));
    EXPECT_EQ(inputs.counts.by_code.at("sun"), 0);
    EXPECT_EQ(inputs.counts.by_group.at("seen"), 1);
    EXPECT_EQ(inputs.duration, base::seconds(5));
    EXPECT_EQ(inputs.talk_time->client, base::seconds(1));
}

TEST(Questions, AreCountedPerMinuteOfWhatIsCoded) {
    codes::Codebook book;
    book.codes = {values::code("ask", Side::Professional), values::code("tell", Side::Professional),
                  values::code("answer", Side::Client)};
    book.codes[0].asks = true;
    codes::Coding talk = coding(book, {{0, "ask"}, {1, "tell"}, {2, "ask"}, {3, "answer"}, {4, "ask"}});
    const base::Time two_minutes = base::seconds(120);
    EXPECT_THAT(questions_per_minute(book, talk, Side::Professional, two_minutes), Optional(1.5));
    EXPECT_FALSE(questions_per_minute(book, talk, Side::Client, two_minutes)) << "nothing that they say is a question";
    EXPECT_FALSE(questions_per_minute(book, codes::Coding{}, Side::Professional, base::Time{}));
    talk.segment = codes::Segment{{talk.events[2].at, talk.events[2].at + base::seconds(30)}, {}};
    EXPECT_THAT(questions_per_minute(book, talk, Side::Professional, two_minutes), Optional(4.0))
        << "two in 30 seconds";
}

}  // namespace
}  // namespace analysis
