#include "media/hang_watch.h"

#include <gtest/gtest.h>

namespace {

using media::HangWatch;
using std::chrono::milliseconds;

constexpr milliseconds kWithinASecond{850};  // leaves time to start another worker

class HangWatchTest : public testing::Test {
protected:
    // A while later, by the wall's clock and by the worker's use of the processor.
    bool hangs_after(milliseconds passed, milliseconds computed, bool stands_still) {
        now_ += passed;
        processor_ += computed;
        return watch_.hangs({now_, steps_, processor_, [=] { return stands_still; }}, limits_);
    }

    media::WorkerLimits limits_{.computing = milliseconds(600)};
    HangWatch watch_;
    std::chrono::steady_clock::time_point now_{std::chrono::hours(5)};
    std::chrono::nanoseconds processor_{std::chrono::seconds(70)};
    std::uint32_t steps_ = 4'000'000'000;
};

TEST_F(HangWatchTest, NoticesWithinASecondWhatComputesWithoutAStep) {
    milliseconds passed{};
    while (!hangs_after(milliseconds(75), milliseconds(75), false)) passed += milliseconds(75);
    EXPECT_LE(passed, kWithinASecond);
    EXPECT_GE(passed, milliseconds(500));
}

TEST_F(HangWatchTest, NoticesWithinASecondWhatStandsStill) {
    milliseconds passed{};
    while (!hangs_after(milliseconds(75), {}, true)) passed += milliseconds(75);
    EXPECT_LE(passed, kWithinASecond);
    EXPECT_GE(passed, milliseconds(500));
}

TEST_F(HangWatchTest, BearsWithAWorkerForWhichTheMachineHasNoTime) {
    for (int i = 0; i < 100; ++i) ASSERT_FALSE(hangs_after(milliseconds(500), milliseconds(5), false));
}

TEST_F(HangWatchTest, BearsWithAWorkerThatGetsOn) {
    for (int i = 0; i < 100; ++i) {
        ++steps_;
        ASSERT_FALSE(hangs_after(milliseconds(500), milliseconds(1000), i % 2 == 0));
    }
}

TEST_F(HangWatchTest, BearsWithOneThatStandsStillNowAndThen) {
    for (int i = 0; i < 100; ++i) ASSERT_FALSE(hangs_after(milliseconds(500), milliseconds(1), i % 2 == 0));
}

TEST_F(HangWatchTest, CountsNothingOfTheTimeInWhichNothingWasOwed) {
    ASSERT_FALSE(hangs_after(milliseconds(75), milliseconds(75), true));
    watch_.nothing_is_owed();
    EXPECT_FALSE(hangs_after(std::chrono::hours(1), std::chrono::seconds(30), true));
    EXPECT_FALSE(hangs_after(milliseconds(75), milliseconds(75), true));
}

}  // namespace
