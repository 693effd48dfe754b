// On recordings as people made them: the picture at a moment is the one that a straight decode from the start shows
// there, byte for byte, after any sequence of jumps.
#include "support/shared_data.h"
#include "support/worker_driver.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string_view>

namespace {

using support::WorkerDriver;
using support::protocol::Kind;
using support::protocol::PictureReady;
using support::protocol::ShowPictures;

struct Seen {
    std::int64_t at_us = 0;
    std::int64_t until_us = 0;
    std::size_t looks = 0;

    bool operator==(const Seen&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Seen& seen) {
    return out << seen.at_us << " to " << seen.until_us << " us, looks " << seen.looks;
}

std::size_t looks_of(const media::Picture& picture) {
    std::size_t looks = 0;
    for (std::size_t plane = 0; plane < picture.planes.size(); ++plane) {
        const int width = plane == 0 ? picture.width : (picture.width + 1) / 2;
        const int height = plane == 0 ? picture.height : (picture.height + 1) / 2;
        for (int y = 0; y < height; ++y) {
            const auto* row = reinterpret_cast<const char*>(picture.planes[plane]) + y * picture.strides[plane];
            looks = looks * 31 + std::hash<std::string_view>()({row, static_cast<std::size_t>(width)});
        }
    }
    return looks;
}

// The next picture of a request, and its slot given back; nothing at the end.
std::optional<Seen> next_picture(WorkerDriver& worker, std::uint32_t serial) {
    while (const auto message = worker.wait_for({Kind::PictureReady, Kind::PicturesEnd})) {
        const bool is_end = message->kind == Kind::PicturesEnd;
        if (is_end && message->as<support::protocol::SerialOnly>().serial == serial) return {};
        if (is_end) continue;
        const auto ready = message->as<PictureReady>();
        const Seen seen{ready.at_us, ready.until_us, looks_of(worker.as_picture(ready))};
        worker.send(Kind::ReleasePicture, support::protocol::ReleasePicture{ready.slot});
        if (ready.serial == serial) return seen;
    }
    return {};
}

std::vector<Seen> straight_decode(const std::string& path) {
    WorkerDriver worker(path);
    worker.open();
    worker.send(Kind::ShowPictures, ShowPictures{.serial = 1});
    std::vector<Seen> all;
    while (const auto seen = next_picture(worker, 1)) all.push_back(*seen);
    return all;
}

struct Recording {
    const char* file;
    std::uint32_t jumps = 20;  // fewer where each takes long
};

std::ostream& operator<<(std::ostream& out, const Recording& recording) {
    return out << recording.file;
}

class WorkerRecordings : public testing::TestWithParam<Recording> {};

TEST_P(WorkerRecordings, ShowAtAMomentWhatAStraightDecodeShowsThere) {
    constexpr std::size_t kFollowing = 2;  // pictures after the one jumped to
    const auto [file, jumps] = GetParam();
    const std::string path = support::testdata(file);
    if (path.empty()) GTEST_SKIP() << "no shared recordings";
    const std::vector<Seen> all = straight_decode(path);
    ASSERT_GT(all.size(), 3U);
    for (std::size_t i = 1; i < all.size(); ++i) ASSERT_EQ(all[i].at_us, all[i - 1].until_us) << "picture " << i;

    WorkerDriver worker(path);
    const auto duration = worker.open()["duration_us"].get<std::int64_t>();
    EXPECT_EQ(all.back().until_us, duration);
    std::mt19937 random(7);
    std::uniform_int_distribution<std::int64_t> anywhere(0, duration - 1);
    for (std::uint32_t serial = 1; serial <= jumps; ++serial) {
        const std::int64_t moment = serial == jumps ? duration - 1 : anywhere(random);
        const auto after = std::upper_bound(all.begin(), all.end(), moment,
                                            [](std::int64_t time, const Seen& seen) { return time < seen.at_us; });
        const auto first = static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - all.begin() - 1, 0));
        worker.send(Kind::ShowPictures, ShowPictures{.serial = serial, .from_us = moment});
        for (std::size_t i = first; i <= std::min(first + kFollowing, all.size() - 1); ++i) {
            const auto seen = next_picture(worker, serial);
            ASSERT_TRUE(seen) << moment << " us: nothing comes where picture " << i << " belongs";
            ASSERT_EQ(*seen, all[i]) << moment << " us, picture " << i;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Files, WorkerRecordings,
    testing::Values(
        Recording{"dev/zoom/zoom_gallery_2x2.mp4"}, Recording{"dev/phone/iphone4s_rot90.mov"},
        Recording{"dev/phone/ipad_hevc_rot90.mov", 12}, Recording{"dev/phone/iphone12_hevc10_hdr_rot90.mp4", 10},
        Recording{"dev/phone/android_vfr_rot180.mp4"}, Recording{"dev/phone/samsung_slowmo_vfr.mp4"},
        Recording{"dev/phone/old_h263_amr.3gp"}, Recording{"dev/phone/mpeg4_amr.3gp"},
        Recording{"dev/phone/kodak_mjpeg.avi"}, Recording{"dev/phone/mpegts_h264.ts"},
        Recording{"dev/web/chrome57_mediarecorder.webm"}, Recording{"dev/web/chrome_screen_no_duration.webm"},
        Recording{"dev/misc/mpeg4_mp3.avi"}, Recording{"dev/misc/srt_inside.mkv"}, Recording{"dev/misc/av1.mkv"},
        Recording{"dev/misc/vp9_opus.webm"}, Recording{"dev/misc/edit_list_start_offset.mp4"},
        Recording{"dev/misc/screen_cursed_vfr.mp4", 10}, Recording{"dev/misc/hevc_1080p_timecode.mp4", 6},
        Recording{"dev/misc/fragmented_bogus_duration.mp4"}, Recording{"dev/people/datavyu_session_60s.mov"}),
    [](const auto& recording) {
        const std::string path = recording.param.file;
        std::string name = path.substr(path.rfind('/') + 1);
        std::replace(name.begin(), name.end(), '.', '_');
        return name;
    });

}  // namespace
