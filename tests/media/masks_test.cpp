// What is masked is gone: looked for, by `ffmpeg` and by correlation, in the file that was written.
#include "base/error.h"
#include "media/clip_export.h"
#include "support/decoded.h"
#include "support/shared_data.h"
#include "support/spoken_dialogue.h"
#include "support/test_clip.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <set>

namespace {

using base::seconds;
using media::VoiceMask;
using support::TestClip;

constexpr int kWidth = 320;
constexpr int kHeight = 192;
constexpr std::size_t kProfessional = 0;
constexpr std::size_t kClient = 1;

class MasksTest : public testing::Test {
protected:
    std::string write(const std::string& recording, base::Span span, const media::Masks& masks) {
        const std::string out = folder_.file("masked.mp4");
        media::export_clip(recording, span, out, {stop_.get_token(), fraction_}, masks);
        return out;
    }

    support::TemporaryFolder folder_;
    std::stop_source stop_;
    std::atomic<float> fraction_{0};
};

// ---- pictures

struct Box {
    int left, top, right, bottom;
};

double deviation(const std::vector<std::uint8_t>& luma, Box box) {
    double sum = 0;
    double squares = 0;
    for (int y = box.top; y < box.bottom; ++y) {
        for (int x = box.left; x < box.right; ++x) {
            const double value = luma[static_cast<std::size_t>(y * kWidth + x)];
            sum += value;
            squares += value * value;
        }
    }
    const double count = (box.right - box.left) * (box.bottom - box.top);
    return std::sqrt(std::max(0.0, squares / count - sum / count * sum / count));
}

double difference(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b, Box box) {
    double sum = 0;
    for (int y = box.top; y < box.bottom; ++y) {
        for (int x = box.left; x < box.right; ++x) {
            const auto at = static_cast<std::size_t>(y * kWidth + x);
            sum += std::abs(a[at] - b[at]);
        }
    }
    return sum / ((box.right - box.left) * (box.bottom - box.top));
}

std::string film(const std::string& out) {
    support::output_of(
        fmt::format("ffmpeg -nostdin -v error -f lavfi -i testsrc2=s={}x{}:r=25:d=4 -c:v libx264 "
                    "-preset ultrafast -crf 8 '{}'",
                    kWidth, kHeight, out));
    return out;
}

TEST_F(MasksTest, ABlurredPictureHasNoDetailAndDoesNotMoveForASecond) {
    const std::string recording = film(folder_.file("film.mp4"));
    const std::string out = write(recording, {seconds(0), seconds(4)}, {.blurred = {{}}, .voices = {}, .beeps = {}});
    const auto before = support::decoded_pictures(recording, kWidth, kHeight);
    const auto after = support::decoded_pictures(out, kWidth, kHeight);
    ASSERT_EQ(after.size(), 100u);
    constexpr int kEdge = 4;  // the encoder may ring where two cells meet
    double kept = 0;
    for (std::size_t n = 0; n < after.size(); ++n) {
        for (int column = 0; column < 4; ++column) {
            for (int row = 0; row < 2; ++row) {
                const Box cell{column * 80 + kEdge, row * 96 + kEdge, column * 80 + 80 - kEdge, row * 96 + 96 - kEdge};
                EXPECT_LT(deviation(after[n].luma, cell), 1.5) << "picture " << n;
                EXPECT_GT(deviation(before[n].luma, cell), 20) << "picture " << n;
            }
        }
        const double moved = n == 0 ? 0 : difference(after[n].luma, after[n - 1].luma, {0, 0, kWidth, kHeight});
        EXPECT_LT(moved, n % 25 == 0 ? 100 : 1) << n;
        kept = std::max(kept, difference(after[n].luma, after[0].luma, {0, 0, kWidth, kHeight}));
    }
    EXPECT_GT(kept, 1) << "but once a second it does";
}

TEST_F(MasksTest, WhatIsWrittenOnAPictureCannotBeReadAnyMore) {
    const TestClip clip{.seconds = 4, .rotation = 90};
    const auto number = [&](const std::string& file, double at) {
        const media::StillPicture still = media::picture_at(file, seconds(at));
        return support::number_in(still.width, still.height, still.rgb.data());
    };
    EXPECT_EQ(number(write(clip.path(), {seconds(1), seconds(2)}, {}), 0.5), 37);
    const std::string out = write(clip.path(), {seconds(1), seconds(2)}, {.blurred = {{}}, .voices = {}, .beeps = {}});
    EXPECT_EQ(number(out, 0.5), -1);
    EXPECT_EQ(number(out, 0), -1);
}

TEST_F(MasksTest, OnlyThePartIsBlurredAndNothingOfItLeaksOut) {
    const std::string recording = film(folder_.file("film.mp4"));
    const media::Region part{.left = 0.253, .top = 0.26, .width = 0.372, .height = 0.49};  // 80.96 to 200, 49.9 to 144
    const std::string out = write(recording, {seconds(0), seconds(2)}, {.blurred = {part}, .voices = {}, .beeps = {}});
    const auto before = support::decoded_pictures(recording, kWidth, kHeight);
    const auto after = support::decoded_pictures(out, kWidth, kHeight);
    for (std::size_t n = 0; n < after.size(); ++n) {
        for (int column = 0; column < 4; ++column) {  // 4 x 3 cells of 30 x 32
            for (int row = 0; row < 3; ++row) {
                const int left = 80 + column * 30;
                const int top = 48 + row * 32;
                EXPECT_LT(deviation(after[n].luma, {left + 5, top + 5, left + 25, top + 27}), 4) << n;
            }
        }
        for (const Box outside : {Box{0, 0, kWidth, 44}, Box{0, 148, kWidth, kHeight}, Box{0, 0, 76, kHeight},
                                  Box{206, 0, kWidth, kHeight}}) {
            EXPECT_LT(difference(after[n].luma, before[n].luma, outside), 4) << n;
        }
    }
}

TEST_F(MasksTest, APartOutsideThePictureIsRefused) {
    const TestClip clip{.seconds = 2};
    for (const media::Region part :
         {media::Region{.left = 0.5, .width = 0.6}, media::Region{.left = -0.1, .width = 0.5},
          media::Region{.top = 0.2, .height = 0}}) {
        EXPECT_THROW(write(clip.path(), {seconds(0), seconds(1)}, {.blurred = {part}, .voices = {}, .beeps = {}}),
                     base::Error);
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

// ---- sound

class VoiceMasksTest : public MasksTest {
protected:
    static void SetUpTestSuite() { dialogue_ = std::make_unique<support::SpokenDialogue>(support::speak_dialogue(3)); }
    static void TearDownTestSuite() { dialogue_.reset(); }

    VoiceMasksTest() : recording_(folder_.file("talk.wav")), mixed_(folder_.file("mixed.wav")) {
        dialogue_->write_wav(recording_);
        dialogue_->write_wav_mixed(mixed_);
    }

    static bool is_interrupted(base::Span turn) {
        const auto& others = dialogue_->spoken[kProfessional];
        return std::any_of(others.begin(), others.end(),
                           [&](const base::Span& other) { return other.from < turn.to && turn.from < other.to; });
    }

    inline static std::unique_ptr<support::SpokenDialogue> dialogue_;
    const base::Span span_{seconds(0), seconds(20)};
    std::string recording_;
    std::string mixed_;
};

std::span<const float> part(const std::vector<float>& sound, base::Span span) {
    const auto sample = [&](base::Time at) {
        return std::min(static_cast<std::size_t>(std::llround(at.seconds() * 48'000)), sound.size());
    };
    return std::span(sound).subspan(sample(span.from), sample(span.to) - sample(span.from));
}

// How much of the one is in the other, in the first second, at any delay up to some milliseconds.
double trace(std::span<const float> of, std::span<const float> in) {
    constexpr std::size_t kSecond = 48'000;
    return support::likeness(of.first(std::min(of.size(), kSecond)), in.first(std::min(in.size(), kSecond)), 100).trace;
}

// How loud it is in each 20 ms.
std::vector<float> envelope(std::span<const float> sound) {
    std::vector<float> levels;
    for (std::size_t at = 0; at + 960 <= sound.size(); at += 960) {
        levels.push_back(static_cast<float>(support::loudness(sound.subspan(at, 960))));
    }
    return levels;
}

TEST_F(VoiceMasksTest, AMutedChannelLeavesNoTrace) {
    const std::string out =
        write(recording_, span_,
              {.blurred = {}, .voices = {{.way = VoiceMask::Way::Mute, .channel = 1, .when = {}}}, .beeps = {}});
    const auto before = support::decoded_sound(recording_, 2);
    const auto after = support::decoded_sound(out, 2);
    for (const base::Span& turn : dialogue_->spoken[kClient]) {
        if (turn.to > span_.to) break;
        for (const std::vector<float>& ear : after) {
            EXPECT_LT(trace(part(before[kClient], turn), part(ear, turn)), 0.05) << base::to_text(turn.from);
            EXPECT_LT(support::loudness(part(ear, turn)), is_interrupted(turn) ? 1 : 0.0005)
                << base::to_text(turn.from);
        }
    }
    const base::Span turn = dialogue_->spoken[kProfessional].front();
    for (const std::vector<float>& ear : after) {
        EXPECT_GT(trace(part(before[kProfessional], turn), part(ear, turn)), 0.95) << "heard, in both ears";
    }
}

TEST_F(VoiceMasksTest, InMixedSoundTheClientsTurnsAreMuted) {
    std::vector<base::Span> turns;
    for (const base::Span& turn : dialogue_->spoken[kClient]) turns.push_back(turn);
    const std::string out =
        write(mixed_, span_,
              {.blurred = {}, .voices = {{.way = VoiceMask::Way::Mute, .channel = {}, .when = turns}}, .beeps = {}});
    const auto before = support::decoded_sound(mixed_, 1);
    const auto after = support::decoded_sound(out, 1);
    for (const base::Span& turn : turns) {
        if (turn.to > span_.to) break;
        EXPECT_LT(support::loudness(part(after[0], turn)), 0.0005) << base::to_text(turn.from);
        EXPECT_LT(trace(part(before[0], turn), part(after[0], turn)), 0.05) << base::to_text(turn.from);
    }
    for (const base::Span& turn : dialogue_->spoken[kProfessional]) {
        const bool is_cut =
            turn.to > span_.to || std::any_of(turns.begin(), turns.end(), [&](const base::Span& client) {
                return client.from < turn.to && turn.from < client.to;
            });
        if (is_cut) continue;
        const support::Likeness alike = support::likeness(part(before[0], turn), part(after[0], turn), 20);
        EXPECT_EQ(alike.shift, 0);
        EXPECT_GT(alike.correlation, 0.95) << base::to_text(turn.from);
    }
}

TEST_F(VoiceMasksTest, UnderABeepNothingIsHeardButTheBeep) {
    const base::Span turn = dialogue_->spoken[kClient][1];
    const base::Span beep{turn.from + seconds(0.3), turn.from + seconds(1.3)};
    const std::string out = write(mixed_, span_, {.blurred = {}, .voices = {}, .beeps = {beep}});
    const auto before = support::decoded_sound(mixed_, 2);
    const auto after = support::decoded_sound(out, 2);
    EXPECT_NEAR(support::tone(part(after[0], beep), 1000), 0.2, 0.02);
    EXPECT_LT(trace(part(before[0], beep), part(after[0], beep)), 0.05);
    const base::Span just_before{turn.from, beep.from - seconds(0.03)};
    EXPECT_GT(trace(part(before[0], just_before), part(after[0], just_before)), 0.9);
}

TEST_F(VoiceMasksTest, AShiftedVoiceSaysTheSameAtTheSameTimeButIsNotTheSame) {
    const std::string out =
        write(recording_, span_,
              {.blurred = {}, .voices = {{.way = VoiceMask::Way::Shift, .channel = 1, .when = {}}}, .beeps = {}});
    const auto before = support::decoded_sound(recording_, 2);
    const auto after = support::decoded_sound(out, 2);
    ASSERT_EQ(before[0].size() > after[0].size(), true);
    EXPECT_NEAR(static_cast<double>(after[0].size()), 20 * 48'000, 1024);
    for (const base::Span& turn : dialogue_->spoken[kClient]) {
        if (turn.to > span_.to) break;
        EXPECT_LT(trace(part(before[kClient], turn), part(after[kClient], turn)), 0.3) << base::to_text(turn.from);
        EXPECT_GT(support::loudness(part(after[kClient], turn)), 0.3 * support::loudness(part(before[kClient], turn)));
    }
    const support::Likeness timing =
        support::likeness(envelope(part(before[kClient], span_)), envelope(after[kClient]), 10);
    EXPECT_EQ(timing.shift, 0);
    EXPECT_GT(timing.correlation, 0.85);
    EXPECT_GT(support::likeness(part(before[kProfessional], span_), after[kProfessional], 0).correlation, 0.95)
        << "the other one is left alone";
}

TEST_F(MasksTest, OfAShiftedToneNothingIsLeftWhereItWas) {
    const std::string recording = folder_.file("tone.wav");
    support::output_of(
        fmt::format("ffmpeg -nostdin -v error -f lavfi -i 'aevalsrc=0.5*sin(2*PI*600*t):s=44100:d=9' '{}'", recording));
    const VoiceMask shifted{.way = VoiceMask::Way::Shift, .channel = {}, .when = {{seconds(3), seconds(6)}}};
    const auto sound = support::decoded_sound(
        write(recording, {seconds(0), seconds(9)}, {.blurred = {}, .voices = {shifted}, .beeps = {}}), 2);
    EXPECT_NEAR(support::tone(part(sound[0], {seconds(1), seconds(2.9)}), 600), 0.5, 0.02);
    EXPECT_NEAR(support::tone(part(sound[0], {seconds(6.1), seconds(8)}), 600), 0.5, 0.02);
    EXPECT_LT(support::tone(part(sound[0], {seconds(3), seconds(6)}), 600), 0.01);
    EXPECT_GT(support::loudness(part(sound[0], {seconds(3), seconds(6)})), 0.25) << "it is heard, but lower";
}

TEST_F(VoiceMasksTest, AChannelThatIsNotThereIsRefusedRatherThanLeftUnmasked) {
    for (const int channel : {2, 7, -1}) {
        const VoiceMask voice{.way = VoiceMask::Way::Mute, .channel = channel, .when = {}};
        EXPECT_THROW(write(recording_, span_, {.blurred = {}, .voices = {voice}, .beeps = {}}), base::Error);
    }
    EXPECT_FALSE(std::filesystem::exists(folder_.file("masked.mp4")));
}

// ---- the rest of the file

TEST_F(MasksTest, NothingThatWasSaidOfTheRecordingIsInTheFile) {
    const std::string chapters = folder_.file("chapters.txt");
    support::write_file(chapters,
                        ";FFMETADATA1\ntitle=Confidential\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\n"
                        "title=Confidential\n");
    TestClip clip{.seconds = 3};
    const std::string recording = folder_.file("told.mp4");
    support::output_of(fmt::format(
        "ffmpeg -nostdin -v error -i '{}' -i '{}' -map 0 -map_metadata 1 -map_chapters 1 -c copy -metadata artist="
        "Confidential -metadata location=+52.0-004.3/ -metadata creation_time=2026-03-04T05:06:07Z -metadata:s:v:0 "
        "handler_name=Confidential -movflags use_metadata_tags '{}'",
        clip.path(), chapters, recording));
    EXPECT_NE(support::metadata_of(recording).find("Confidential"), std::string::npos);
    const std::string out = write(recording, {seconds(0), seconds(3)}, {});
    const std::string told = support::metadata_of(out);
    for (const char* trace : {"Confidential", "+52.0", "2026-03-04", "CHAPTER", "creation_time"}) {
        EXPECT_EQ(told.find(trace), std::string::npos) << told;
        EXPECT_TRUE(support::read_file(out).find(trace) == std::string::npos) << trace;
    }
}

}  // namespace
