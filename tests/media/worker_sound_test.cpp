// The sound that the worker hands over: at the right moment, from the right channels, without a gap at a loop's seam.
#include "support/test_clip.h"
#include "support/worker_driver.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numbers>

namespace {

using support::TestClip;
using support::WorkerDriver;
using support::protocol::Kind;
using support::protocol::PlaySound;
using support::protocol::SoundBlock;

constexpr int kRate = 48'000;
constexpr float kLoud = 0.1F;

struct Heard {
    std::vector<SoundBlock> blocks;
    std::vector<float> left;
    std::vector<float> right;
    std::vector<std::int64_t> beeps_us;  // recording time of each one's beginning
};

Heard hear(WorkerDriver& worker, const PlaySound& request, std::size_t most_frames = SIZE_MAX) {
    worker.send(Kind::PlaySound, request);
    Heard heard;
    int quiet = kRate;
    double first_us = 0;
    while (heard.left.size() < most_frames) {
        const auto block = worker.take_block();
        if (!block) break;
        if (block->serial != request.serial) continue;
        for (std::size_t i = 0; i < block->frames; ++i) {
            heard.left.push_back(block->samples[2 * i]);
            heard.right.push_back(block->samples[2 * i + 1]);
            const float loud = std::max(std::abs(heard.left.back()), std::abs(heard.right.back()));
            const double at_us =
                static_cast<double>(block->at_us) + static_cast<double>(i) * request.speed * 1e6 / kRate;
            if (loud > kLoud && quiet > kRate / 20) {
                first_us = at_us;
                heard.beeps_us.push_back(0);
            }
            // From its middle, because codecs and stretching blur both its edges.
            if (loud > kLoud)
                heard.beeps_us.back() = std::llround((first_us + at_us) / 2 - TestClip::kBeepSeconds * 5e5);
            quiet = loud > kLoud ? 0 : quiet + 1;
        }
        heard.blocks.push_back(*block);
        if (block->is_last != 0) break;
    }
    return heard;
}

// How much of a frequency there is.
double strength(const std::vector<float>& samples, double hertz) {
    double sine = 0;
    double cosine = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double phase = 2 * std::numbers::pi * hertz * static_cast<double>(i) / kRate;
        sine += samples[i] * std::sin(phase);
        cosine += samples[i] * std::cos(phase);
    }
    return std::hypot(sine, cosine);
}

class WorkerSoundAtSpeed : public testing::TestWithParam<double> {};

TEST_P(WorkerSoundAtSpeed, PutsEachSoundAtItsMoment) {
    const TestClip clip;
    WorkerDriver worker(clip.path());
    worker.open();
    const Heard heard = hear(worker, {.serial = 1, .from_us = 1'500'000, .speed = GetParam()});
    ASSERT_EQ(heard.beeps_us.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        // The stretcher may put the beginning of a sound up to 6 ms from its moment at twice the speed.
        EXPECT_NEAR(static_cast<double>(heard.beeps_us[i]), 2e6 + 1e6 * static_cast<double>(i), 8000);
    }
    EXPECT_NEAR(static_cast<double>(heard.left.size()), 3.5 * kRate / GetParam(), 2);
    EXPECT_EQ(heard.blocks.front().at_us, 1'500'000);
    EXPECT_EQ(heard.blocks.back().until_us, 5'000'000);
    EXPECT_TRUE(worker.wait_for({Kind::SoundEnd}));
}

TEST_P(WorkerSoundAtSpeed, KeepsThePitch) {
    const TestClip clip;
    WorkerDriver worker(clip.path());
    worker.open();
    const Heard heard = hear(worker, {.serial = 1, .speed = GetParam()});
    const double right_pitch = strength(heard.left, clip.beep_hertz(0));
    EXPECT_GT(right_pitch, 4 * strength(heard.left, clip.beep_hertz(0) * 2));
    EXPECT_GT(right_pitch, 4 * strength(heard.left, clip.beep_hertz(0) / 2));
}

INSTANTIATE_TEST_SUITE_P(Speeds, WorkerSoundAtSpeed, testing::Values(0.5, 0.75, 1, 1.25, 1.5, 1.75, 2),
                         [](const auto& speed) {
                             return "percent" + std::to_string(static_cast<int>(speed.param * 100));
                         });

TEST(WorkerSound, StartsAtTheVerySample) {
    const TestClip clip{.pictures_per_second = 0, .extension = "wav", .audio_codec = "pcm_s16le"};
    WorkerDriver worker(clip.path());
    worker.open();
    const Heard whole = hear(worker, {.serial = 1});
    for (const std::int64_t from : {1'000'000, 999'000, 3'020'000, 2'500'500}) {
        const Heard part = hear(worker, {.serial = static_cast<std::uint32_t>(from), .from_us = from});
        const auto first = static_cast<std::size_t>(from * kRate / 1'000'000);
        ASSERT_EQ(part.left.size(), whole.left.size() - first);
        EXPECT_TRUE(
            std::equal(part.left.begin(), part.left.end(), whole.left.begin() + static_cast<std::ptrdiff_t>(first)));
    }
}

TEST(WorkerSound, SoundsTheSameAfterAJumpAsPlayedFromTheStart) {
    for (const char* codec : {"aac", "libmp3lame", "libopus", "flac"}) {
        const TestClip clip{.pictures_per_second = 0, .extension = "mkv", .audio_codec = codec};
        WorkerDriver worker(clip.path());
        worker.open();
        for (const std::int64_t from : {700'000, 2'990'000}) {
            const Heard heard =
                hear(worker, {.serial = static_cast<std::uint32_t>(from), .from_us = from}, kRate * 3 / 2);
            ASSERT_FALSE(heard.beeps_us.empty()) << codec;
            const double expected = from < 1'000'000 ? 1e6 : 3e6;
            EXPECT_NEAR(static_cast<double>(heard.beeps_us.front()), expected, 25'000)
                << codec;  // Matroska keeps AAC's priming
        }
    }
}

TEST(WorkerSound, GoesRoundALoopWithoutAGap) {
    const TestClip clip{.pictures_per_second = 0, .extension = "wav", .audio_codec = "pcm_s16le", .sample_rate = 44100};
    WorkerDriver worker(clip.path());
    worker.open();
    for (const double speed : {1.0, 1.5}) {
        PlaySound request{.serial = static_cast<std::uint32_t>(speed * 10), .from_us = 1'200'000, .speed = speed};
        request.loop_from_us = 900'000;
        request.loop_to_us = 2'300'000;
        const Heard heard = hear(worker, request, 6 * kRate);
        unsigned lap = 0;
        std::int64_t expected = request.from_us;
        for (const SoundBlock& block : heard.blocks) {
            if (block.lap != lap) {
                EXPECT_NEAR(static_cast<double>(expected), 2'300'000.0, 40);
                EXPECT_NEAR(static_cast<double>(block.at_us), 900'000.0, 40);
                expected = block.at_us;
                lap = block.lap;
            }
            ASSERT_NEAR(static_cast<double>(block.at_us), static_cast<double>(expected), 2);
            expected = block.until_us;
        }
        EXPECT_GE(lap, 3u);
        for (const std::int64_t beep : heard.beeps_us) {
            const double off = std::abs(static_cast<double>(beep) - std::round(static_cast<double>(beep) / 1e6) * 1e6);
            EXPECT_LT(off, 5000) << beep;
        }
    }
}

TEST(WorkerSound, MutesChannelsAndPutsTheRestInBothEars) {
    const TestClip clip{.channels = 2};
    WorkerDriver worker(clip.path());
    worker.open();
    const Heard both = hear(worker, {.serial = 1});
    EXPECT_GT(strength(both.left, 500), 10 * strength(both.left, 1000));
    EXPECT_GT(strength(both.right, 1000), 10 * strength(both.right, 500));
    const Heard second = hear(worker, {.serial = 2, .muted_channels = 1});
    EXPECT_GT(strength(second.left, 1000), 10 * strength(second.left, 500));
    EXPECT_GT(strength(second.right, 1000), 10 * strength(second.right, 500));
    const Heard none = hear(worker, {.serial = 3, .muted_channels = 3});
    EXPECT_TRUE(none.beeps_us.empty());
}

TEST(WorkerSound, PlaysTheTrackAskedFor) {
    const TestClip clip{.audio_tracks = 2};
    WorkerDriver worker(clip.path());
    worker.open();
    const Heard second = hear(worker, {.serial = 1, .track = 1});
    EXPECT_GT(strength(second.left, clip.beep_hertz(0, 1)), 4 * strength(second.left, clip.beep_hertz(0, 0)));
}

TEST(WorkerSound, HasUpToEightChannels) {
    const TestClip clip{.pictures_per_second = 0, .extension = "wav", .channels = 8, .audio_codec = "pcm_s16le"};
    WorkerDriver worker(clip.path());
    EXPECT_EQ(worker.open()["audio"][0]["channels"], 8);
    for (const int channel : {0, 3, 7}) {
        const Heard heard = hear(
            worker, {.serial = static_cast<std::uint32_t>(channel + 1), .muted_channels = 0xffU & ~(1U << channel)});
        EXPECT_EQ(heard.beeps_us.size(), 5u);
        EXPECT_GT(strength(heard.left, clip.beep_hertz(channel)), 100);
    }
}

TEST(WorkerSound, IsSilentUntilTheRecordingEndsWhereTheTrackIsShorter) {
    const TestClip clip{.seconds = 4, .sound_seconds = 2};
    WorkerDriver worker(clip.path());
    worker.open();
    const Heard heard = hear(worker, {.serial = 1});
    EXPECT_EQ(heard.beeps_us.size(), 2u);
    EXPECT_EQ(heard.blocks.back().until_us, 4'000'000);
}

TEST(WorkerSound, SleepsWhenTheRingIsFullAndStopsWhenTold) {
    const TestClip clip{.seconds = 20};
    WorkerDriver worker(clip.path());
    worker.open();
    worker.send(Kind::PlaySound, PlaySound{.serial = 1});
    while (worker.ring().written.load() < support::protocol::kSoundBlocks)
        ASSERT_FALSE(worker.receive(std::chrono::milliseconds(1)));
    worker.send(Kind::StopSound, support::protocol::SerialOnly{1});
    worker.send(Kind::PlaySound, PlaySound{.serial = 2, .from_us = 3'000'000});
    while (const auto block = worker.take_block()) {
        if (block->serial != 2) continue;
        EXPECT_EQ(block->at_us, 3'000'000);
        return;
    }
    FAIL() << "nothing after a full ring";
}

}  // namespace
