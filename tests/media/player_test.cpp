#include "player_fixture.h"

#include <algorithm>
#include <random>

namespace media {
namespace {

using base::milliseconds;
using base::seconds;
using support::TestClip;

TestClip zoom_like() {
    return {.seconds = 24, .pictures_per_second = 25, .gop = 250};
}

TEST_F(PlayerTest, ShowsTheFirstPictureWhenItHasOpened) {
    const TestClip clip{.seconds = 5};
    open(clip);
    EXPECT_EQ(number(), 0);
    EXPECT_EQ(player_->position(), base::Time{});
    EXPECT_FALSE(player_->is_playing());
    EXPECT_NEAR(player_->info().duration.seconds(), 5, 0.05);
    ASSERT_TRUE(player_->info().video);
    EXPECT_EQ(player_->info().video->width, 320);
    EXPECT_EQ(player_->info().audio.size(), 1U);
    EXPECT_FALSE(player_->next_wake()) << "paused it needs no frames at all";
}

TEST_F(PlayerTest, SeekShowsThePictureAtThatTime) {
    const TestClip clip = zoom_like();
    open(clip);
    EXPECT_EQ(number_at(seconds(3)), 75);
    EXPECT_EQ(player_->position(), seconds(3));
    EXPECT_EQ(number_at(seconds(12) - base::microseconds(1)), 299);
    EXPECT_EQ(number_at(seconds(12)), 300);
}

TEST_F(PlayerTest, AnExcerptPlaysAtTheTimesOfTheWhole) {
    const TestClip clip{.seconds = 5};
    begins_ = seconds(60);
    player_ = std::make_unique<Player>(
        clip.path(), sink_, [this] { wakes_.release(); }, [this] { return sink_.now(); }, begins_);
    ASSERT_TRUE(wait_for([&] { return player_->is_open() && !player_->is_seeking(); })) << failure();
    EXPECT_EQ(player_->position(), seconds(60));
    EXPECT_NEAR(player_->info().duration.seconds(), 65, 0.05);
    EXPECT_EQ(number_at(seconds(62)), 50);
    EXPECT_EQ(player_->position(), seconds(62));
    EXPECT_EQ(number_at(seconds(3)), 0) << "what is before it begins";
    player_->set_loop(base::Span{seconds(61), seconds(62)});
    EXPECT_EQ(player_->loop(), (base::Span{seconds(61), seconds(62)}));
    player_->play();
    ASSERT_TRUE(play_to(seconds(61.5)));
    EXPECT_LT(player_->position(), seconds(62.1));
}

TEST_F(PlayerTest, SeeksInAnyOrderShowTheRightPicture) {
    for (const TestClip& clip : {zoom_like(), TestClip{.seconds = 12, .gop = 30, .b_frames = 3},
                                 TestClip{.seconds = 12, .gop = 12, .b_frames = 2, .variable_rate = true}}) {
        open(clip);
        std::mt19937 random(7);
        for (int round = 0; round < 25; ++round) {
            const int wanted = static_cast<int>(random() % static_cast<unsigned>(clip.pictures() - 1));
            EXPECT_EQ(number_at(clip.middle_of(wanted)), wanted) << "round " << round << ", GOP " << clip.gop;
        }
    }
}

TEST_F(PlayerTest, ManySeeksInQuickSuccessionEndAtTheNewest) {
    const TestClip clip = zoom_like();
    open(clip);
    std::mt19937 random(8);
    for (int burst = 0; burst < 5; ++burst) {
        int wanted = 0;
        for (int i = 0; i < 40; ++i) {
            wanted = static_cast<int>(random() % 590);
            player_->seek(clip.middle_of(wanted), i % 3 == 0 ? SeekMode::KeyFrame : SeekMode::Exact);
            if (i % 4 == 0) player_->tick();
        }
        player_->seek(clip.middle_of(wanted));
        ASSERT_TRUE(settle());
        EXPECT_EQ(number(), wanted);
    }
}

TEST_F(PlayerTest, WhileASeekIsNotAnsweredTheOldPictureStays) {
    const TestClip clip = zoom_like();
    open(clip);
    ASSERT_EQ(number_at(seconds(4)), 100);
    player_->seek(seconds(19));
    EXPECT_TRUE(player_->is_seeking());
    EXPECT_EQ(number(), 100);
    ASSERT_TRUE(settle());
    EXPECT_EQ(number(), 475);
}

TEST_F(PlayerTest, AQuickSeekShowsTheKeyFrameBeforeTheTime) {
    const TestClip clip = zoom_like();
    open(clip);
    EXPECT_EQ(number_at(seconds(14), SeekMode::KeyFrame), 250);
    EXPECT_EQ(player_->position(), seconds(14));
    EXPECT_EQ(number_at(seconds(14)), 350);
}

TEST_F(PlayerTest, StepsForwardAndBackOverALongGop) {
    const TestClip clip = zoom_like();
    open(clip);
    ASSERT_EQ(number_at(clip.middle_of(240)), 240);
    for (int n = 241; n < 300; ++n) {
        ASSERT_EQ(number_after_step(1), n);
        EXPECT_EQ(player_->position(), clip.time_of(n));
    }
    for (int n = 298; n >= 190; --n) {
        ASSERT_EQ(number_after_step(-1), n);
        EXPECT_EQ(player_->position(), clip.time_of(n));
    }
    EXPECT_EQ(number_after_step(10), 200);
    EXPECT_EQ(number_after_step(-60), 140);
}

TEST_F(PlayerTest, StepsThatComeFasterThanPicturesAreAllTaken) {
    const TestClip clip = zoom_like();
    open(clip);
    ASSERT_EQ(number_at(clip.middle_of(300)), 300);
    for (int i = 0; i < 70; ++i) player_->step(-1);
    ASSERT_TRUE(wait_for([&] { return number() == 230; })) << number();
    for (int i = 0; i < 90; ++i) player_->step(1);
    ASSERT_TRUE(wait_for([&] { return number() == 320; })) << number();
}

TEST_F(PlayerTest, StepsStopAtBothEnds) {
    const TestClip clip{.seconds = 2};
    open(clip);
    player_->step(-1);
    ASSERT_TRUE(settle());
    EXPECT_EQ(number(), 0);
    EXPECT_EQ(number_after_step(2), 2);
    player_->step(-5);
    ASSERT_TRUE(wait_for([&] { return number() == 0; }));
    EXPECT_EQ(player_->position(), base::Time{});
    ASSERT_EQ(number_at(clip.middle_of(48)), 48);
    player_->step(5);
    ASSERT_TRUE(wait_for([&] { return number() == 49 && !player_->is_seeking(); }));
    player_->step(1);
    player_->step(-1);
    ASSERT_TRUE(wait_for([&] { return number() == 48; })) << "the steps beyond the end are forgotten";
}

TEST_F(PlayerTest, SeeksBeyondTheEndsStayInside) {
    const TestClip clip{.seconds = 2};
    open(clip);
    EXPECT_EQ(number_at(seconds(99)), 49);
    EXPECT_EQ(player_->position(), player_->info().duration);
    EXPECT_TRUE(player_->is_at_end());
    EXPECT_EQ(number_at(seconds(-3)), 0);
    EXPECT_EQ(player_->position(), base::Time{});
}

TEST_F(PlayerTest, WithoutASoundCardItPlaysByTheClockAndSaysSo) {
    const TestClip clip{.seconds = 4};
    sink_.remove();
    open(clip);
    player_->play();
    ASSERT_TRUE(wait_for([&] { return !player_->has_sound_card(); }));
    const auto begun = sink_.now();
    sink_.advance(std::chrono::milliseconds(1230));
    EXPECT_EQ(player_->position(), seconds(1.23));
    ASSERT_TRUE(wait_for([&] { return number() == 30; }));
    EXPECT_EQ(player_->position_at(begun + std::chrono::milliseconds(777)), milliseconds(777));
    player_->set_speed(2);
    sink_.advance(std::chrono::milliseconds(1000));
    EXPECT_EQ(player_->position(), seconds(3.23));
    ASSERT_TRUE(wait_for([&] { return number() == 80; }));
    player_->pause();
    sink_.advance(std::chrono::seconds(5));
    EXPECT_EQ(player_->position(), seconds(3.23));
}

TEST_F(PlayerTest, VideoWithoutSoundPlaysByTheClockToItsEndAndStartsAgain) {
    const TestClip clip{.seconds = 2, .channels = 0};
    open(clip);
    player_->play();
    ASSERT_TRUE(wait_for([&] { return player_->next_wake().has_value() && !player_->is_seeking(); }));
    sink_.advance(std::chrono::milliseconds(1960));
    ASSERT_TRUE(wait_for([&] { return number() == 49; }));
    EXPECT_TRUE(player_->is_playing());
    sink_.advance(std::chrono::milliseconds(100));
    player_->tick();
    EXPECT_FALSE(player_->is_playing());
    EXPECT_TRUE(player_->is_at_end());
    EXPECT_EQ(player_->position(), player_->info().duration);
    EXPECT_EQ(number(), 49);
    EXPECT_FALSE(player_->next_wake());
    player_->play();
    EXPECT_EQ(player_->position(), base::Time{});
    ASSERT_TRUE(wait_for([&] { return number() == 0; }));
    EXPECT_EQ(sink_.starts(), 0) << "no card is needed for silence";
}

TEST_F(PlayerTest, PicturesGoRoundALoopExactly) {
    const TestClip clip{.seconds = 6, .gop = 50, .channels = 0};
    open(clip);
    player_->set_loop(base::Span{seconds(2), seconds(3)});
    EXPECT_EQ(player_->position(), seconds(2)) << "a loop elsewhere is gone to";
    ASSERT_TRUE(settle());
    player_->play();
    ASSERT_TRUE(wait_for([&] { return !player_->is_seeking(); }));
    int before = 50;
    for (int step = 1; step <= 350; ++step) {
        sink_.advance(std::chrono::milliseconds(10));
        const int expected = 50 + step * 10 % 1000 / 40;
        ASSERT_TRUE(wait_for([&] { return number() == expected; })) << step << ": " << number() << ", after " << before;
        before = expected;
    }
    EXPECT_TRUE(player_->is_playing());
    player_->set_loop({});
    sink_.advance(std::chrono::milliseconds(700));
    ASSERT_TRUE(wait_for([&] { return number() == 80; })) << "without the loop it goes on";
}

TEST_F(PlayerTest, NextWakeIsWhenTheNextPictureIsDue) {
    const TestClip clip{.seconds = 4, .channels = 0};
    open(clip);
    player_->set_speed(2);
    player_->play();
    ASSERT_TRUE(wait_for([&] { return !player_->is_seeking(); }));
    sink_.advance(std::chrono::milliseconds(15));  // 30 ms of the recording: 10 more to the next picture
    ASSERT_TRUE(wait_for([&] { return player_->next_wake() == sink_.now() + std::chrono::milliseconds(5); }));
}

TEST_F(PlayerTest, WhatIsNotARecordingIsSaidWithItsName) {
    const std::string missing = "/no/such/gesprek.mp4";
    begin(missing);
    ASSERT_TRUE(wait_for([&] { return player_->failure().has_value(); }));
    EXPECT_NE(failure().find("gesprek.mp4"), std::string::npos) << failure();
    player_->play();
    player_->seek(seconds(3));
    player_->step(1);
    player_->tick();
    EXPECT_FALSE(player_->is_playing());
}

TEST_F(PlayerTest, MayBeClosedInEveryState) {
    const TestClip clip{.seconds = 4};
    begin(clip.path());
    player_.reset();
    begin(clip.path());
    player_->play();
    player_->seek(seconds(2));
    player_.reset();
    open(clip);
    player_->seek(seconds(3));
    player_.reset();
    open(clip);
    player_->play();
    player_->tick();
    player_.reset();
    EXPECT_FALSE(sink_.is_running());
    EXPECT_TRUE(workers().empty());
}

}  // namespace
}  // namespace media
