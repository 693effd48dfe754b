// The picture on screen at a moment is the right one: proven by pictures that carry their number.
#include "support/shared_data.h"
#include "support/test_clip.h"
#include "support/worker_driver.h"

#include <gtest/gtest.h>
#include <random>

namespace {

using support::TestClip;
using support::WorkerDriver;
using support::protocol::Kind;
using support::protocol::ShowPictures;

std::vector<TestClip> clips() {
    std::vector<TestClip> all;
    for (const int gop : {1, 2, 12, 50, 300}) all.push_back({.gop = gop, .b_frames = gop > 2 ? 3 : 0});
    all.push_back({.gop = 30, .b_frames = 3, .open_gop = true});
    all.push_back({.gop = 60, .b_frames = 2, .variable_rate = true});
    all.push_back({.gop = 25, .b_frames = 3, .variable_rate = true, .extension = "mkv", .channels = 0});
    all.push_back({.b_frames = 3, .start_offset = 7.5, .extension = "mkv", .channels = 0});
    all.push_back({.b_frames = 3, .start_offset = 3, .extension = "ts", .channels = 0});
    all.push_back({.b_frames = 2, .video_delay = 0.75});
    for (const int rotation : {90, 180, 270}) all.push_back({.rotation = rotation});
    all.push_back({.rotation = 90, .mirrored = true});
    all.push_back({.mirrored = true});
    all.push_back({.video_codec = "libx265", .gop = 25, .b_frames = 4, .open_gop = true});
    all.push_back({.video_codec = "libvpx-vp9", .extension = "webm", .channels = 0});
    all.push_back({.video_codec = "mpeg4", .gop = 12, .b_frames = 2});
    all.push_back({.video_codec = "mpeg4", .gop = 12, .extension = "avi", .channels = 0});
    all.push_back({.video_codec = "mjpeg", .pixel_format = "yuvj422p", .extension = "mov"});
    all.push_back({.pixel_format = "yuv444p"});
    all.push_back({.video_codec = "libx265", .pixel_format = "yuv420p10le"});
    return all;
}

class WorkerPictures : public testing::TestWithParam<TestClip> {};

// Any sequence of jumps: forward, back, near, far, on the very borders between two pictures.
TEST_P(WorkerPictures, AreExactAfterAnySequenceOfJumps) {
    const TestClip& clip = GetParam();
    WorkerDriver worker(clip.path());
    const nlohmann::json info = worker.open();
    ASSERT_FALSE(info.contains("failed")) << info.dump();
    std::mt19937 random(static_cast<unsigned>(clip.gop));
    for (int i = 0; i < 40; ++i) {
        const int n = static_cast<int>(random() % static_cast<unsigned>(clip.pictures() - 1));
        const auto shown = worker.picture_at(clip.middle_of(n).microseconds);
        ASSERT_TRUE(shown);
        ASSERT_EQ(shown->number, n);
        EXPECT_NEAR(static_cast<double>(shown->ready.at_us), static_cast<double>(clip.time_of(n).microseconds), 1000);
        EXPECT_NEAR(static_cast<double>(shown->ready.until_us), static_cast<double>(clip.time_of(n + 1).microseconds),
                    1000);
        // Just before its end it is still there; at its end comes the next.
        const auto still = worker.picture_at(shown->ready.until_us - 1);
        ASSERT_TRUE(still);
        ASSERT_EQ(still->number, n);
        const auto next = worker.picture_at(shown->ready.until_us);
        ASSERT_TRUE(next);
        ASSERT_EQ(next->number, n + 1);
    }
}

TEST_P(WorkerPictures, ComeInOrderFromTheFirstToTheLast) {
    const TestClip& clip = GetParam();
    WorkerDriver worker(clip.path());
    const auto duration = worker.open()["duration_us"].get<std::int64_t>();
    worker.send(Kind::ShowPictures, ShowPictures{.serial = 9});
    int expected = 0;
    std::int64_t until = -1;
    while (const auto message = worker.wait_for({Kind::PictureReady, Kind::PicturesEnd})) {
        if (message->kind == Kind::PicturesEnd) break;
        const WorkerDriver::Shown shown = worker.shown(*message);
        worker.send(Kind::ReleasePicture, support::protocol::ReleasePicture{shown.ready.slot});
        ASSERT_EQ(shown.number, expected++);
        if (until >= 0) {
            EXPECT_EQ(shown.ready.at_us, until);
        }
        until = shown.ready.until_us;
    }
    EXPECT_EQ(expected, clip.pictures());
    EXPECT_EQ(until, duration);
}

INSTANTIATE_TEST_SUITE_P(Clips, WorkerPictures, testing::ValuesIn(clips()), [](const auto& clip) {
    const TestClip& c = clip.param;
    std::string name = c.video_codec + "_" + c.extension + "_" + c.pixel_format + "_gop" + std::to_string(c.gop) +
                       "_b" + std::to_string(c.b_frames) + (c.open_gop ? "_open" : "") +
                       (c.variable_rate ? "_vfr" : "") + (c.mirrored ? "_mirrored" : "") + "_r" +
                       std::to_string(c.rotation) + "_" + std::to_string(clip.index);
    std::erase_if(name, [](char letter) { return letter == '-'; });
    return name;
});

TEST(WorkerShow, SendsTheLeadBeforeThePictureAskedFor) {
    const TestClip clip{.b_frames = 3};
    WorkerDriver worker(clip.path());
    worker.open();
    for (const int target : {70, 3, 0}) {
        ShowPictures request{.serial = 1, .from_us = clip.middle_of(target).microseconds, .lead = 5, .single = 1};
        worker.send(Kind::ShowPictures, request);
        const int leads = std::min(5, target);
        for (int i = leads; i >= 0; --i) {
            const auto message = worker.wait_for({Kind::PictureReady});
            ASSERT_TRUE(message);
            const WorkerDriver::Shown shown = worker.shown(*message);
            EXPECT_EQ(shown.number, target - i);
            EXPECT_EQ(shown.ready.is_lead, i > 0 ? 1u : 0u);
            worker.send(Kind::ReleasePicture, support::protocol::ReleasePicture{shown.ready.slot});
        }
    }
}

TEST(WorkerShow, GoesRoundALoopExactly) {
    const TestClip clip{.b_frames = 3};
    WorkerDriver worker(clip.path());
    worker.open();
    ShowPictures request{.serial = 1, .from_us = clip.middle_of(20).microseconds};
    request.loop_from_us = clip.time_of(10).microseconds;
    request.loop_to_us = clip.time_of(30).microseconds;
    worker.send(Kind::ShowPictures, request);
    int expected = 20;
    unsigned lap = 0;
    for (int i = 0; i < 60; ++i) {
        const auto message = worker.wait_for({Kind::PictureReady});
        ASSERT_TRUE(message);
        const WorkerDriver::Shown shown = worker.shown(*message);
        worker.send(Kind::ReleasePicture, support::protocol::ReleasePicture{shown.ready.slot});
        ASSERT_EQ(shown.number, expected);
        ASSERT_EQ(shown.ready.lap, lap);
        if (++expected == 30) {
            expected = 10;
            ++lap;
        }
    }
}

TEST(WorkerShow, JumpsToAKeyFrameWhenThatWillDo) {
    const TestClip clip{.gop = 50};
    WorkerDriver worker(clip.path());
    worker.open();
    for (const int target : {70, 120, 20}) {
        ShowPictures request{.serial = 1, .key_frame = 1, .from_us = clip.middle_of(target).microseconds, .single = 1};
        worker.send(Kind::ShowPictures, request);
        const auto message = worker.wait_for({Kind::PictureReady});
        ASSERT_TRUE(message);
        const WorkerDriver::Shown shown = worker.shown(*message);
        worker.send(Kind::ReleasePicture, support::protocol::ReleasePicture{shown.ready.slot});
        EXPECT_LE(shown.number, target);
        EXPECT_GE(shown.number, target - 50);
        EXPECT_EQ(shown.ready.at_us, clip.time_of(shown.number).microseconds);
    }
}

TEST(WorkerShow, TheNewestRequestReplacesTheLast) {
    const TestClip clip{.gop = 300, .b_frames = 3};
    WorkerDriver worker(clip.path());
    worker.open();
    for (std::uint32_t serial = 1; serial <= 50; ++serial) {
        const int target = static_cast<int>(serial * 37 % 120);
        worker.send(Kind::ShowPictures,
                    ShowPictures{.serial = serial, .from_us = clip.middle_of(target).microseconds, .single = 1});
    }
    while (const auto message = worker.wait_for({Kind::PictureReady})) {
        const WorkerDriver::Shown shown = worker.shown(*message);
        if (shown.ready.serial != 50) continue;
        EXPECT_EQ(shown.number, 50 * 37 % 120);
        return;
    }
    FAIL() << "the newest request was not answered";
}

TEST(WorkerStill, IsUprightInsideTheSizeAskedFor) {
    for (const TestClip& clip : {TestClip{}, TestClip{.rotation = 90}, TestClip{.rotation = 270},
                                 TestClip{.rotation = 180, .mirrored = true}}) {
        WorkerDriver worker(clip.path());
        support::protocol::Still request{.at_us = clip.middle_of(77).microseconds};
        for (const int width : {0, 160}) {
            request.fit_width = request.fit_height = width;
            worker.send(Kind::Still, request);
            const auto message = worker.wait_for({Kind::StillReady, Kind::Failed});
            ASSERT_TRUE(message && message->kind == Kind::StillReady);
            const auto still = message->as<support::protocol::StillReady>();
            EXPECT_EQ(still.width, width == 0 ? 320 : 160);
            EXPECT_EQ(still.height, width == 0 ? 192 : 96);
            EXPECT_EQ(support::number_in(still.width, still.height, worker.still_pixels()), 77);
            EXPECT_EQ(still.at_us, clip.time_of(77).microseconds);
        }
    }
}

TEST(WorkerStill, RefusesSoundWithoutPicture) {
    const TestClip clip{.pictures_per_second = 0, .extension = "wav", .audio_codec = "pcm_s16le"};
    WorkerDriver worker(clip.path());
    worker.send(Kind::Still, support::protocol::Still{});
    const auto message = worker.wait_for({Kind::StillReady, Kind::Failed});
    ASSERT_TRUE(message);
    EXPECT_EQ(message->reason(), "no_picture");
}

}  // namespace
