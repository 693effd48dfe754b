// Agreement of coders with themselves, by quarter of a year.
#include "analysis/drift.h"

#include "base/time.h"

#include <cstdlib>
#include <gtest/gtest.h>

namespace analysis {
namespace {

codes::Coding coded(const std::vector<std::pair<double, std::string>>& moments) {
    codes::Coding coding;
    coding.id = base::make_id();
    for (const auto& [seconds, code] : moments) {
        codes::Event event;
        event.id = base::make_id();
        event.at = base::seconds(seconds);
        event.code = code;
        coding.events.push_back(event);
    }
    return coding;
}

base::Timestamp day(const char* text) {
    return base::parse_iso8601(text).value();
}

TEST(Drift, AQuarterHasThreeMonths) {
    EXPECT_EQ(quarter_of(day("2026-01-01")), (Quarter{2026, 1}));
    EXPECT_EQ(quarter_of(day("2026-03-31")), (Quarter{2026, 1}));
    EXPECT_EQ(quarter_of(day("2026-04-01")), (Quarter{2026, 2}));
    EXPECT_EQ(quarter_of(day("2026-12-31")), (Quarter{2026, 4}));
}

TEST(Drift, QuartersStandInOrderAndPoolWhatWasDoneInThem) {
    const codes::Coding first = coded({{1, "a"}, {10, "b"}, {20, "a"}, {30, "b"}});
    const codes::Coding same = coded({{1.5, "a"}, {10, "b"}, {21, "a"}, {30, "b"}});
    const codes::Coding turned = coded({{1, "b"}, {10, "a"}, {20, "b"}, {30, "a"}});
    const auto quarters = agreement_by_quarter(
        {{first, turned, day("2026-08-02")}, {first, same, day("2026-02-11")}, {first, same, day("2026-07-01")}},
        base::seconds(2));
    ASSERT_EQ(quarters.size(), 2u);
    EXPECT_EQ(quarters[0].quarter, (Quarter{2026, 1}));
    EXPECT_EQ(quarters[0].agreement.cohen_kappa, 1.0);
    EXPECT_EQ(quarters[1].agreement.conversations, 2u);
    EXPECT_EQ(quarters[1].agreement.moments, 8);
    EXPECT_EQ(quarters[1].agreement.same_code, 4);
    // Half alike, and by chance half: no more than that.
    EXPECT_DOUBLE_EQ(quarters[1].agreement.cohen_kappa.value(), 0.0);
    EXPECT_TRUE(quarters[1].few) << "eight moments say too little";
}

TEST(Drift, WhatLiesOutsideTheSegmentOfEitherIsLeftOut) {
    codes::Coding then = coded({{1, "a"}, {10, "b"}, {50, "a"}});
    const codes::Coding now = coded({{1, "a"}, {10, "b"}, {50, "b"}});
    then.segment = codes::Segment{{base::Time{}, base::seconds(20)}, {}};
    const auto quarters = agreement_by_quarter({{then, now, day("2026-02-11")}}, base::seconds(2));
    ASSERT_EQ(quarters.size(), 1u);
    EXPECT_EQ(quarters[0].agreement.moments, 2);
    EXPECT_EQ(quarters[0].agreement.cohen_kappa, 1.0);
    EXPECT_TRUE(agreement_by_quarter({}, base::seconds(2)).empty());
}

}  // namespace
}  // namespace analysis
