#include "talk/turn.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using base::seconds;
using talk::Role;
using testing::ElementsAre;

talk::Turn turn(double from, double to, const std::string& speaker, Role role = Role::Unknown) {
    return {{seconds(from), seconds(to)}, speaker, role, ""};
}

TEST(Speakers, ComeInOrderOfFirstAppearance) {
    const std::vector<talk::Turn> turns = {turn(0, 1, "Zoë"), turn(1, 2, ""), turn(2, 3, "Anna"), turn(3, 4, "Zoë")};
    EXPECT_THAT(talk::speakers(turns), ElementsAre("Zoë", "Anna"));
}

TEST(Roles, GoToEveryTurnOfASpeaker) {
    std::vector<talk::Turn> turns = {turn(0, 1, "Zoë"), turn(1, 2, "Anna"), turn(2, 3, "Guest", Role::Client)};
    talk::assign_roles(turns, {{"Zoë", Role::Professional}, {"Anna", Role::Client}});
    EXPECT_EQ(turns[0].role, Role::Professional);
    EXPECT_EQ(turns[1].role, Role::Client);
    EXPECT_EQ(turns[2].role, Role::Unknown);
}

TEST(TalkTime, AddsUpEachSideAndLeavesOutTheUnknown) {
    const auto time = talk::talk_time(
        {turn(0, 10, "a", Role::Professional), turn(12, 15.5, "b", Role::Client), turn(20, 90, "c", Role::Unknown)});
    EXPECT_EQ(time.professional, seconds(10));
    EXPECT_EQ(time.client, seconds(3.5));
}

TEST(TalkTime, CountsSpeakingTogetherForBoth) {
    const auto time = talk::talk_time({turn(0, 10, "a", Role::Professional), turn(8, 12, "b", Role::Client)});
    EXPECT_EQ(time.professional, seconds(10));
    EXPECT_EQ(time.client, seconds(4));
}

TEST(TalkTime, CountsOverlappingTurnsOfOneSideOnce) {
    const auto time =
        talk::talk_time({turn(4, 6, "a", Role::Client), turn(0, 5, "a", Role::Client), turn(1, 2, "a", Role::Client)});
    EXPECT_EQ(time.client, seconds(6));
}

TEST(TalkTime, IsNothingWithoutTurns) {
    EXPECT_EQ(talk::talk_time({}).client, base::Time{});
}

}  // namespace
