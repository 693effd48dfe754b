#include "base/job.h"

#include "base/error.h"

#include <future>
#include <gtest/gtest.h>

using base::Job;
using base::Progress;

namespace {

void wait_until_cancelled(const Progress& progress) {
    while (!progress.is_cancelled()) std::this_thread::yield();
}

}  // namespace

TEST(Job, HandsOverItsValueOnce) {
    std::promise<void> finished;
    Job<std::string> job([](const Progress&) { return std::string("done"); }, [&] { finished.set_value(); });
    finished.get_future().wait();
    EXPECT_TRUE(job.is_done());
    EXPECT_EQ(job.take(), "done");
    EXPECT_EQ(job.take(), std::nullopt);
}

TEST(Job, HasNothingToTakeWhileItWorks) {
    std::promise<void> started, may_end, finished;
    Job<int> job(
        [&](const Progress& progress) {
            progress.report(0.5F);
            started.set_value();
            may_end.get_future().wait();
            return 7;
        },
        [&] { finished.set_value(); });
    started.get_future().wait();
    EXPECT_FALSE(job.is_done());
    EXPECT_EQ(job.take(), std::nullopt);
    EXPECT_EQ(job.progress(), 0.5F);
    may_end.set_value();
    finished.get_future().wait();
    EXPECT_EQ(job.take(), 7);
}

TEST(Job, TellsTheWorkThatItIsCancelled) {
    std::promise<void> finished;
    Job<bool> job(
        [](const Progress& progress) {
            wait_until_cancelled(progress);
            return true;
        },
        [&] { finished.set_value(); });
    job.cancel();
    finished.get_future().wait();
    EXPECT_EQ(job.take(), true);
}

TEST(Job, CancelsItselfAndWaitsWhenItGoes) {
    std::atomic<bool> ended{false};
    {
        Job<int> job(
            [&](const Progress& progress) {
                wait_until_cancelled(progress);
                ended = true;
                return 0;
            },
            {});
    }
    EXPECT_TRUE(ended);
}

TEST(Job, ThrowsOnTakingWhatTheWorkThrewAndOnlyOnce) {
    std::promise<void> finished;
    Job<int> job([](const Progress&) -> int { throw base::Error("talk.mp4: is damaged."); },
                 [&] { finished.set_value(); });
    finished.get_future().wait();
    EXPECT_THROW(job.take(), base::Error);
    EXPECT_EQ(job.take(), std::nullopt);
}
