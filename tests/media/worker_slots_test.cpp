// Pictures lie in shared memory where the decoder put them, and what the window holds stays as it was.
#include "support/shared_data.h"
#include "support/test_clip.h"
#include "support/worker_driver.h"

#include <fstream>
#include <gtest/gtest.h>
#include <set>

namespace {

using support::TestClip;
using support::WorkerDriver;
using support::protocol::Kind;
using support::protocol::PictureReady;
using support::protocol::ReleasePicture;
using support::protocol::ShowPictures;

constexpr int kCopiedStride = 320;  // of a copied picture 320 wide; decoders ask for longer rows

std::vector<std::uint8_t> pixels_of(const media::Picture& picture) {
    std::vector<std::uint8_t> pixels;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int width = plane == 0 ? picture.width : (picture.width + 1) / 2;
        const int height = plane == 0 ? picture.height : (picture.height + 1) / 2;
        for (int y = 0; y < height; ++y) {
            const std::uint8_t* row = picture.planes[plane] + y * picture.strides[plane];
            pixels.insert(pixels.end(), row, row + width);
        }
    }
    return pixels;
}

// A picture that the window keeps, and how it looked when it came.
struct Kept {
    PictureReady ready;
    int number;
    std::vector<std::uint8_t> pixels;
};

class Keeper {
public:
    explicit Keeper(WorkerDriver& worker) : worker_(worker) {}

    // The next picture; kept. Nothing when there is none.
    std::optional<Kept> take() {
        const auto message = worker_.wait_for({Kind::PictureReady, Kind::PicturesEnd, Kind::Failed});
        if (!message || message->kind != Kind::PictureReady) return {};
        const auto ready = message->as<PictureReady>();
        const media::Picture picture = worker_.as_picture(ready);
        return Kept{ready, support::number_in(picture), pixels_of(picture)};
    }
    void let_go(const Kept& kept) { worker_.send(Kind::ReleasePicture, ReleasePicture{kept.ready.slot}); }
    bool looks_the_same(const Kept& kept) { return pixels_of(worker_.as_picture(kept.ready)) == kept.pixels; }

private:
    WorkerDriver& worker_;
};

class WorkerSlots : public testing::TestWithParam<TestClip> {};

TEST_P(WorkerSlots, APictureThatIsHeldStaysAsItIsWhileDecodingGoesOn) {
    const TestClip& clip = GetParam();
    WorkerDriver worker(clip.path());
    worker.open();
    Keeper keeper(worker);
    worker.send(Kind::ShowPictures, ShowPictures{.serial = 1});
    std::vector<Kept> held;
    for (int n = 0; n < clip.pictures(); ++n) {
        std::optional<Kept> picture = keeper.take();
        ASSERT_TRUE(picture);
        ASSERT_EQ(picture->number, n);
        if (n % 8 == 0) {
            held.push_back(*std::move(picture));
        } else {
            keeper.let_go(*picture);
        }
    }
    ASSERT_FALSE(keeper.take());
    for (const int target : {3, 100, 60}) {
        const auto shown = worker.picture_at(clip.middle_of(target).microseconds);
        ASSERT_TRUE(shown);
        EXPECT_EQ(shown->number, target);
    }
    for (const Kept& kept : held) EXPECT_TRUE(keeper.looks_the_same(kept)) << "picture " << kept.number;
}

TEST_P(WorkerSlots, PicturesAreNotCopied) {
    const TestClip& clip = GetParam();
    WorkerDriver worker(clip.path());
    worker.open();
    Keeper keeper(worker);
    worker.send(Kind::ShowPictures, ShowPictures{.serial = 1});
    int copied = 0;
    for (int n = 0; n < clip.pictures(); ++n) {
        const std::optional<Kept> picture = keeper.take();
        ASSERT_TRUE(picture);
        if (picture->ready.stride[0] == kCopiedStride) ++copied;
        keeper.let_go(*picture);
    }
    // Those that were decoded before the recording was open are.
    EXPECT_LE(copied, 24);
}

INSTANTIATE_TEST_SUITE_P(Clips, WorkerSlots,
                         testing::Values(TestClip{.gop = 300, .b_frames = 3},
                                         TestClip{.gop = 300, .b_frames = 8, .extra = "-refs 16 -b-pyramid normal"},
                                         TestClip{.video_codec = "libx265", .gop = 25, .b_frames = 4},
                                         TestClip{.video_codec = "libvpx-vp9", .extension = "webm", .channels = 0},
                                         TestClip{.video_codec = "mpeg4", .gop = 12, .b_frames = 2}),
                         [](const auto& clip) {
                             std::string name = clip.param.video_codec + std::to_string(clip.param.b_frames);
                             std::erase_if(name, [](char letter) { return letter == '-'; });
                             return name;
                         });

// The window may hold more than the decoder may have in the air at once.
TEST(WorkerSlotsTest, WhatFindsNoSlotIsCopiedIntoOne) {
    const TestClip clip{.gop = 300, .b_frames = 3};
    WorkerDriver worker(clip.path());
    worker.open();
    Keeper keeper(worker);
    constexpr unsigned kLead = 44;
    worker.picture_at(clip.middle_of(5).microseconds);
    worker.send(Kind::ShowPictures,
                ShowPictures{.serial = 100, .from_us = clip.middle_of(100).microseconds, .lead = kLead, .single = 1});
    std::vector<Kept> held;
    std::set<std::uint32_t> slots;
    int copied = 0;
    for (unsigned i = 0; i <= kLead; ++i) {
        std::optional<Kept> picture = keeper.take();
        ASSERT_TRUE(picture);
        EXPECT_EQ(picture->number, static_cast<int>(100 - kLead + i));
        if (picture->ready.stride[0] == kCopiedStride) ++copied;
        slots.insert(picture->ready.slot);
        held.push_back(*std::move(picture));
    }
    EXPECT_GT(copied, 0);
    EXPECT_LT(copied, static_cast<int>(kLead));
    EXPECT_EQ(slots.size(), held.size());
    for (const Kept& kept : held) EXPECT_TRUE(keeper.looks_the_same(kept)) << "picture " << kept.number;
}

TEST(WorkerSlotsTest, AWindowThatLetsNothingGoGetsItsShareAndThenOneForEachThatItLetsGo) {
    const TestClip clip{.gop = 300, .b_frames = 3};
    WorkerDriver worker(clip.path());
    worker.open();
    const support::protocol::Opened opened = worker.opened();
    EXPECT_LT(opened.held_at_most, opened.slots);
    Keeper keeper(worker);
    worker.send(Kind::ShowPictures, ShowPictures{.serial = 1});
    std::vector<Kept> held;
    for (unsigned n = 0; n < opened.held_at_most; ++n) {
        held.push_back(keeper.take().value());
        ASSERT_EQ(held.back().number, static_cast<int>(n));
    }
    for (std::size_t i = 0; i < 20; ++i) {
        keeper.let_go(held[i]);
        held.push_back(keeper.take().value());
        EXPECT_EQ(held.back().number, static_cast<int>(opened.held_at_most + i));
    }
    for (std::size_t i = 20; i < held.size(); ++i) {
        EXPECT_TRUE(keeper.looks_the_same(held[i])) << "picture " << held[i].number;
    }
}

TEST(WorkerSlotsTest, APictureThatTheWindowStillHoldsIsSentAgainInAnotherSlot) {
    const TestClip clip{.b_frames = 3};
    WorkerDriver worker(clip.path());
    worker.open();
    Keeper keeper(worker);
    std::set<std::uint32_t> slots;
    for (std::uint32_t serial = 1; serial <= 5; ++serial) {
        ShowPictures request{.serial = serial, .from_us = clip.middle_of(40).microseconds, .single = 1};
        worker.send(Kind::ShowPictures, request);
        const std::optional<Kept> picture = keeper.take();
        ASSERT_TRUE(picture);
        EXPECT_EQ(picture->number, 40);
        EXPECT_TRUE(slots.insert(picture->ready.slot).second);
    }
}

// MPEG-TS files may be put one after the other as they are.
TEST(WorkerSlotsTest, TheSizeMayChangeInTheMiddle) {
    const TestClip small{.seconds = 2, .b_frames = 2, .extension = "ts", .channels = 0};
    TestClip large = small;
    large.width = 640;
    large.height = 384;
    const support::TemporaryFolder folder;
    for (const bool grows : {true, false}) {
        TestClip first = grows ? small : large;
        TestClip second = grows ? large : small;
        second.start_offset = 2;
        const std::string path = folder.path() + (grows ? "/grows.ts" : "/shrinks.ts");
        for (const TestClip& part : {first, second}) {
            std::ofstream(path, std::ios::app | std::ios::binary)
                << std::ifstream(part.path(), std::ios::binary).rdbuf();
        }
        WorkerDriver worker(path);
        worker.open();
        Keeper keeper(worker);
        worker.send(Kind::ShowPictures, ShowPictures{.serial = 1});
        std::vector<Kept> pictures;
        while (std::optional<Kept> picture = keeper.take()) {
            keeper.let_go(*picture);
            pictures.push_back(*std::move(picture));
        }
        // Where the two meet, the container's counters jump, and what lies on both sides may be given up.
        ASSERT_GE(static_cast<int>(pictures.size()), first.pictures() + second.pictures() - 2);
        const auto seam = static_cast<std::size_t>(first.pictures()) - 1;
        for (std::size_t i = 0; i < seam; ++i) EXPECT_EQ(pictures[i].number, static_cast<int>(i));
        for (std::size_t i = 1; i <= seam; ++i) {
            EXPECT_EQ(pictures[pictures.size() - i].number, second.pictures() - static_cast<int>(i));
        }
        EXPECT_EQ(pictures.front().ready.width, first.width);
        if (!grows) {
            EXPECT_EQ(pictures.back().ready.width, second.width);
        }
    }
}

TEST(WorkerSlotsOfAWindowThatIsGone, KeepNoWorkerWaiting) {
    WorkerDriver worker(TestClip{.seconds = 20}.path());
    worker.open();
    worker.send(Kind::ShowPictures, ShowPictures{.serial = 1});
    while (worker.receive(std::chrono::milliseconds(500))) {}
    EXPECT_EQ(worker.wait_for_end().status, 0) << "the window took no picture back";
}

}  // namespace
