// Peaks of a whole track, and clips cut out exactly.
#include "support/shared_data.h"
#include "support/test_clip.h"
#include "support/worker_driver.h"

#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>

namespace {

using support::Sandbox;
using support::TestClip;
using support::WorkerDriver;
using support::protocol::Kind;

TEST(WorkerPeaks, CoverEveryChannelOfTheWholeTrack) {
    const TestClip clip{
        .seconds = 30, .pictures_per_second = 0, .extension = "wav", .channels = 2, .audio_codec = "pcm_s16le"};
    WorkerDriver worker(clip.path());
    worker.send(Kind::Peaks, support::protocol::Peaks{.track = 0, .samples_per_peak = 480});
    std::vector<std::int8_t> values;
    float progress = 0;
    while (const auto message = worker.wait_for({Kind::PeaksPart, Kind::Progress, Kind::Done, Kind::Failed})) {
        ASSERT_NE(message->kind, Kind::Failed) << message->text();
        if (message->kind == Kind::Done) break;
        if (message->kind == Kind::Progress) {
            EXPECT_GE(message->as<support::protocol::Progress>().fraction, progress);
            progress = message->as<support::protocol::Progress>().fraction;
            continue;
        }
        const auto part = message->as<support::protocol::PeaksPart>();
        EXPECT_EQ(part.channels, 2u);
        EXPECT_EQ(part.sample_rate, 48'000u);
        const std::string bytes = message->text(sizeof part);
        ASSERT_EQ(bytes.size(), part.count * part.channels * 2);
        for (const char byte : bytes) values.push_back(static_cast<std::int8_t>(byte));
    }
    EXPECT_GT(progress, 0.9F);
    ASSERT_EQ(values.size(), 30u * 100 * 4);
    for (std::size_t peak = 0; peak < 3000; ++peak) {
        const bool beeps = peak % 100 < 5;
        EXPECT_NEAR(values[peak * 4], beeps ? -64 : 0, 1) << peak;
        EXPECT_NEAR(values[peak * 4 + 3], beeps ? 64 : 0, 1) << peak;
    }
}

struct CutClip {
    support::TemporaryFolder folder;
    std::string path;
    std::optional<support::WorkerMessage> answer;

    CutClip(const TestClip& clip, std::int64_t from_us, std::int64_t to_us) : path(folder.file("clip.mp4")) {
        WorkerDriver worker(clip.path(), Sandbox::On, path);
        worker.send_clip(from_us, to_us);
        answer = worker.wait_for({Kind::Done, Kind::Failed});
    }
};

TEST(WorkerClip, HoldsExactlyThePicturesAndSoundBetweenItsEnds) {
    for (const TestClip& clip : {TestClip{.b_frames = 3}, TestClip{.b_frames = 2, .variable_rate = true},
                                 TestClip{.rotation = 90, .channels = 2}}) {
        const std::int64_t from = clip.time_of(20).microseconds;
        const std::int64_t to = clip.time_of(70).microseconds;
        const CutClip cut(clip, from, to);
        ASSERT_TRUE(cut.answer && cut.answer->kind == Kind::Done) << (cut.answer ? cut.answer->text() : "died");
        EXPECT_EQ(cut.answer->as<support::protocol::Done>().value, to - from);

        WorkerDriver worker(cut.path);
        const nlohmann::json info = worker.open();
        ASSERT_FALSE(info.contains("failed")) << info.dump();
        EXPECT_NEAR(info["duration_us"].get<double>(), static_cast<double>(to - from), 1000);
        EXPECT_EQ(info["video"]["codec"], "h264");
        EXPECT_EQ(info["video"]["rotation"], 0);
        EXPECT_EQ(info["video"]["width"], 320);
        ASSERT_EQ(info["audio"].size(), 1u);
        for (const int n : {20, 45, 69}) {
            const auto shown = worker.picture_at(clip.middle_of(n).microseconds - from);
            ASSERT_TRUE(shown);
            EXPECT_EQ(shown->number, n);
        }
        const auto last = worker.picture_at(to - from);
        ASSERT_TRUE(last);
        EXPECT_EQ(last->number, 69);
    }
}

TEST(WorkerClip, CanBeginAndEndInsideAPicture) {
    const TestClip clip;
    const CutClip cut(clip, 1'010'000, 1'130'000);
    WorkerDriver worker(cut.path);
    EXPECT_NEAR(worker.open()["duration_us"].get<double>(), 120'000, 1000);
    EXPECT_EQ(worker.picture_at(0)->number, 25);
    EXPECT_EQ(worker.picture_at(30'000)->number, 26);
    EXPECT_EQ(worker.picture_at(119'000)->number, 28);
}

TEST(WorkerClip, OfSoundAloneIsSoundAlone) {
    const TestClip clip{.pictures_per_second = 0, .extension = "wav", .audio_codec = "pcm_s16le", .sample_rate = 16000};
    const CutClip cut(clip, 700'000, 2'400'000);
    WorkerDriver worker(cut.path);
    const nlohmann::json info = worker.open();
    EXPECT_TRUE(info["video"].is_null());
    EXPECT_EQ(info["container"], "m4a");
    EXPECT_EQ(info["audio"][0]["codec"], "aac");
    EXPECT_NEAR(info["duration_us"].get<double>(), 1'700'000, 100);
}

TEST(WorkerClip, CarriesNothingOfTheRecordingsMetadata) {
    TestClip clip;
    clip.extra = "-metadata title=Confidential -metadata comment=Confidential";
    const CutClip cut(clip, 0, 500'000);
    EXPECT_NE(support::read_file(clip.path()).find("Confidential"), std::string::npos);
    EXPECT_EQ(support::read_file(cut.path).find("Confidential"), std::string::npos);
}

TEST(WorkerClip, BeyondTheEndIsRefusedForThatReason) {
    const CutClip cut(TestClip{}, 50'000'000, 60'000'000);
    ASSERT_TRUE(cut.answer);
    ASSERT_EQ(cut.answer->kind, Kind::Failed);
    EXPECT_EQ(cut.answer->reason(), "beyond_end");
}

TEST(WorkerPeaks, OfATrackThatIsNotThereAreRefused) {
    for (const auto& [clip, reason] :
         {std::pair{TestClip{}, "no_track"}, std::pair{TestClip{.channels = 0}, "no_sound"}}) {
        WorkerDriver worker(clip.path());
        worker.send(Kind::Peaks, support::protocol::Peaks{.track = 5});
        const auto failed = worker.wait_for({Kind::Done, Kind::Failed});
        ASSERT_TRUE(failed && failed->kind == Kind::Failed);
        EXPECT_EQ(failed->reason(), reason);
    }
}

TEST(WorkerClip, OfNothingIsRefused) {
    const CutClip cut(TestClip{}, 2'000'000, 2'000'000);
    ASSERT_TRUE(cut.answer);
    EXPECT_EQ(cut.answer->kind, Kind::Failed);
}

}  // namespace
