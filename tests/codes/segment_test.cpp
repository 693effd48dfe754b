// Which part is coded.
#include "codes/segment.h"

#include <gtest/gtest.h>
#include <set>

namespace codes {
namespace {

using base::seconds;

constexpr base::Time kHour = seconds(3600);
constexpr base::Time kTwentyMinutes = seconds(1200);

TEST(DrawnSegment, TheSameSeedDrawsTheSame) {
    // What the 64-bit Mersenne twister of the C++ standard gives first, modulo 2401: fixed for ever, for every maker.
    EXPECT_EQ(drawn_segment(kHour, kTwentyMinutes, 4821), drawn_segment(kHour, kTwentyMinutes, 4821));
    const Segment usual = drawn_segment(kHour, kTwentyMinutes, 5489);
    EXPECT_EQ(usual.span.from, seconds(14514284786278117030ULL % 2401));
    EXPECT_EQ(usual.span.length(), kTwentyMinutes);
    EXPECT_EQ(usual.seed, 5489u);
}

TEST(DrawnSegment, LiesInsideAndReachesBothEnds) {
    std::set<base::Time> from;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const Segment drawn = drawn_segment(seconds(1210), kTwentyMinutes, seed);
        EXPECT_GE(drawn.span.from, base::Time{});
        EXPECT_LE(drawn.span.to, seconds(1210));
        from.insert(drawn.span.from);
    }
    EXPECT_EQ(from.size(), 11u) << "each of the eleven beginnings comes up";
}

TEST(DrawnSegment, AShorterConversationIsCodedWhole) {
    const Segment drawn = drawn_segment(seconds(600), kTwentyMinutes, 3);
    EXPECT_EQ(drawn.span, (base::Span{{}, seconds(600)}));
    EXPECT_EQ(drawn.seed, 3u);
}

TEST(Segment, WithoutOneEverythingIsCoded) {
    Coding coding;
    EXPECT_TRUE(is_in_segment(coding, kHour));
    EXPECT_EQ(coded_span(coding, kHour), (base::Span{{}, kHour}));
    coding.segment = Segment{{seconds(10), seconds(20)}, std::nullopt};
    EXPECT_TRUE(is_in_segment(coding, seconds(10)));
    EXPECT_FALSE(is_in_segment(coding, seconds(20)));
    EXPECT_EQ(coded_span(coding, seconds(15)), (base::Span{seconds(10), seconds(15)}));
}

}  // namespace
}  // namespace codes
