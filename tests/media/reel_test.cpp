// Stretches of a recording written as one file: compared, picture by picture and sample by sample, with what `ffmpeg`
// finds in the recording itself.
#include "media/reel.h"

#include "base/error.h"
#include "support/decoded.h"
#include "support/shared_data.h"
#include "support/test_clip.h"

#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace {

using base::milliseconds;
using base::seconds;
using support::TestClip;

constexpr int kWidth = 320;
constexpr int kHeight = 192;

// Moving pictures full of detail, and noise, of which no two stretches are alike.
class ReelTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        made_ = std::make_unique<support::TemporaryFolder>();
        support::output_of(fmt::format(
            "ffmpeg -nostdin -v error -f lavfi -i testsrc2=s={}x{}:r=25:d=12 -f lavfi -i anoisesrc=d=12:c=pink:seed=1:"
            "r=44100:a=0.5 -f lavfi -i anoisesrc=d=12:c=pink:seed=2:r=44100:a=0.5 -filter_complex "
            "'[1][2]amerge=inputs=2,lowpass=f=3000[sound]' -map 0:v -map '[sound]' -c:v libx264 -preset ultrafast -crf "
            "8 -g 40 -bf 2 "
            "-c:a pcm_s16le '{}'",
            kWidth, kHeight, made_->file("recording.mkv")));
    }
    static void TearDownTestSuite() { made_.reset(); }

    base::Progress progress() { return {stop_.get_token(), fraction_}; }
    media::ReelResult write(const media::ReelPlan& plan, const std::string& out) {
        return media::write_reel(recording_, plan, out, progress());
    }

    // The part of `written` that begins there holds the pictures and the sound of that stretch.
    void expect_stretch(const std::string& written, base::Time begins, base::Span stretch);

    inline static std::unique_ptr<support::TemporaryFolder> made_;
    support::TemporaryFolder folder_;
    const std::string recording_ = made_->file("recording.mkv");
    std::stop_source stop_;
    std::atomic<float> fraction_{0};
};

media::TitleCard card(base::Time shown, std::uint8_t red) {
    media::TitleCard title{.width = kWidth, .height = kHeight, .rgb = {}, .shown = shown};
    for (int i = 0; i < kWidth * kHeight; ++i) title.rgb.insert(title.rgb.end(), {red, 0, 0});
    return title;
}

double mean_difference(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
    return sum / static_cast<double>(a.size());
}

double mean(const std::vector<std::uint8_t>& plane) {
    return mean_difference(plane, std::vector<std::uint8_t>(plane.size(), 0));
}

std::span<const float> part(const std::vector<float>& sound, base::Span span) {
    const auto sample = [&](base::Time at) {
        return std::min(static_cast<std::size_t>(std::llround(at.seconds() * 48'000)), sound.size());
    };
    return std::span(sound).subspan(sample(span.from), sample(span.to) - sample(span.from));
}

void ReelTest::expect_stretch(const std::string& written, base::Time begins, base::Span stretch) {
    const base::Span there{begins, begins + stretch.length()};
    const auto source = support::decoded_pictures(recording_, kWidth, kHeight);
    const auto shown = support::decoded_pictures(written, kWidth, kHeight);
    const double moved = (begins - stretch.from).seconds();
    std::size_t found = 0;
    for (std::size_t n = 0; n < source.size(); ++n) {
        const double from = std::max(source[n].at_seconds, stretch.from.seconds());
        const double until = n + 1 < source.size() ? source[n + 1].at_seconds : 12;
        if (until <= stretch.from.seconds() + 1e-4 || from >= stretch.to.seconds() - 1e-4) continue;
        const auto same = std::find_if(shown.begin(), shown.end(), [&](const support::DecodedPicture& picture) {
            return std::abs(picture.at_seconds - from - moved) < 0.0005;
        });
        ASSERT_NE(same, shown.end()) << "no picture " << n << " at " << from + moved;
        EXPECT_LT(mean_difference(same->luma, source[n].luma), 3) << "picture " << n;
        ++found;
    }
    EXPECT_EQ(found, std::count_if(shown.begin(), shown.end(),
                                   [&](const support::DecodedPicture& picture) {
                                       return picture.at_seconds > there.from.seconds() - 0.0005 &&
                                              picture.at_seconds < there.to.seconds() - 0.0005;
                                   }))
        << "and no others";

    const auto heard = support::decoded_sound(written, 2);
    const auto original = support::decoded_sound(recording_, 2);
    for (std::size_t channel = 0; channel < 2; ++channel) {
        const support::Likeness alike =
            support::likeness(part(original[channel], stretch), part(heard[channel], there), 50);
        EXPECT_EQ(alike.shift, 0) << "channel " << channel;
        EXPECT_GT(alike.correlation, 0.99) << "channel " << channel;
    }
}

TEST_F(ReelTest, HoldsEveryPictureAndSampleOfItsStretchesAndNoOthers) {
    const std::string out = folder_.file("reel.mp4");
    const base::Span first{seconds(7.2), seconds(9.48)};
    const base::Span second{milliseconds(1013), milliseconds(2391)};  // begins and ends inside pictures
    const base::Span third{seconds(10), seconds(12)};
    const media::ReelResult written = write({.stretches = {{first, {}}, {second, {}}, {third, {}}}}, out);
    EXPECT_EQ(written.duration, first.length() + second.length() + third.length());
    EXPECT_EQ(media::probe(out).duration.seconds(), written.duration.seconds());
    expect_stretch(out, {}, first);
    expect_stretch(out, first.length(), second);
    expect_stretch(out, first.length() + second.length(), third);
}

TEST_F(ReelTest, TitlesStandInFrontOfTheirStretchInSilence) {
    const std::string out = folder_.file("reel.mp4");
    const base::Span first{seconds(3), seconds(5)};
    const base::Span second{seconds(8), seconds(9)};
    const media::ReelPlan plan{.stretches = {{first, card(seconds(2.5), 255)}, {second, card(seconds(1), 128)}}};
    EXPECT_EQ(write(plan, out).duration, seconds(6.5));
    expect_stretch(out, seconds(2.5), first);
    expect_stretch(out, seconds(5.5), second);
    for (const support::DecodedPicture& picture : support::decoded_pictures(out, kWidth, kHeight)) {
        if (picture.at_seconds < 2.49) {
            EXPECT_NEAR(mean(picture.luma), 82, 3) << "full red";
        }
        if (picture.at_seconds > 4.51 && picture.at_seconds < 5.49) {
            EXPECT_NEAR(mean(picture.luma), 49, 3);
        }
    }
    const auto heard = support::decoded_sound(out, 2);
    EXPECT_LT(support::loudness(part(heard[0], {seconds(0), seconds(2.45)})), 0.001);
    EXPECT_LT(support::loudness(part(heard[0], {seconds(4.55), seconds(5.45)})), 0.001);
}

TEST_F(ReelTest, OfSoundAloneShowsItsTitles) {
    const std::string sound = folder_.file("sound.wav");
    support::output_of(fmt::format("ffmpeg -nostdin -v error -i '{}' -vn -ac 1 '{}'", recording_, sound));
    const std::string out = folder_.file("reel.mp4");
    const media::ReelPlan plan{
        .stretches = {{{seconds(2), seconds(4)}, card(seconds(1), 255)}, {{seconds(6), seconds(7)}, {}}}};
    EXPECT_EQ(media::write_reel(sound, plan, out, progress()).duration, seconds(4));
    const media::RecordingInfo info = media::probe(out);
    ASSERT_TRUE(info.video);
    EXPECT_EQ(info.video->width, kWidth);
    for (const auto& picture : support::decoded_pictures(out, kWidth, kHeight)) EXPECT_NEAR(mean(picture.luma), 63, 3);
    const auto heard = support::decoded_sound(out, 1);
    const auto original = support::decoded_sound(sound, 1);
    EXPECT_EQ(
        support::likeness(part(original[0], {seconds(2), seconds(4)}), part(heard[0], {seconds(1), seconds(3)}), 50)
            .shift,
        0);
}

TEST_F(ReelTest, CarriesSubtitlesOfItsOwnTime) {
    const std::string out = folder_.file("reel.mp4");
    const media::ReelPlan plan{
        .stretches = {{{seconds(3), seconds(5)}, card(seconds(1), 255)}, {{seconds(8), seconds(9)}, {}}},
        .subtitles = {{{seconds(2), seconds(3.5)}, "Hoe gaat het?"},
                      {{seconds(3.25), seconds(4)}, "Goed <hoor> & u?"},
                      {{seconds(6), seconds(7)}, "not in it"},
                      {{seconds(8.5), seconds(20)}, "één\n\nlaatste"}}};
    const media::ReelResult written = write(plan, out);
    EXPECT_EQ(
        media::to_webvtt(written.subtitles),
        "WEBVTT\n\n00:00:01.000 --> 00:00:01.500\nHoe gaat het?\n\n00:00:01.250 --> 00:00:02.000\nGoed &lt;hoor&gt; "
        "&amp; u?\n\n00:00:03.500 --> 00:00:04.000\néén\nlaatste\n");
    const std::string inside = support::decoded_subtitles(out);
    EXPECT_NE(inside.find("00:00:01,000 --> 00:00:01,250\nHoe gaat het?\n"), std::string::npos) << inside;
    EXPECT_NE(inside.find("00:00:01,250 --> 00:00:01,500\nHoe gaat het?\nGoed <hoor> & u?\n"), std::string::npos)
        << inside;
    EXPECT_NE(inside.find("00:00:03,500 --> 00:00:04,000\néén\nlaatste\n"), std::string::npos) << inside;
    EXPECT_EQ(inside.find("not in it"), std::string::npos);
}

TEST_F(ReelTest, IsWholeOrNotThere) {
    const std::string out = folder_.file("reel.mp4");
    support::write_file(out, "what was there");
    const auto refused = [&](const media::ReelPlan& plan) {
        EXPECT_THROW(write(plan, out), base::Error);
        EXPECT_TRUE(support::read_file(out) == "what was there");
        EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1);
    };
    refused({.stretches = {}});
    refused({.stretches = {{{seconds(1), seconds(2)}, {}}, {{seconds(100), seconds(101)}, {}}}});
    media::TitleCard lacking = card(seconds(1), 255);
    lacking.rgb.resize(100);
    refused({.stretches = {{{seconds(1), seconds(2)}, lacking}}});
    const media::ReelPlan too_many{
        .stretches = std::vector<media::Stretch>(2000, {{seconds(1), seconds(1.1)}, card(seconds(1), 255)})};
    refused(too_many);
    stop_.request_stop();
    EXPECT_TRUE(write({.stretches = {{{seconds(1), seconds(2)}, {}}}}, out).cancelled);
    EXPECT_TRUE(support::read_file(out) == "what was there");
}

TEST_F(ReelTest, StretchesCanBeFilesOfTheirOwn) {
    const media::ReelPlan plan{.stretches = {{{seconds(1), seconds(2)}, {}}, {{seconds(5), seconds(7)}, {}}}};
    const std::vector<std::string> outs{folder_.file("1.mp4"), folder_.file("2.mp4")};
    const auto written = media::write_separately(recording_, plan, outs, progress());
    ASSERT_EQ(written.size(), 2u);
    expect_stretch(outs[0], {}, plan.stretches[0].span);
    expect_stretch(outs[1], {}, plan.stretches[1].span);
    EXPECT_GT(fraction_, 0.9F);

    media::ReelPlan fails = plan;
    fails.stretches[1].span = {seconds(100), seconds(101)};
    const std::vector<std::string> others{folder_.file("3.mp4"), folder_.file("4.mp4")};
    EXPECT_THROW(media::write_separately(recording_, fails, others, progress()), base::Error);
    EXPECT_FALSE(std::filesystem::exists(others[0])) << "not a part of what was asked for";
}

TEST(Subtitles, ThatOverlapStandTogetherAndBlankOnesAreLeftOut) {
    const std::vector<media::Cue> cues{
        {{seconds(1), seconds(4)}, "a"}, {{seconds(2), seconds(3)}, "b --> c"}, {{seconds(5), seconds(6)}, " \n "}};
    const std::vector<media::Cue> single = media::one_at_a_time(cues);
    ASSERT_EQ(single.size(), 3u);
    EXPECT_EQ(single[1].text, "a\nb --> c");
    EXPECT_EQ(
        media::to_srt(single),
        "1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:02,000 --> 00:00:03,000\na\nb -> c\n\n3\n00:00:03,000 --> "
        "00:00:04,000\na\n");
}

}  // namespace
