#include "media/recording.h"

#include "support/decoded.h"
#include "support/test_clip.h"
#include "terugblik.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

using support::expect_refused;

namespace {

class RecordingCommands : public support::CommandTest {
protected:
    // A real phone's recording, upright only after turning; skipped where the shared data is absent.
    std::string phone_ = support::testdata("dev/phone/iphone4s_rot90.mov");
};

TEST_F(RecordingCommands, ProbeSaysWhatItIs) {
    if (phone_.empty()) GTEST_SKIP();
    const auto json = answer({"probe", phone_});
    EXPECT_EQ(json["container"], "mov");
    EXPECT_EQ(json["video"]["codec"], "h264");
    EXPECT_EQ(json["video"]["rotation"], 90);
    EXPECT_LT(json["video"]["width"], json["video"]["height"]);
    EXPECT_EQ(json["audio"][0]["codec"], "aac");
    EXPECT_EQ(json["audio"][0]["channels"], 1);
    EXPECT_GT(json["duration_us"], 2'000'000);
    EXPECT_TRUE(json["warnings"].is_array());
    EXPECT_TRUE(json["start_us"].is_number_integer());
}

TEST_F(RecordingCommands, ProbeSaysThatSoundHasNoPicture) {
    const auto json = answer({"probe", recording("talk.wav", 2)});
    EXPECT_TRUE(json["video"].is_null());
    EXPECT_EQ(json["duration_us"], 2'000'000);
    EXPECT_EQ(json["audio"][0]["sample_rate"], 8'000);
}

TEST_F(RecordingCommands, FrameWritesThePictureWhoseIntervalContainsTheTime) {
    if (phone_.empty()) GTEST_SKIP();
    const auto json = answer({"frame", phone_, "--at", "00:00:01.000", "--out", path("picture.png")});
    EXPECT_LE(json["picture_us"], 1'000'000);
    EXPECT_GT(json["next_picture_us"], 1'000'000);
    EXPECT_LT(json["width"], json["height"]);
    EXPECT_TRUE(support::read_file(path("picture.png")).starts_with("\x89PNG"));
    const auto small = answer({"frame", phone_, "--at", "1", "--size", "100x100", "--out", path("small.png")});
    EXPECT_EQ(small["height"], 100);
}

TEST_F(RecordingCommands, FrameRefusesSoundAndUnwritablePlaces) {
    expect_refused(run({"frame", recording("talk.wav", 1), "--at", "0", "--out", path("x.png")}), "talk.wav");
    if (phone_.empty()) GTEST_SKIP();
    expect_refused(run({"frame", phone_, "--at", "0", "--out", path("nowhere/x.png")}), "x.png");
}

TEST_F(RecordingCommands, FrameKeepsTheRecordingAndKnowsWhereItEnds) {
    if (phone_.empty()) GTEST_SKIP();
    const std::string copy = file("copy.mov", support::read_file(phone_));
    expect_refused(run({"frame", copy, "--at", "0", "--out", copy}), "overwritten");
    EXPECT_EQ(support::read_file(copy), support::read_file(phone_));
    const std::int64_t end = answer({"probe", copy})["duration_us"];
    const auto at = [](std::int64_t us) { return fmt::format("{}.{:06}", us / 1'000'000, us % 1'000'000); };
    EXPECT_EQ(answer({"frame", copy, "--at", at(end), "--out", path("last.png")})["next_picture_us"], end);
    expect_refused(run({"frame", copy, "--at", at(end + 1'000), "--out", path("none.png")}), "ends at");
    EXPECT_TRUE(support::read_file(path("none.png")).empty());
}

TEST_F(RecordingCommands, PeaksGivesAsManyPairsAsAskedPerChannel) {
    const auto json = answer({"peaks", recording("talk.wav", 2), "--buckets", "7"});
    ASSERT_EQ(json["channels"].size(), 1u);
    ASSERT_EQ(json["channels"][0].size(), 7u);
    for (const auto& peak : json["channels"][0]) {
        EXPECT_GE(peak[0], -1.0);
        EXPECT_LE(peak[1], 1.0);
    }
}

TEST_F(RecordingCommands, ClipIsAsLongAsAsked) {
    if (phone_.empty()) GTEST_SKIP();
    const auto json = answer({"clip", phone_, "--from", "0.5", "--to", "1.5", "--out", path("clip.mp4")});
    EXPECT_NEAR(json["duration_us"].get<double>(), 1e6, 5e4);
    EXPECT_NEAR(answer({"probe", path("clip.mp4")})["duration_us"].get<double>(), 1e6, 5e4);
}

TEST_F(RecordingCommands, ClipMasksWhatItIsToldTo) {
    const support::TestClip clip{.seconds = 4, .channels = 2};
    const auto json = answer(
        {"clip", clip.path(), "--mute", "1", "--blur", "all", "--beep", "2.5-0:03", "--out", path("masked.mp4")});
    EXPECT_NEAR(json["duration_us"].get<double>(), 4e6, 5e4) << "all of it";
    const auto sound = support::decoded_sound(path("masked.mp4"), 2);
    const std::span<const float> heard(sound[0]);
    EXPECT_LT(support::tone(heard.subspan(48'000, 2'400), clip.beep_hertz(0)), 0.01);
    EXPECT_GT(support::tone(heard.subspan(48'000, 2'400), clip.beep_hertz(1)), 0.3);
    EXPECT_GT(support::tone(heard.subspan(126'000, 12'000), 1000), 0.1);
    const media::StillPicture still = media::picture_at(path("masked.mp4"), base::seconds(1));
    EXPECT_EQ(support::number_in(still.width, still.height, still.rgb.data()), -1);
    expect_refused(run({"clip", clip.path(), "--mute", "3", "--out", path("none.mp4")}), "channel");
    EXPECT_TRUE(support::read_file(path("none.mp4")).empty());
}

}  // namespace
