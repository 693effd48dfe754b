#include "media/recording.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/paths.h"
#include "media/clip_export.h"
#include "media/waveform.h"
#include "support/shared_data.h"
#include "support/test_clip.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace {

using base::seconds;
using support::TestClip;

class RecordingTest : public testing::Test {
protected:
    RecordingTest() { ::setenv("XDG_CACHE_HOME", folder_.file("cache").c_str(), 1); }
    ~RecordingTest() override { ::unsetenv("XDG_CACHE_HOME"); }

    base::Progress progress() { return {stop_.get_token(), fraction_}; }

    support::TemporaryFolder folder_;
    std::stop_source stop_;
    std::atomic<float> fraction_{0};
};

std::vector<std::int16_t> samples_by_ffmpeg(const std::string& path, int channels) {
    const std::string command =
        fmt::format("ffmpeg -nostdin -v error -i '{}' -map 0:a:0 -f s16le -ac {} -", path, channels);
    std::vector<std::int16_t> samples;
    FILE* pipe = ::popen(command.c_str(), "r");
    std::array<std::int16_t, 4096> part{};
    for (std::size_t got = 0; (got = std::fread(part.data(), 2, part.size(), pipe)) > 0;) {
        samples.insert(samples.end(), part.begin(), part.begin() + static_cast<std::ptrdiff_t>(got));
    }
    ::pclose(pipe);
    return samples;
}

int number_in(const media::StillPicture& still) {
    return support::number_in(still.width, still.height, still.rgb.data());
}

TEST_F(RecordingTest, ProbeSaysWhatCanBeSeenAndHeard) {
    const TestClip clip{.seconds = 3, .width = 192, .height = 320, .rotation = 90, .channels = 2};
    const media::RecordingInfo info = media::probe(clip.path());
    ASSERT_TRUE(info.video);
    EXPECT_EQ(info.video->codec, "h264");
    EXPECT_EQ(info.video->width, 192);
    EXPECT_EQ(info.video->height, 320);
    EXPECT_EQ(info.video->rotation, 90);
    EXPECT_EQ(info.audio.at(0).channels, 2);
    EXPECT_NEAR(info.duration.seconds(), 3, 0.06);
    EXPECT_TRUE(info.warnings.empty());
}

TEST_F(RecordingTest, APictureIsTheOneOnScreenAtThatTimeAndStandsUpright) {
    for (const int rotation : {0, 90, 180, 270}) {
        const TestClip clip{.seconds = 4, .gop = 100, .rotation = rotation};
        const media::StillPicture still = media::picture_at(clip.path(), clip.middle_of(70));
        EXPECT_EQ(number_in(still), 70) << rotation;
        EXPECT_EQ(still.width, clip.width);
        EXPECT_EQ(still.at, clip.time_of(70));
        EXPECT_EQ(still.until, clip.time_of(71));
    }
}

TEST_F(RecordingTest, AThumbnailFitsInsideAndIsWrittenAsPng) {
    const TestClip clip{.seconds = 4};
    const media::StillPicture still = media::thumbnail(clip.path(), {160, 160});
    EXPECT_EQ(still.width, 160);
    EXPECT_EQ(still.height, 96);
    EXPECT_GT(number_in(still), 0);
    const std::string file = folder_.file("beeld.png");
    media::write_png(still, file);
    EXPECT_EQ(support::read_file(file).substr(1, 3), "PNG");
    EXPECT_THROW(media::write_png(still, folder_.file("no/such/folder.png")), base::Error);
}

TEST_F(RecordingTest, WhatCannotBeReadIsSaidWithItsName) {
    const auto reason = [&](const std::string& bytes) {
        const std::string path = folder_.file("opname van dinsdag.mp4");
        support::write_file(path, bytes);
        try {
            media::probe(path);
        } catch (const base::Error& error) {
            return std::string(error.what());
        }
        return std::string("nothing");
    };
    EXPECT_NE(reason("").find("opname van dinsdag.mp4: this file is empty"), std::string::npos) << reason("");
    EXPECT_NE(reason("Beste collega, hierbij het verslag.").find("not a recording"), std::string::npos);
    EXPECT_NE(reason("#EXTM3U\nhttp://elsewhere/a.ts\n").find("points to other files"), std::string::npos);
    EXPECT_THROW(media::probe(folder_.path()), base::Error);
    EXPECT_THROW(media::picture_at(TestClip{.seconds = 2, .pictures_per_second = 0, .extension = "m4a"}.path(), {}),
                 base::Error);
}

TEST_F(RecordingTest, PeaksAreThoseOfTheDecodedSound) {
    const std::string path = support::testdata("dev/conv/stereo_two_voices_5s.wav");
    if (path.empty()) GTEST_SKIP() << "no shared recordings here";
    const media::Waveform waveform = media::compute_waveform(path, 0, progress());
    ASSERT_EQ(waveform.channels(), 2);
    const std::vector<std::int16_t> samples = samples_by_ffmpeg(path, 2);
    const std::size_t peaks = samples.size() / 2 / media::Waveform::kSamplesPerPeak;
    ASSERT_GT(peaks, 100U);
    const double peak_seconds = static_cast<double>(media::Waveform::kSamplesPerPeak) / waveform.sample_rate();
    EXPECT_NEAR(waveform.duration().seconds(), static_cast<double>(samples.size()) / 2 / waveform.sample_rate(), 0.02);
    for (std::size_t channel = 0; channel < 2; ++channel) {
        const auto found =
            waveform.peaks(static_cast<int>(channel), {{}, seconds(peak_seconds * static_cast<double>(peaks))},
                           static_cast<int>(peaks));
        for (std::size_t i = 0; i < peaks; ++i) {
            int low = 0x7fff;
            int high = -0x8000;
            for (std::size_t s = i * 256; s < (i + 1) * 256; ++s) {
                low = std::min<int>(low, samples[s * 2 + channel]);
                high = std::max<int>(high, samples[s * 2 + channel]);
            }
            ASSERT_NEAR(found[i].low, low * 127.0 / 32768, 1.1) << channel << " " << i;
            ASSERT_NEAR(found[i].high, high * 127.0 / 32768, 1.1) << channel << " " << i;
        }
    }
    EXPECT_GT(fraction_, 0.5F);
}

TEST_F(RecordingTest, AWaveformIsComputedOnceAndKeptInTheCacheFolder) {
    const TestClip clip{.seconds = 4, .channels = 2};
    const std::string moved = folder_.file("moved.mp4");
    std::filesystem::copy(clip.path(), moved);
    const std::string fingerprint = base::fast_fingerprint(moved);
    const media::Waveform first = media::cached_waveform(moved, fingerprint, 0, progress());
    ASSERT_EQ(first.channels(), 2);
    const std::string kept = base::cache_folder() + "/waveforms/" + fingerprint + "-0.peaks";
    ASSERT_TRUE(std::filesystem::exists(kept));
    std::filesystem::remove(moved);
    EXPECT_EQ(media::cached_waveform(moved, fingerprint, 0, progress()).to_bytes(), first.to_bytes());
    EXPECT_THROW(media::cached_waveform(moved, fingerprint, 1, progress()), base::Error);
    support::write_file(kept, support::read_file(kept).substr(0, 300));
    EXPECT_EQ(media::cached_waveform(clip.path(), fingerprint, 0, progress()).to_bytes(), first.to_bytes())
        << "a damaged one is made again";
}

TEST_F(RecordingTest, AWaveformIsNeverKeptBesideTheRecording) {
    const TestClip clip{.seconds = 2};
    const std::string recording = folder_.file("talk.mp4");
    std::filesystem::copy(clip.path(), recording);
    const std::string kept = base::cache_folder() + "/waveforms/" + base::fast_fingerprint(recording) + "-0.peaks";
    for (const std::string& fingerprint : {recording, std::string("../talk"), std::string()}) {
        std::filesystem::remove(kept);
        media::cached_waveform(recording, fingerprint, 0, progress());
        EXPECT_FALSE(std::filesystem::exists(recording + "-0.peaks"));
        EXPECT_TRUE(std::filesystem::exists(kept)) << '"' << fingerprint << '"';
    }
}

TEST_F(RecordingTest, ACancelledWaveformIsEmptyAndNotKept) {
    const TestClip clip{.seconds = 4};
    stop_.request_stop();
    EXPECT_EQ(media::cached_waveform(clip.path(), "fingerprint", 0, progress()).channels(), 0);
    EXPECT_FALSE(std::filesystem::exists(base::cache_folder() + "/waveforms/fingerprint-0.peaks"));
}

TEST_F(RecordingTest, AWaveformOfWhatHasNoSoundIsRefused) {
    const TestClip clip{.seconds = 2, .channels = 0};
    EXPECT_THROW(media::compute_waveform(clip.path(), 0, progress()), base::Error);
    EXPECT_THROW(media::compute_waveform(TestClip{.seconds = 2}.path(), 5, progress()), base::Error);
}

TEST_F(RecordingTest, AClipBeginsAndEndsExactly) {
    const TestClip clip{.seconds = 10, .gop = 250, .rotation = 90};
    const std::string out = folder_.file("fragment.mp4");
    const base::Span span{clip.time_of(63), clip.time_of(113)};
    const media::ClipResult result = media::export_clip(clip.path(), span, out, progress());
    EXPECT_FALSE(result.cancelled);
    EXPECT_NEAR(result.duration.seconds(), 2, 0.03);
    const media::RecordingInfo info = media::probe(out);
    EXPECT_NEAR(info.duration.seconds(), 2, 0.05);
    EXPECT_EQ(info.video->rotation, 0) << "made upright";
    EXPECT_EQ(info.video->width, clip.width);
    EXPECT_EQ(info.audio.size(), 1U);
    EXPECT_EQ(number_in(media::picture_at(out, base::milliseconds(10))), 63);
    EXPECT_EQ(number_in(media::picture_at(out, base::milliseconds(1010))), 88);
    EXPECT_EQ(number_in(media::picture_at(out, base::milliseconds(1985))), 112);
}

TEST_F(RecordingTest, AClipOfSoundAloneBecomesSoundAlone) {
    const TestClip clip{.seconds = 5, .pictures_per_second = 0, .extension = "m4a"};
    const std::string out = folder_.file("fragment.m4a");
    media::export_clip(clip.path(), {seconds(1.5), seconds(3)}, out, progress());
    const media::RecordingInfo info = media::probe(out);
    EXPECT_FALSE(info.video);
    EXPECT_NEAR(info.duration.seconds(), 1.5, 0.03);
    const std::vector<std::int16_t> samples = samples_by_ffmpeg(out, 1);
    const auto loud = std::find_if(samples.begin(), samples.end(), [](int sample) { return std::abs(sample) > 2000; });
    EXPECT_NEAR(static_cast<double>(loud - samples.begin()) / 48'000, 0.5, 0.005) << "the beep of second 2";
}

TEST_F(RecordingTest, AClipIsWholeOrNotThere) {
    const TestClip clip{.seconds = 10};
    const std::string out = folder_.file("fragment.mp4");
    const auto names = [&] {
        std::vector<std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
            found.push_back(entry.path().filename());
        }
        return found;
    };
    stop_.request_stop();
    EXPECT_TRUE(media::export_clip(clip.path(), {seconds(1), seconds(9)}, out, progress()).cancelled);
    EXPECT_TRUE(names().empty()) << names().front();
    const auto export_to = [&](base::Span span, const std::string& to) {
        std::stop_source fresh;
        media::export_clip(clip.path(), span, to, base::Progress(fresh.get_token(), fraction_));
    };
    EXPECT_THROW(export_to({seconds(3), seconds(3)}, out), base::Error);
    EXPECT_THROW(export_to({seconds(-1), seconds(3)}, out), base::Error);
    EXPECT_THROW(export_to({seconds(500), seconds(600)}, out), base::Error) << "nothing is there";
    EXPECT_THROW(export_to({seconds(1), seconds(3)}, folder_.file("no/folder.mp4")), base::Error);
    EXPECT_TRUE(names().empty()) << names().front();
}

TEST_F(RecordingTest, AClipNeverOverwritesItsRecording) {
    const TestClip clip{.seconds = 3};
    const std::string copy = folder_.file("recording.mp4");
    std::filesystem::copy(clip.path(), copy);
    const std::string other_name = folder_.file("link.mp4");
    std::filesystem::create_symlink(copy, other_name);
    EXPECT_THROW(media::export_clip(copy, {seconds(1), seconds(2)}, copy, progress()), base::Error);
    EXPECT_THROW(media::export_clip(copy, {seconds(1), seconds(2)}, other_name, progress()), base::Error);
    EXPECT_EQ(support::read_file(copy), support::read_file(clip.path()));
}

}  // namespace
