// What goes wrong in one stream while the recording plays ends that stream alone.
#include "support/test_clip.h"
#include "support/worker_driver.h"

#include <gtest/gtest.h>

namespace {

using support::TestClip;
using support::WorkerDriver;
using support::protocol::Kind;

TEST(WorkerStreams, SoundThatCannotBePlayedEndsWithAWarningAndThePicturesGoOn) {
    WorkerDriver worker(TestClip{}.path());
    ASSERT_FALSE(worker.open().contains("failed"));
    worker.send(Kind::PlaySound, support::protocol::PlaySound{.serial = 7, .track = 9});
    const auto warned = worker.wait_for({Kind::Warning, Kind::Failed});
    ASSERT_TRUE(warned);
    EXPECT_EQ(warned->kind, Kind::Warning);
    EXPECT_TRUE(warned->text().starts_with("no_sound:")) << warned->text();
    const auto ended = worker.wait_for({Kind::SoundEnd, Kind::Failed});
    ASSERT_TRUE(ended);
    ASSERT_EQ(ended->kind, Kind::SoundEnd);
    EXPECT_EQ(ended->as<support::protocol::SerialOnly>().serial, 7U);
    const auto shown = worker.picture_at(TestClip{}.middle_of(30).microseconds);
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->number, 30);
}

}  // namespace
