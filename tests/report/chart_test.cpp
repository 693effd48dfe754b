#include "report/chart.h"

#include "report/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using base::seconds;
using codes::Side;

report::Report of_length(base::Time duration, std::vector<report::Mark> marks) {
    auto report = report::make_report(sample::empty_conversation(), base::Language::English);
    report.duration = duration;
    report.length = "all of it";
    report.marks = std::move(marks);
    return report;
}

TEST(Chart, PutsAMarkAtItsShareOfTheLength) {
    const auto chart = report::timeline_chart(of_length(seconds(100), {{seconds(0), {}, Side::Professional, {}},
                                                                       {seconds(50), {}, Side::Client, {}},
                                                                       {seconds(100), {}, Side::Client, {}}}),
                                              500);
    ASSERT_EQ(chart.marks.size(), 3u);
    EXPECT_DOUBLE_EQ(chart.marks[0].x, chart.lane_left);
    EXPECT_EQ(chart.marks[0].lane, 0);
    EXPECT_EQ(chart.marks[1].lane, 1);
    EXPECT_NEAR(chart.marks[1].x + chart.marks[1].width / 2, (chart.lane_left + 500) / 2, 0.01);
    EXPECT_DOUBLE_EQ(chart.marks[2].x + chart.marks[2].width, 500);
}

TEST(Chart, DrawsSpansBehindTheirBeginning) {
    const auto chart = report::timeline_chart(
        of_length(seconds(100), {{seconds(10), {}, Side::Client, {}}, {seconds(20), seconds(60), Side::Client, {}}}),
        500);
    ASSERT_EQ(chart.marks.size(), 3u);
    EXPECT_TRUE(chart.marks[0].is_span);
    EXPECT_GT(chart.marks[0].width, 150);
    EXPECT_FALSE(chart.marks[1].is_span);
}

TEST(Chart, KeepsMarksInsideWhateverTheirTime) {
    const auto chart = report::timeline_chart(
        of_length(seconds(10), {{seconds(-5), {}, Side::Client, {}}, {seconds(99), seconds(200), Side::Client, {}}}),
        500);
    for (const auto& mark : chart.marks) {
        EXPECT_GE(mark.x, chart.lane_left);
        EXPECT_LE(mark.x + mark.width, 500.001);
    }
}

TEST(Chart, StandsWithoutLengthOrMarks) {
    EXPECT_TRUE(report::timeline_chart(of_length({}, {}), 500).marks.empty());
    EXPECT_EQ(report::timeline_chart(of_length({}, {{seconds(7), {}, Side::Client, {}}}), 500).marks.size(), 1u);
}

TEST(Chart, DrawsMarksOnTheSameSpotOnce) {
    std::vector<report::Mark> marks(1'000, {seconds(5), {}, Side::Client, {}});
    EXPECT_EQ(report::timeline_chart(of_length(seconds(10), marks), 500).marks.size(), 1u);
}

TEST(Chart, LeavesRoomBetweenItsLabels) {
    for (const double minutes : {0.2, 1.0, 7.0, 31.0, 59.9, 60.0, 95.0, 600.0, 3'000.0}) {
        const auto chart = report::timeline_chart(of_length(seconds(minutes * 60), {}), 500);
        EXPECT_EQ(chart.ticks.front().label, minutes < 10 ? "00:00" : "0");
        if (minutes >= 10) {
            EXPECT_EQ(chart.ticks.back().label, "all of it");
        }
        for (std::size_t i = 1; i < chart.ticks.size(); ++i)
            EXPECT_GT(chart.ticks[i].x - chart.ticks[i - 1].x, 40) << minutes << " minutes";
    }
}

TEST(Chart, SaysMinutesAndSecondsOfAShortConversation) {
    const auto chart = report::timeline_chart(of_length(seconds(170), {}), 500);
    std::vector<std::string> labels;
    for (const auto& tick : chart.ticks) labels.push_back(tick.label);
    EXPECT_EQ(labels, (std::vector<std::string>{"00:00", "01:00", "02:00", "02:50"}));
}

}  // namespace
