#include "analysis/proportion.h"

#include <gtest/gtest.h>
#include <random>

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

constexpr int kConversations = 20'000;  // the share found is then within 0.3 points of the true one

// The cases that docs/measures.md states.
TEST(Wilson, HoldsTheTrueShareAsOftenAsItSays) {
    std::mt19937 random(1927);
    std::uniform_real_distribution<double> shares(0.1, 0.9);
    for (const int events : {10, 15, 20, 40, 80, 160}) {
        int held = 0;
        for (int i = 0; i < kConversations; ++i) {
            const double share = shares(random);
            const int counted = std::binomial_distribution<int>(events, share)(random);
            const auto interval = analysis::wilson_interval(counted, events);
            held += interval.low <= share && share <= interval.high ? 1 : 0;
        }
        EXPECT_NEAR(100.0 * held / kConversations, 95, 2) << events;
    }
}

TEST(WilsonsOdds, HoldTheTrueRatioAsOftenAsTheySay) {
    std::mt19937 random(1998);
    std::uniform_real_distribution<double> ratios(0.5, 3);
    for (const double of_both : {15.0, 30.0, 60.0, 120.0}) {
        int held = 0, defined = 0;
        for (int i = 0; i < kConversations; ++i) {
            const double ratio = ratios(random);
            const int reflections = std::poisson_distribution<int>(of_both * ratio / (1 + ratio))(random);
            const int questions = std::poisson_distribution<int>(of_both / (1 + ratio))(random);
            if (questions == 0) continue;  // n/a
            ++defined;
            const auto interval = analysis::wilson_odds_interval(reflections, questions);
            held += interval.low <= ratio && ratio <= interval.high ? 1 : 0;
        }
        EXPECT_NEAR(100.0 * held / defined, 95, 2) << of_both;
    }
}

TEST(WilsonsOdds, TurnRoundWithTheRatio) {
    const auto ratio = analysis::wilson_odds_interval(16, 11);
    const auto turned = analysis::wilson_odds_interval(11, 16);
    EXPECT_NEAR(ratio.low, 1 / turned.high, 1e-12);
    EXPECT_NEAR(ratio.high, 1 / turned.low, 1e-12);
    EXPECT_EQ(analysis::wilson_odds_interval(0, 4).low, 0);
}

}  // namespace
