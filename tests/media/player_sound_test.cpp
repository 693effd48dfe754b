#include "player_fixture.h"

#include <cmath>
#include <numbers>

namespace media {
namespace {

using base::milliseconds;
using base::seconds;
using support::TestClip;

// How strong a tone is in one side of interleaved stereo, 0 to about 0.5.
double strength(const std::vector<float>& samples, std::size_t side, double hertz) {
    double sine = 0;
    double cosine = 0;
    for (std::size_t i = 0; i * 2 + side < samples.size(); ++i) {
        const double angle = 2 * std::numbers::pi * hertz * static_cast<double>(i) / kSampleRate;
        sine += samples[i * 2 + side] * std::sin(angle);
        cosine += samples[i * 2 + side] * std::cos(angle);
    }
    return 4 * std::hypot(sine, cosine) / static_cast<double>(samples.size());
}

float loudest(const std::vector<float>& samples) {
    float most = 0;
    for (const float sample : samples) most = std::max(most, std::abs(sample));
    return most;
}

class PlayerSoundTest : public PlayerTest {
protected:
    void play() {
        player_->play();
        ASSERT_TRUE(wait_for([&] { return !player_->is_seeking(); }));
    }
    // All that is heard while the recording plays from one moment to another.
    std::vector<float> heard_between(base::Time from, base::Time to) {
        play_to(from);
        sink_.forget_heard();
        play_to(to);
        return sink_.heard();
    }
    void expect_sync_to(base::Time end) {
        EXPECT_TRUE(play_until([&] { return player_->position() >= end; },
                               [&] {
                                   const base::Time now = player_->position();
                                   const auto is_right = [&] {
                                       const Picture* shown = player_->picture();
                                       return shown != nullptr && shown->at - milliseconds(20) <= now &&
                                              now < shown->until + milliseconds(20);
                                   };
                                   EXPECT_TRUE(wait_for(is_right)) << now.microseconds;
                               }));
    }
};

TEST_F(PlayerSoundTest, PositionIsWhatIsHeard) {
    const TestClip clip{.seconds = 4};
    open(clip);
    play();
    ASSERT_TRUE(play_to(seconds(2.4)));
    // The beep of second 2 is heard when the position says so: find its first loud sample.
    const std::vector<float> heard = sink_.heard();
    ASSERT_GT(heard.size(), 2U * 48'000);
    std::size_t beep = 0;
    for (std::size_t i = heard.size() - 2; i >= 2 && i + 96'000 > heard.size(); i -= 2) {
        if (std::abs(heard[i]) > 0.05F) beep = i / 2;
    }
    const std::size_t frames_since = heard.size() / 2 - beep;
    const double heard_ago =
        static_cast<double>(frames_since) / kSampleRate - 0.02;  // the newest 20 ms are still on their way
    EXPECT_NEAR((player_->position() - seconds(heard_ago)).seconds(), 2.0, 0.003);
}

TEST_F(PlayerSoundTest, PictureAndSoundStayTogetherAtEverySpeed) {
    const TestClip clip{.seconds = 14};
    open(clip);
    play();
    double end = 0;
    for (const double speed : kSpeeds) {
        player_->set_speed(speed);
        end += 1.7;
        expect_sync_to(seconds(end));
    }
}

TEST_F(PlayerSoundTest, PictureAndSoundStayTogetherAfterSeeksWhilePlaying) {
    const TestClip clip{.seconds = 14, .gop = 250};
    open(clip);
    play();
    for (const double to : {9.0, 2.0, 12.5, 0.3}) {
        player_->seek(seconds(to));
        EXPECT_EQ(player_->position(), seconds(to));
        expect_sync_to(seconds(to + 0.6));
    }
    EXPECT_TRUE(player_->is_playing());
}

TEST_F(PlayerSoundTest, AKeyPressMapsToWhatWasHeardThen) {
    const TestClip clip{.seconds = 8};
    open(clip);
    player_->set_speed(1.5);
    play();
    ASSERT_TRUE(play_to(seconds(1)));
    const auto pressed = sink_.now();
    const base::Time then = player_->position();
    ASSERT_TRUE(play_to(seconds(2)));
    EXPECT_EQ(player_->position_at(pressed), then);
    player_->seek(seconds(6));
    EXPECT_EQ(player_->position_at(pressed), then);
    player_->pause();
    sink_.advance(std::chrono::seconds(2));
    player_->tick();
    EXPECT_EQ(player_->position_at(pressed), then);
    EXPECT_EQ(player_->position_at(sink_.now()), seconds(6));
}

TEST_F(PlayerSoundTest, SpeedChangesKeepThePlace) {
    const TestClip clip{.seconds = 8};
    open(clip);
    play();
    ASSERT_TRUE(play_to(seconds(1)));
    base::Time last = player_->position();
    for (const double speed : {2.0, 0.5, 1.25, 1.0}) {
        player_->set_speed(speed);
        const base::Time enough = last + milliseconds(400);
        ASSERT_TRUE(play_until([&] { return player_->position() > enough; },
                               [&] {
                                   const base::Time now = player_->position();
                                   EXPECT_GE(now, last - milliseconds(1));
                                   EXPECT_LE(now, last + milliseconds(60)) << speed;
                                   last = std::max(last, now);
                               }));
    }
}

TEST_F(PlayerSoundTest, AfterAPauseItPlaysALittleEarlier) {
    const TestClip clip{.seconds = 8};
    open(clip);
    play();
    EXPECT_EQ(player_->position(), base::Time{}) << "not at the start";
    ASSERT_TRUE(play_to(seconds(4)));
    player_->pause();
    const base::Time paused = player_->position();
    player_->play();
    EXPECT_EQ(player_->position(), paused - milliseconds(1500));
    ASSERT_TRUE(play_to(paused));
    player_->pause();
    player_->seek(seconds(6));
    player_->play();
    EXPECT_EQ(player_->position(), seconds(6)) << "not after going somewhere on purpose";
    ASSERT_TRUE(play_to(seconds(6.5)));
    player_->set_auto_rewind({});
    player_->pause();
    const base::Time again = player_->position();
    player_->play();
    EXPECT_EQ(player_->position(), again) << "not when switched off";
    ASSERT_TRUE(play_to(seconds(7)));
}

TEST_F(PlayerSoundTest, AutoRewindDoesNotLeaveALoopOrTheRecording) {
    const TestClip clip{.seconds = 8};
    open(clip);
    play();
    ASSERT_TRUE(play_to(seconds(0.5)));
    player_->pause();
    player_->play();
    EXPECT_EQ(player_->position(), base::Time{});
    player_->pause();
    player_->set_loop(base::Span{seconds(3), seconds(5)});
    play();
    ASSERT_TRUE(play_to(seconds(3.5)));
    player_->pause();
    player_->play();
    EXPECT_EQ(player_->position(), seconds(3));
}

TEST_F(PlayerSoundTest, AtTheEndItStopsAndPlaysAgainFromTheStart) {
    const TestClip clip{.seconds = 3};
    open(clip);
    player_->seek(seconds(2.5));
    play();
    ASSERT_TRUE(play_until([&] { return !player_->is_playing(); }));
    EXPECT_TRUE(player_->is_at_end());
    EXPECT_EQ(player_->position(), player_->info().duration);
    EXPECT_EQ(number(), 74);
    ASSERT_TRUE(play_until([&] { return !sink_.is_running(); }));
    EXPECT_FALSE(player_->next_wake());
    player_->play();
    EXPECT_EQ(player_->position(), base::Time{});
    EXPECT_FALSE(player_->is_at_end());
    ASSERT_TRUE(play_to(seconds(0.5)));
}

TEST_F(PlayerSoundTest, SoundGoesRoundALoopToTheSample) {
    // The beep at 2.0 begins the loop; it lasts no whole number of blocks.
    const TestClip clip{.seconds = 5, .extension = "mov", .audio_codec = "pcm_s16le"};
    open(clip);
    player_->set_loop(base::Span{seconds(2), seconds(2.7)});
    play();
    int laps = 0;
    base::Time before = player_->position();
    ASSERT_TRUE(play_until([&] { return laps == 3; },
                           [&] {
                               const base::Time now = player_->position();
                               EXPECT_TRUE(seconds(2) <= now && now < seconds(2.7)) << now.microseconds;
                               if (now < before) ++laps;
                               before = now;
                           }));
    std::vector<float> heard = sink_.heard();
    std::size_t first = 0;
    while (first < heard.size() && heard[first] == 0) ++first;  // held back and on its way
    constexpr std::size_t kLap = 33'600 * 2;
    ASSERT_GT(heard.size(), first + 3 * kLap);
    for (std::size_t i = first + 4800; i + kLap < heard.size(); ++i) ASSERT_NEAR(heard[i], heard[i + kLap], 1e-4) << i;
}

TEST_F(PlayerSoundTest, ChannelsAreMutedAndSoloedWhilePlaying) {
    const TestClip clip{.seconds = 12, .channels = 2};
    open(clip);
    play();
    const auto loudness = [&](double from) {
        const std::vector<float> heard = heard_between(seconds(from), seconds(from + 0.9));
        return std::pair{strength(heard, 0, clip.beep_hertz(0)), strength(heard, 1, clip.beep_hertz(1))};
    };
    const auto both = loudness(0.7);
    ASSERT_GT(both.first, 0.01);
    ASSERT_GT(both.second, 0.01);
    player_->set_channel_muted(0, true);
    const auto muted = loudness(2.7);
    EXPECT_LT(muted.first, both.first / 20);
    EXPECT_TRUE(player_->is_channel_muted(0));
    player_->set_channel_muted(0, false);
    player_->solo_channel(0);
    const auto solo = loudness(4.7);
    EXPECT_GT(solo.first, both.first / 2);
    EXPECT_LT(solo.second, both.second / 20);
    EXPECT_EQ(player_->soloed_channel(), 0);
    player_->solo_channel({});
    const auto again = loudness(6.7);
    EXPECT_GT(again.second, both.second / 2);
}

TEST_F(PlayerSoundTest, MutingNeitherStopsTheSoundNorThePicture) {
    const TestClip clip{.seconds = 10, .channels = 2};
    open(clip);
    play();
    ASSERT_TRUE(play_to(seconds(1)));
    for (int i = 0; i < 6; ++i) {
        player_->set_channel_muted(1, i % 2 == 0);
        base::Time before = player_->position();
        const base::Time enough = before + milliseconds(200);
        ASSERT_TRUE(play_until([&] { return player_->position() >= enough; },
                               [&] {
                                   const base::Time now = player_->position();
                                   EXPECT_GE(now, before - base::microseconds(21)) << "a sample at most";
                                   EXPECT_LE(now, before + milliseconds(11)) << "nothing is left out";
                                   before = now;
                               }));
        expect_sync_to(player_->position() + milliseconds(100));
    }
}

TEST_F(PlayerSoundTest, AnotherAudioTrackIsHeardFromTheSamePlace) {
    const TestClip clip{.seconds = 8, .audio_tracks = 2};
    open(clip);
    ASSERT_EQ(player_->info().audio.size(), 2U);
    play();
    ASSERT_TRUE(play_to(seconds(1.5)));
    player_->select_audio_track(1);
    EXPECT_EQ(player_->audio_track(), 1);
    const std::vector<float> heard = heard_between(seconds(2.7), seconds(3.5));
    EXPECT_GT(strength(heard, 0, clip.beep_hertz(0, 1)), 3 * strength(heard, 0, clip.beep_hertz(0, 0)));
}

TEST_F(PlayerSoundTest, ACardThatDropsOutDoesNotEndPlaying) {
    const TestClip clip{.seconds = 20};
    open(clip);
    play();
    ASSERT_TRUE(play_to(seconds(2)));
    sink_.unplug();
    const base::Time dropped = player_->position();
    player_->tick();
    EXPECT_FALSE(player_->has_sound_card());
    EXPECT_TRUE(player_->is_playing());
    ASSERT_TRUE(play_to(dropped + seconds(1)));
    EXPECT_TRUE(wait_for([&] { return number() == player_->position().microseconds / 40'000; }));
    sink_.plug_in();
    ASSERT_TRUE(play_until([&] { return player_->has_sound_card(); }));
    EXPECT_TRUE(sink_.is_running());
    EXPECT_NEAR((player_->position() - dropped).seconds(), 2, 0.1) << "it tries again every two seconds";
    sink_.forget_heard();
    expect_sync_to(player_->position() + seconds(2));
    EXPECT_GT(strength(sink_.heard(), 0, clip.beep_hertz(0)), 0.005);
}

TEST_F(PlayerSoundTest, VideoLongerThanItsSoundPlaysOnByTheClock) {
    const TestClip clip{.seconds = 4, .sound_seconds = 2};
    open(clip);
    player_->seek(seconds(1.5));
    play();
    expect_sync_to(seconds(3.5));
    ASSERT_TRUE(play_until([&] { return !player_->is_playing(); }));
    EXPECT_TRUE(wait_for([&] { return number() == 99; })) << number();
    EXPECT_NEAR(player_->position().seconds(), 4, 0.05);
    player_->seek(seconds(3));
    play();
    expect_sync_to(seconds(3.8));
}

TEST_F(PlayerSoundTest, SoundLongerThanItsVideoKeepsTheLastPicture) {
    const TestClip clip{.seconds = 2, .sound_seconds = 4};
    open(clip);
    player_->seek(seconds(1.5));
    play();
    ASSERT_TRUE(play_to(seconds(3)));
    EXPECT_TRUE(wait_for([&] { return number() == 49; }));
    ASSERT_TRUE(play_until([&] { return !player_->is_playing(); }));
    EXPECT_NEAR(player_->position().seconds(), 4, 0.05);
}

TEST_F(PlayerSoundTest, SoundWithoutVideoPlaysSeeksStepsAndEnds) {
    const TestClip clip{.seconds = 3, .pictures_per_second = 0, .extension = "m4a"};
    open(clip);
    EXPECT_EQ(player_->picture(), nullptr);
    player_->seek(seconds(1));
    EXPECT_FALSE(player_->is_seeking());
    player_->step(2);
    EXPECT_EQ(player_->position(), seconds(1.08));
    play();
    ASSERT_TRUE(play_to(seconds(2)));
    EXPECT_TRUE(player_->next_wake());
    ASSERT_TRUE(play_until([&] { return !player_->is_playing(); }));
    EXPECT_TRUE(player_->is_at_end());
}

TEST_F(PlayerSoundTest, VolumeIsFollowedAtOnce) {
    const TestClip clip{.seconds = 8};
    open(clip);
    play();
    const float full = loudest(heard_between(seconds(0.7), seconds(1.5)));
    player_->set_volume(0.5);
    const float half = loudest(heard_between(seconds(2.7), seconds(3.5)));
    EXPECT_NEAR(half / full, 0.5, 0.05);
    player_->set_volume(0);
    EXPECT_LT(loudest(heard_between(seconds(4.7), seconds(5.5))), full / 100);
}

}  // namespace
}  // namespace media
