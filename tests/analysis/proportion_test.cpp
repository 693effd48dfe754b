#include "analysis/proportion.h"

#include <gtest/gtest.h>

namespace {

// The four examples of Newcombe 1998 (Statistics in Medicine 17:857-872), method 3: score, no continuity correction.
TEST(Wilson, GivesThePublishedIntervals) {
    const struct {
        double successes, trials, low, high;
    } published[] = {
        {81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0.0000, 0.1611}, {1, 29, 0.0061, 0.1718}};
    for (const auto& example : published) {
        const auto interval = analysis::wilson_interval(example.successes, example.trials);
        EXPECT_NEAR(interval.low, example.low, 0.00005) << example.successes << " of " << example.trials;
        EXPECT_NEAR(interval.high, example.high, 0.00005) << example.successes << " of " << example.trials;
    }
}

TEST(Wilson, StaysBetweenNothingAndAll) {
    EXPECT_EQ(analysis::wilson_interval(0, 3).low, 0);
    EXPECT_EQ(analysis::wilson_interval(3, 3).high, 1);
    for (int trials = 1; trials <= 60; ++trials) {
        for (int successes = 0; successes <= trials; ++successes) {
            const auto interval = analysis::wilson_interval(successes, trials);
            const double share = static_cast<double>(successes) / trials;
            ASSERT_LE(0, interval.low);
            ASSERT_LE(interval.low, share);
            ASSERT_LE(share, interval.high);
            ASSERT_LE(interval.high, 1);
        }
    }
}

TEST(Wilson, IsTheSameSeenFromTheOtherSide) {
    const auto these = analysis::wilson_interval(7, 16);
    const auto others = analysis::wilson_interval(9, 16);
    EXPECT_NEAR(these.low, 1 - others.high, 1e-12);
    EXPECT_NEAR(these.high, 1 - others.low, 1e-12);
}

}  // namespace
