#include "analysis/trend.h"

#include "analysis/bootstrap.h"
#include "codes/samples.h"

#include <gtest/gtest.h>
#include <random>

namespace analysis {
namespace {

const codes::Codebook& book() {
    static const codes::Codebook made = codes::parse_codebook(samples::kCodebook, "sample");
    return made;
}
const codes::Codebook* book_of(const std::string& version) {
    return version == "1.0" ? &book() : nullptr;
}
bool everyone(const codes::CountedCoding&) {
    return true;
}

// Codings with open and closed questions, as the library counts them.
class Trend : public testing::Test {
protected:
    codes::CountedCoding& add(const std::string& person, const std::string& date, int open, int closed) {
        codes::CountedCoding& made = counted_.codings.emplace_back();
        made.coding = base::make_id();
        made.conversation = base::make_id();
        made.codebook_version = "1.0";
        made.coder = "Marit";
        made.trainee = person;
        made.date = date;
        made.totals.counts = {{0, open}, {1, closed}};
        return made;
    }
    std::vector<PersonTrend> trend_of(const std::string& measure) {
        return trend(counted_, book_of, measure, everyone);
    }

    codes::CountedCodings counted_{{{"open_question", {}}, {"closed_question", {{"strength", "1"}}}}, {}};
};

TEST_F(Trend, IsByPersonInOrderOfTheAlphabetAndByDay) {
    add("Bo", "2026-02-01", 1, 1);
    add("Anna", "2026-03-01T14:00:00+01:00", 3, 1);
    add("Anna", "2026-01-01", 1, 3);
    const auto people = trend_of("pct_open");
    ASSERT_EQ(people.size(), 2U);
    EXPECT_EQ(people[0].person, "Anna");
    ASSERT_EQ(people[0].points.size(), 2U);
    EXPECT_EQ(people[0].points[0].day, "2026-01-01");
    EXPECT_EQ(people[0].points[1].day, "2026-03-01");
    EXPECT_EQ(people[0].points[1].value.value, 0.75);
    EXPECT_EQ(people[0].points[1].value.denominator, 4);
}

TEST_F(Trend, GivesWhatTheMeasuresOfTheCodingGive) {
    const codes::CountedCoding& one = add("Anna", "2026-01-01", 7, 4);
    std::vector<codes::Event> events(11);
    for (std::size_t at = 0; at < events.size(); ++at) events[at].code = at < 7 ? "open_question" : "closed_question";
    Inputs inputs;
    inputs.counts = tally(book(), events);
    const auto measured = measures(book(), inputs);
    for (const char* key : {"pct_open", "questions_asked"})
        EXPECT_EQ(trend_of(key)[0].points[0].value, measured.at(key)) << key;
    EXPECT_EQ(one.trainee, "Anna");
}

TEST_F(Trend, SaysWhereCoderOrCodebookChanged) {
    add("Anna", "2026-01-01", 1, 1);
    add("Anna", "2026-01-02", 1, 1).coder = "Ben";
    add("Anna", "2026-01-03", 1, 1).coder = "Ben";
    codes::CountedCoding& other = add("Anna", "2026-01-04", 1, 1);
    other.coder = "Ben";
    other.codebook_version = "2.0";
    const PersonTrend anna = trend_of("pct_open")[0];
    ASSERT_EQ(anna.breaks.size(), 2U);
    EXPECT_EQ(anna.breaks[0].point, 1U);
    EXPECT_TRUE(anna.breaks[0].coder);
    EXPECT_FALSE(anna.breaks[0].codebook);
    EXPECT_EQ(anna.breaks[1].point, 3U);
    EXPECT_TRUE(anna.breaks[1].codebook);
    EXPECT_FALSE(anna.points[3].value.value) << "a version without this measure has no value";
}

TEST_F(Trend, LeavesOutWhatTheTraineeCodedOfThemselves) {
    add("Anna", "2026-01-01", 1, 1).purpose = codes::Purpose::Self;
    EXPECT_TRUE(trend_of("pct_open").empty());
}

TEST_F(Trend, AConversationWithoutADayHasTheDayItsCodingBegan) {
    add("Anna", "", 1, 1).created = *base::parse_iso8601("2026-05-06T12:00:00Z");
    EXPECT_EQ(trend_of("pct_open")[0].points[0].day, "2026-05-06");
}

TEST_F(Trend, KnowsWhichMeasuresTotalsAreEnoughFor) {
    codes::Measure measure;
    for (const auto& [formula, expected] : std::map<std::string, bool>{{"questions + partnership", true},
                                                                       {"talk.professional / duration", true},
                                                                       {"time.change_desire", false},
                                                                       {"talk.long_silences", false}}) {
        measure.numerator = formula;
        EXPECT_EQ(can_be_followed(book(), measure), expected) << formula;
    }
}

TEST_F(Trend, APeriodWeighsConversationsByWhatWasCounted) {
    add("Anna", "2026-01-01", 1, 1);
    add("Anna", "2026-01-02", 8, 0);
    add("Anna", "2026-02-01", 1, 3);
    add("Anna", "2026-02-02", 0, 0);
    const auto people = trend_of("pct_open");
    const auto [before, after] = around(people, "2026-02-01");
    const Difference found = difference(counted_, before, after);
    EXPECT_EQ(found.first.value, 0.9);
    EXPECT_EQ(found.first.conversations, 2);
    EXPECT_EQ(found.second.value, 0.25);
    EXPECT_DOUBLE_EQ(*found.value, -0.65);
    EXPECT_TRUE(found.few);
    EXPECT_TRUE(found.low);
    const Difference counts = difference(counted_, around(trend_of("questions_asked"), "2026-02-01").first, {});
    EXPECT_EQ(counts.first.value, 5) << "without a denominator: the mean";
    EXPECT_FALSE(counts.value);
    EXPECT_TRUE(counts.includes_zero());
}

TEST_F(Trend, AChangeInEveryConversationIsMoreThanChance) {
    for (int month = 1; month <= 6; ++month) {
        add("Anna", "2026-0" + std::to_string(month) + "-01", 4 + month % 2, 16);
        add("Anna", "2026-0" + std::to_string(month) + "-15", 14 + month % 3, 6);
    }
    Points first, second;
    const auto people = trend_of("pct_open");
    for (const TrendPoint& point : people[0].points) (point.day.ends_with("01") ? first : second).push_back(&point);
    const Difference found = difference(counted_, first, second);
    EXPECT_FALSE(found.few);
    EXPECT_FALSE(found.intervals_overlap());
    EXPECT_FALSE(found.includes_zero());
    EXPECT_GT(*found.low, 0.4);
    EXPECT_EQ(difference(counted_, first, second).low, found.low) << "the seed is fixed";
    EXPECT_TRUE(difference(counted_, first, first).includes_zero());
    EXPECT_TRUE(difference(counted_, first, first).intervals_overlap());
}

TEST(Bootstrap, NeedsTwoConversationsAndSomethingCounted) {
    EXPECT_FALSE(bootstrap({}, {}).first);
    EXPECT_FALSE(bootstrap({{1, 2}}, {}).first);
    EXPECT_FALSE(bootstrap({{0, 0}, {0, 0}}, {}).first);
    EXPECT_TRUE(bootstrap({{1, 2}, {1, 3}}, {}).first);
    EXPECT_FALSE(bootstrap({{1, 2}, {1, 3}}, {{1, 2}}).difference);
}

// Forty conversations, each with a proportion of its own around 0.4 and 5 to 30 events.
TEST(Bootstrap, IntervalsCoverTheTruthNineteenTimesInTwenty) {
    std::mt19937 random(4);
    const auto uniform = [&] { return static_cast<double>(random()) / 4294967296.0; };
    const auto conversations = [&] {
        std::vector<Share> shares(40);
        for (Share& share : shares) {
            const double chance = 0.2 + 0.4 * uniform();
            const int events = 5 + static_cast<int>(26 * uniform());
            for (int event = 0; event < events; ++event) share.numerator += uniform() < chance ? 1 : 0;
            share.denominator = events;
        }
        return shares;
    };
    constexpr int kTimes = 600;
    int covered = 0, covered_difference = 0;
    for (int time = 0; time < kTimes; ++time) {
        const auto first = conversations(), second = conversations();
        const BootstrapIntervals found = bootstrap(first, second);
        const Interval one = *found.first, both = *found.difference;
        covered += one.low <= 0.4 && 0.4 <= one.high ? 1 : 0;
        covered_difference += both.low <= 0 && 0 <= both.high ? 1 : 0;
    }
    for (const int times : {covered, covered_difference}) {
        EXPECT_GE(times, 0.93 * kTimes);
        EXPECT_LE(times, 0.97 * kTimes);
    }
}

}  // namespace
}  // namespace analysis
