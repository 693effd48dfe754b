#include "media/hang_watch.h"

#include <gtest/gtest.h>

namespace {

using media::HangWatch;
using std::chrono::milliseconds;

constexpr milliseconds kWithinASecond{800};  // leaves time to start another worker

class HangWatchTest : public testing::Test {
protected:
    // A while later, by the wall's clock and by the use that the worker's second thread made of the processor.
    bool hangs_after(milliseconds passed, milliseconds computed, char state) {
        now_ += passed;
        used_ += computed;
        return watch_.hangs(
            {now_, steps_, waits_for_file_,
             [&] {
                 return HangWatch::Threads{{7, state == 'T' ? 'T' : 'S', milliseconds(9)}, {8, state, used_}};
             }},
            limits_);
    }

    static HangWatch::Threads sixteen(milliseconds used) {
        HangWatch::Threads all;
        for (int id = 1; id <= 16; ++id) all.push_back({id, 'R', used});
        return all;
    }

    const media::WorkerLimits limits_{.computing = milliseconds(500)};
    HangWatch watch_;
    std::chrono::steady_clock::time_point now_{std::chrono::hours(5)};
    milliseconds used_{std::chrono::seconds(70)};
    std::uint32_t steps_ = 4'000'000'000;
    bool waits_for_file_ = false;
};

TEST_F(HangWatchTest, NoticesWithinASecondWhatComputesWithoutAStep) {
    milliseconds passed{};
    while (!hangs_after(milliseconds(70), milliseconds(70), 'R')) passed += milliseconds(70);
    EXPECT_LE(passed, kWithinASecond);
    EXPECT_GE(passed, milliseconds(450));
}

TEST_F(HangWatchTest, NoticesWithinASecondWhatStandsStill) {
    milliseconds passed{};
    while (!hangs_after(milliseconds(70), {}, 'S')) passed += milliseconds(70);
    EXPECT_LE(passed, kWithinASecond);
    EXPECT_GE(passed, milliseconds(450));
}

TEST_F(HangWatchTest, BearsWithAWorkerForWhichTheMachineHasNoTime) {
    for (int i = 0; i < 100; ++i) ASSERT_FALSE(hangs_after(milliseconds(500), milliseconds(0), 'R'));
}

TEST_F(HangWatchTest, BearsWithAWorkerThatGetsOn) {
    for (int i = 0; i < 100; ++i) {
        ++steps_;
        ASSERT_FALSE(hangs_after(milliseconds(500), milliseconds(1000), i % 2 == 0 ? 'S' : 'R'));
    }
}

TEST_F(HangWatchTest, BearsWithOneThatStandsStillNowAndThen) {
    for (int i = 0; i < 100; ++i) ASSERT_FALSE(hangs_after(milliseconds(500), milliseconds(1), i % 2 == 0 ? 'S' : 'R'));
}

TEST_F(HangWatchTest, BearsWithASlowDriveButNotWithAStoppedWorkerThatWaitedForOne) {
    waits_for_file_ = true;
    for (int i = 0; i < 10; ++i) ASSERT_FALSE(hangs_after(milliseconds(500), {}, 'S'));
    milliseconds passed{};
    while (!hangs_after(milliseconds(70), {}, 'T')) passed += milliseconds(70);
    EXPECT_LE(passed, kWithinASecond);
}

// As many as a machine has cores, each at work on a picture of its own.
TEST_F(HangWatchTest, CountsTheTimeOfEachThreadForItself) {
    for (int look = 0; look < 6; ++look) {
        now_ += milliseconds(70);
        const milliseconds used(70 * look);
        ASSERT_FALSE(watch_.hangs({now_, steps_, false, [used] { return sixteen(used); }}, limits_));
    }
}

TEST_F(HangWatchTest, CountsNothingOfTheTimeInWhichNothingWasOwed) {
    ASSERT_FALSE(hangs_after(milliseconds(70), milliseconds(70), 'S'));
    watch_.nothing_is_owed();
    EXPECT_FALSE(hangs_after(std::chrono::hours(1), std::chrono::seconds(30), 'S'));
    EXPECT_FALSE(hangs_after(milliseconds(70), milliseconds(70), 'S'));
}

}  // namespace
