#include "app/views/timeline_marks.h"
#include "app/views/timeline_view.h"

#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace app {
namespace {

TimelineView half_an_hour() {
    TimelineView view;
    view.resize(base::seconds(1800), 1012);
    view.fit();
    return view;
}

codes::Event event_at(double seconds, codes::Side side = codes::Side::Professional) {
    codes::Event event;
    event.id = base::make_id();
    event.at = base::seconds(seconds);
    event.code = "open_question";
    event.speaker = side;
    return event;
}

LaneRules rules(double px_per_second) {
    LaneRules rules;
    rules.px_per_second = px_per_second;
    rules.name_width = [](const codes::Event&) { return 50.0f; };
    return rules;
}

TEST(TimelineView, AMomentLiesWhereItIsFoundAgain) {
    TimelineView view = half_an_hour();
    view.zoom(10, 500);
    for (float x : {6.0f, 100.0f, 777.0f}) EXPECT_NEAR(view.x_of(view.time_at(x)), x, 0.01);
}

TEST(TimelineView, StartAndEndAreInsideTheEdges) {
    const TimelineView view = half_an_hour();
    EXPECT_FLOAT_EQ(view.x_of({}), 6);
    EXPECT_NEAR(view.x_of(base::seconds(1800)), 1006, 0.01);
    EXPECT_EQ(view.time_at(-50), base::Time{});
    EXPECT_EQ(view.time_at(5000), base::seconds(1800));
}

TEST(TimelineView, ZoomKeepsWhatIsUnderThePointer) {
    TimelineView view = half_an_hour();
    const base::Time under = view.time_at(400);
    for (int i = 0; i < 20; ++i) view.zoom(1.3, 400);
    EXPECT_NEAR(view.time_at(400).seconds(), under.seconds(), 0.01);
    for (int i = 0; i < 200; ++i) view.zoom(1.3, 400);
    EXPECT_EQ(view.length, kClosestView);
    for (int i = 0; i < 200; ++i) view.zoom(1 / 1.3, 400);
    EXPECT_EQ(view.from, base::Time{});
    EXPECT_EQ(view.length, view.duration);
}

TEST(TimelineView, PanningStopsAtBothEnds) {
    TimelineView view = half_an_hour();
    view.zoom(10, 0);
    view.pan(-1e6);
    EXPECT_EQ(view.from, base::Time{});
    view.pan(1e6);
    EXPECT_EQ(view.to(), view.duration);
}

TEST(TimelineView, FollowsThePlayheadAPageAtATime) {
    TimelineView view = half_an_hour();
    view.show(base::seconds(60), base::seconds(100));
    view.follow(base::seconds(90));
    EXPECT_EQ(view.from, base::seconds(10)) << "still in sight: nothing moves";
    view.follow(base::seconds(108));
    EXPECT_EQ(view.from, base::seconds(98));
    view.follow(base::seconds(20));
    EXPECT_EQ(view.from, base::seconds(10)) << "and back";
    view.follows = false;
    view.follow(base::seconds(900));
    EXPECT_EQ(view.from, base::seconds(10));
}

TEST(TimelineView, ARecordingWithoutLengthIsNoTrouble) {
    TimelineView view;
    view.resize({}, 0);
    view.fit();
    view.zoom(2, 10);
    view.pan(50);
    EXPECT_EQ(view.time_at(50), base::Time{});
}

TEST(TimelineView, TicksAreRoundAndFarEnoughApart) {
    TimelineView view = half_an_hour();
    for (double factor : {1.0, 3.0, 10.0, 10.0, 10.0}) {
        view.zoom(factor, 500);
        const Ticks found = ticks(view, 80);
        ASSERT_FALSE(found.at.empty());
        EXPECT_GE(found.step.seconds() * view.px_per_second(), 80);
        for (base::Time at : found.at) EXPECT_EQ(at.microseconds % found.step.microseconds, 0);
    }
}

TEST(TimelineMarks, TwoCodesAtOneMomentLieOverEachOther) {
    const LaneMarks lane = lay_out({event_at(5), event_at(5)}, rules(10));
    ASSERT_EQ(lane.marks.size(), 2u);
    EXPECT_EQ(lane.marks[0].row, 0);
    EXPECT_EQ(lane.marks[1].row, 1);
    EXPECT_TRUE(lane.marks[0].has_name && lane.marks[1].has_name);
}

TEST(TimelineMarks, ManyCodesAtOneMomentCanEachBePressed) {
    const std::vector<codes::Event> events(7, event_at(5));
    const LaneMarks lane = lay_out(events, rules(10));
    std::set<std::pair<int, long>> places;
    for (const Mark& mark : lane.marks) places.insert({mark.row, std::lround(mark.x)});
    EXPECT_EQ(places.size(), 7u);
}

TEST(TimelineMarks, EachLaneHasItsOwnSide) {
    const std::vector<codes::Event> events = {event_at(1), event_at(2, codes::Side::Client), event_at(3)};
    EXPECT_EQ(lay_out(events, rules(100)).marks.size(), 2u);
    EXPECT_EQ(lay_out(events, rules(100)).rows_used, 1);
}

TEST(TimelineMarks, NamesGiveWayWhereItGetsCrowded) {
    const LaneMarks lane = lay_out({event_at(1), event_at(2), event_at(3), event_at(4)}, rules(5));
    EXPECT_FALSE(lane.marks[0].has_name) << "the third lies 10 pixels further in the same row";
    EXPECT_LE(lane.marks[0].x + lane.marks[0].width, lane.marks[2].x);
    EXPECT_TRUE(lane.marks[3].has_name);
}

TEST(TimelineMarks, ASpanKeepsItsLength) {
    codes::Event span = event_at(1);
    span.end = base::seconds(21);
    const LaneMarks lane = lay_out({span, event_at(2), event_at(3)}, rules(10));
    EXPECT_FLOAT_EQ(lane.marks[0].width, 200);
}

TEST(TimelineMarks, WhatIsInSightIsFoundAmongTenThousand) {
    std::vector<codes::Event> events;
    for (int i = 0; i < 10'000; ++i) events.push_back(event_at(i * 0.36));
    codes::Event span = event_at(0);
    span.end = base::seconds(3600);
    events.insert(events.begin(), span);
    const LaneMarks lane = lay_out(events, rules(100));
    std::set<std::size_t> seen;
    for (const Mark& mark : lane.between(100'000, 101'000))
        if (mark.x + mark.width >= 100'000) seen.insert(mark.event);
    EXPECT_TRUE(seen.contains(0)) << "a span that began long ago";
    EXPECT_GE(seen.size(), 28u);
    EXPECT_LE(seen.size(), 31u);
}

}  // namespace
}  // namespace app
