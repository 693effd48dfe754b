// Coaching at listening speed: how long the coach works, and how late her keys are.
#include "app/active_time.h"
#include "app/controller_test.h"
#include "app/reaction_time.h"

namespace app {
namespace {

using std::chrono::seconds;

TEST(ActiveTime, IdleTimeIsLeftOut) {
    ActiveTime time;
    const media::Clock::time_point begin{seconds(1000)};
    time.sign_of_life(begin);
    time.sign_of_life(begin + seconds(10));
    time.sign_of_life(begin + seconds(70));
    EXPECT_EQ(time.counted(), base::seconds(70)) << "reading for a minute is work";
    time.sign_of_life(begin + seconds(400));
    EXPECT_EQ(time.counted(), base::seconds(70)) << "five minutes without a sign are not";
    time.sign_of_life(begin + seconds(405));
    EXPECT_EQ(time.take(), base::seconds(75));
    EXPECT_EQ(time.counted(), base::Time{});
}

TEST(ActiveTime, AnotherWindowInFrontStopsTheClock) {
    ActiveTime time;
    const media::Clock::time_point begin{seconds(1000)};
    time.sign_of_life(begin);
    time.stop();
    time.sign_of_life(begin + seconds(30));
    time.sign_of_life(begin + seconds(31));
    EXPECT_EQ(time.counted(), base::seconds(1));
}

// As many codes dropped at ten-second steps, each moved by so much.
ReactionTime moved_by(const std::vector<double>& moves, double speed = 1) {
    ReactionTime learnt;
    double at = 0;
    for (const double by : moves) {
        const base::Id event = base::make_id();
        learnt.dropped(event, base::seconds(at += 10), speed);
        learnt.moved(event, base::seconds(at + by));
    }
    return learnt;
}

TEST(ReactionTime, IsTheMedianOfTheMoves) {
    const ReactionTime learnt = moved_by({-0.4, -0.5, -0.4, -0.3, -0.45, -0.4, -0.35, -0.4});
    EXPECT_EQ(learnt.better_than({}), base::milliseconds(400));
    EXPECT_EQ(learnt.better_than(base::milliseconds(300)), base::milliseconds(700)) << "these came on top of it";
}

TEST(ReactionTime, OneWildMoveChangesNothing) {
    EXPECT_EQ(moved_by({-0.4, -0.4, -0.4, -0.4, -0.4, -0.4, -0.4, -0.4, 4.9}).better_than({}), base::milliseconds(400));
}

TEST(ReactionTime, FewSmallOrScatteredMovesSayNothing) {
    EXPECT_FALSE(moved_by({-0.4, -0.4, -0.4, -0.4, -0.4, -0.4, -0.4}).better_than({})) << "seven";
    EXPECT_FALSE(moved_by({-0.04, -0.05, -0.04, -0.05, -0.04, -0.05, -0.04, -0.05}).better_than({}));
    EXPECT_FALSE(moved_by({-2, 2, -1.5, 1.5, -1, 1, -0.2, -0.2}).better_than({}));
    EXPECT_FALSE(moved_by({0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4}).better_than({})) << "it cannot be below nothing";
}

TEST(ReactionTime, AtDoubleSpeedTheRecordingIsTwiceAsFar) {
    EXPECT_EQ(moved_by({-0.8, -0.8, -0.8, -0.8, -0.8, -0.8, -0.8, -0.8}, 2).better_than({}), base::milliseconds(400));
}

TEST(ReactionTime, OnlyWhatWasDroppedWhilePlayingCounts) {
    ReactionTime learnt;
    learnt.moved(base::make_id(), base::seconds(3));
    EXPECT_EQ(learnt.moves(), 0u);
    const base::Id event = base::make_id();
    learnt.dropped(event, base::seconds(10), 1);
    learnt.moved(event, base::seconds(9));
    learnt.moved(event, base::seconds(10));
    EXPECT_EQ(learnt.moves(), 0u) << "it was put back";
    learnt.moved(event, base::seconds(60));
    EXPECT_EQ(learnt.moves(), 0u) << "that is another sentence";
}

TEST(ReactionTime, IsKeptFromDayToDay) {
    const ReactionTime learnt = moved_by({-0.4, -0.5, -0.4, -0.3, -0.45, -0.4, -0.35, -0.4});
    EXPECT_EQ(ReactionTime::from_text(learnt.to_text()).better_than({}), base::milliseconds(400));
    EXPECT_EQ(ReactionTime::from_text("what is this").moves(), 0u);
}

TEST_F(Coding, MovingCodesOfTheSameLatenessOffersToTakeItOff) {
    go_to(1);
    controller_.apply(Play{});
    wait_until([&] { return open().player->position() > base::seconds(2); });
    for (int i = 0; i < 8; ++i) drop("question");
    controller_.apply(Pause{});
    const std::vector<codes::Event> dropped = events();
    ASSERT_EQ(dropped.size(), 8u);
    for (const codes::Event& event : dropped) {
        EXPECT_TRUE(model_.messages.empty()) << "not before there are enough";
        controller_.apply(SelectEvents{{event.id}});
        controller_.apply(ShiftSelected{base::milliseconds(-400)});
    }
    ASSERT_EQ(model_.messages.size(), 1u);
    EXPECT_EQ(model_.settings.reaction_time, base::Time{}) << "only on yes";
    for (const Action& action : std::vector<Action>(model_.messages.front().offered)) controller_.apply(action);
    EXPECT_EQ(model_.settings.reaction_time, base::milliseconds(400));
    controller_.apply(SelectEvents{{dropped[0].id}});
    controller_.apply(ShiftSelected{base::milliseconds(-100)});
    EXPECT_EQ(model_.messages.size(), 1u) << "once";
}

TEST_F(Coding, TheTimeOfWorkIsKeptWithTheCoding) {
    const base::Id coding = open().coding.id;
    const media::Clock::time_point begin = media::Clock::now();
    for (int second = 0; second <= 90; second += 10) controller_.notice_person(begin + seconds(second), true);
    controller_.tick();
    EXPECT_EQ(open().active_kept, base::seconds(90));
    controller_.notice_person(begin + seconds(95), true);
    controller_.notice_person(begin + seconds(96), false);
    controller_.notice_person(begin + seconds(140), true);
    controller_.apply(CloseConversation{});
    controller_.apply(OpenCoding{coding});
    EXPECT_EQ(open().active_kept, base::seconds(95));
}

TEST_F(Coding, OnOtherScreensNoTimeCounts) {
    const media::Clock::time_point begin = media::Clock::now();
    controller_.apply(GoTo{Screen::Library});
    for (int second = 0; second <= 90; second += 10) controller_.notice_person(begin + seconds(second), true);
    controller_.tick();
    EXPECT_EQ(open().active_kept + open().active_since_kept, base::Time{});
}

}  // namespace
}  // namespace app
