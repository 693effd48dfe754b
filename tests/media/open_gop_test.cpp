// Around the key frames of open GOPs: pictures that are shown before a key frame, stored after it, and refer to what
// came before both. A decoder that begins at the key frame cannot make them.
#include "support/test_clip.h"
#include "support/worker_driver.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using support::TestClip;
using support::WorkerDriver;
using support::protocol::Kind;

std::vector<TestClip> clips() {
    std::vector<TestClip> all;
    for (const char* extension : {"mp4", "mkv", "ts"}) {
        all.push_back({.gop = 25, .b_frames = 3, .open_gop = true, .extension = extension, .channels = 0});
        all.push_back({.video_codec = "libx265",
                       .gop = 25,
                       .b_frames = 3,
                       .open_gop = true,
                       .extension = extension,
                       .channels = 0});
        all.push_back({.video_codec = "mpeg2video",
                       .gop = 12,
                       .b_frames = 2,
                       .extension = extension,
                       .channels = 0,
                       .extra = "-enc_time_base 1:25"});
    }
    // Without the marks that say from where on the pictures are whole.
    all.push_back(
        {.gop = 25, .b_frames = 3, .open_gop = true, .channels = 0, .extra = "-bsf:v filter_units=remove_types=6"});
    for (const char* extension : {"mp4", "avi"}) {
        all.push_back({.video_codec = "mpeg4", .gop = 12, .b_frames = 2, .extension = extension, .channels = 0});
    }
    return all;
}

class OpenGop : public testing::TestWithParam<TestClip> {};

// Each jump by a decoder that has just been far away, with and without the pictures before the one asked for.
TEST_P(OpenGop, NoPictureIsShownThatMissesWhatItRefersTo) {
    const TestClip& clip = GetParam();
    WorkerDriver worker(clip.path());
    ASSERT_FALSE(worker.open().contains("failed"));
    std::uint32_t serial = 1000;
    for (int n = 2 * clip.gop - 6; n <= 2 * clip.gop + 6; ++n) {
        for (const std::uint32_t lead : {0U, 5U}) {
            ASSERT_TRUE(worker.picture_at(clip.middle_of(clip.pictures() - 2).microseconds));
            worker.send(Kind::ShowPictures,
                        support::protocol::ShowPictures{
                            .serial = ++serial, .from_us = clip.middle_of(n).microseconds, .lead = lead, .single = 1});
            std::vector<int> seen;
            for (bool is_lead = true; is_lead;) {
                const auto message = worker.wait_for({Kind::PictureReady});
                ASSERT_TRUE(message);
                const WorkerDriver::Shown shown = worker.shown(*message);
                worker.send(Kind::ReleasePicture, support::protocol::ReleasePicture{shown.ready.slot});
                seen.push_back(shown.number);
                is_lead = shown.ready.is_lead != 0;
            }
            ASSERT_EQ(seen.back(), n);
            for (std::size_t i = 0; i < seen.size(); ++i) {
                ASSERT_EQ(seen[i], n - static_cast<int>(seen.size() - 1 - i)) << "before " << n;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Clips, OpenGop, testing::ValuesIn(clips()), [](const auto& clip) {
    return clip.param.video_codec + "_" + clip.param.extension + "_" + std::to_string(clip.index);
});

}  // namespace
