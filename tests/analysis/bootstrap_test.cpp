// How often the interval over conversations holds the true value: the cases that docs/measures.md states.
#include "analysis/bootstrap.h"

#include "analysis/trend.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace analysis {
namespace {

constexpr int kTeams = 4'000;  // what is found is then within 0.7 points of the truth

// Conversations of 15 to 40 codes, each with a share of its own around a half.
std::vector<Share> conversations(int count, std::mt19937& random) {
    std::vector<Share> made;
    for (int i = 0; i < count; ++i) {
        const double share = std::normal_distribution<double>(0.5, 0.1)(random);
        const int codes = std::uniform_int_distribution<int>(15, 40)(random);
        const int counted = std::binomial_distribution<int>(codes, std::clamp(share, 0.05, 0.95))(random);
        made.push_back({static_cast<double>(counted), static_cast<double>(codes)});
    }
    return made;
}

TEST(Bootstrap, HoldsTheTrueShareAsOftenAsItSays) {
    std::mt19937 random(1979);
    for (const int count : {kFewConversations, 10, 20, 40}) {
        int held = 0;
        for (int i = 0; i < kTeams; ++i) {
            const auto interval = bootstrap(conversations(count, random), {}).first;
            ASSERT_TRUE(interval);
            held += interval->low <= 0.5 && 0.5 <= interval->high ? 1 : 0;
        }
        EXPECT_NEAR(100.0 * held / kTeams, 95, 2) << count;
    }
}

TEST(Bootstrap, HoldsADifferenceAsOftenAsItSays) {
    std::mt19937 random(2015);
    for (const int count : {8, 20}) {
        int held = 0;
        for (int i = 0; i < kTeams; ++i) {
            const auto first = conversations(count, random);
            const auto interval = bootstrap(first, conversations(count, random)).difference;
            ASSERT_TRUE(interval);
            held += interval->low <= 0 && 0 <= interval->high ? 1 : 0;
        }
        EXPECT_NEAR(100.0 * held / kTeams, 95, 2) << count;
    }
}

}  // namespace
}  // namespace analysis
