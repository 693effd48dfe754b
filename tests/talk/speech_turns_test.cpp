#include "talk/speech_turns.h"

#include "talk/floor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using base::seconds;
using base::Span;
using talk::Role;

Span span(double from, double to) {
    return {seconds(from), seconds(to)};
}

talk::Turn turn(double from, double to, Role role) {
    return {span(from, to), role == Role::Client ? "b" : "a", role, ""};
}

std::vector<talk::WholeTurn> whole(const std::vector<talk::Turn>& turns) {
    return talk::whole_turns(talk::stretches(turns));
}

TEST(SpeechTurns, AreTheStretchesOfAllSpeakersByTime) {
    const auto turns =
        talk::turns_from_speech({{"Anna", {span(0, 2), span(5, 6)}}, {"Bea", {span(1.5, 4), span(7, 7)}}});
    ASSERT_EQ(turns.size(), 3U) << "one without length is none";
    EXPECT_EQ(turns[0], (talk::Turn{span(0, 2), "Anna", Role::Unknown, ""}));
    EXPECT_EQ(turns[1], (talk::Turn{span(1.5, 4), "Bea", Role::Unknown, ""}));
    EXPECT_EQ(turns[2].speaker, "Anna");
    EXPECT_TRUE(talk::turns_from_speech({}).empty());
    EXPECT_TRUE(talk::turns_from_speech({{"Anna", {}}}).empty());
}

TEST(WholeTurns, GoOnThroughPausesUntilTheOtherSpeaks) {
    const auto turns =
        whole({turn(0, 4, Role::Professional), turn(9, 12, Role::Professional), turn(13, 20, Role::Client)});
    ASSERT_EQ(turns.size(), 2U);
    EXPECT_EQ(turns[0].span, span(0, 12));
    EXPECT_EQ(turns[0].speech, seconds(7));
    EXPECT_EQ(turns[1].role, Role::Client);
}

TEST(WholeTurns, AreNotEndedByABackchannel) {
    const auto turns = whole({turn(0, 10, Role::Professional), turn(4, 4.5, Role::Client), turn(12, 14, Role::Client)});
    ASSERT_EQ(turns.size(), 2U);
    EXPECT_EQ(turns[0].span, span(0, 10));
    EXPECT_EQ(turns[1].span, span(12, 14));
    // In a pause that it fills.
    EXPECT_EQ(
        whole({turn(0, 4, Role::Professional), turn(4.2, 4.8, Role::Client), turn(5, 9, Role::Professional)}).size(),
        1U);
}

TEST(WholeTurns, AreEndedByAnAnswerHoweverShort) {
    const auto turns =
        whole({turn(0, 4, Role::Professional), turn(4.5, 4.9, Role::Client), turn(5.1, 9, Role::Professional)});
    ASSERT_EQ(turns.size(), 3U);
    EXPECT_EQ(turns[1].span, span(4.5, 4.9));
}

TEST(WholeTurns, AreEndedByMoreThanASecondOfTheOther) {
    EXPECT_EQ(whole({turn(0, 10, Role::Professional), turn(4, 5.01, Role::Client)}).size(), 2U);
    EXPECT_EQ(whole({turn(0, 10, Role::Professional), turn(4, 5, Role::Client)}).size(), 1U);
}

TEST(WholeTurns, HaveOverlappingStretchesOfOneSideOnce) {
    const auto turns = whole({turn(2, 6, Role::Client), turn(0, 4, Role::Client), turn(1, 3, Role::Client)});
    ASSERT_EQ(turns.size(), 1U);
    EXPECT_EQ(turns[0].speech, seconds(6));
}

TEST(WholeTurns, OfTurnsThatEndBeforeTheyBeginHaveNoLength) {
    const auto turns = whole({turn(5, 2, Role::Client), turn(8, 8, Role::Professional)});
    ASSERT_EQ(turns.size(), 2U);
    EXPECT_EQ(turns[0].span, span(5, 5));
    EXPECT_EQ(turns[1].speech, base::Time{});
}

}  // namespace
