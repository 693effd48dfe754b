#include "media/waveform.h"

#include "base/error.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace {

using base::Span;
using media::Peak;
using media::Waveform;

bool operator==(Peak a, Peak b) {
    return a.low == b.low && a.high == b.high;
}

std::vector<Peak> random_peaks(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Peak> peaks(count);
    for (Peak& peak : peaks) {
        const auto high = static_cast<std::int8_t>(random() % 128);
        peak = {static_cast<std::int8_t>(-static_cast<int>(random() % 128)), high};
    }
    return peaks;
}

// 25 600 Hz: a peak lasts 10 ms.
constexpr int kRate = 25'600;

TEST(Waveform, EveryZoomShowsTheExtremesOfItsPart) {
    const std::vector<Peak> finest = random_peaks(12'345, 1);
    const Waveform waveform(kRate, {finest});
    EXPECT_EQ(waveform.duration(), base::seconds(123.45));
    std::mt19937 random(2);
    for (int round = 0; round < 300; ++round) {
        const auto from = static_cast<int>(random() % 12'000);
        const auto each = static_cast<int>(1 + random() % 1500);
        const Span span{base::milliseconds(from * 10), base::milliseconds((from + 3 * each) * 10)};
        const std::vector<Peak> buckets = waveform.peaks(0, span, 3);
        for (int bucket = 0; bucket < 3; ++bucket) {
            Peak expected{127, -127};
            bool any = false;
            for (int i = from + bucket * each; i < from + (bucket + 1) * each && i < 12'345; ++i, any = true) {
                const Peak peak = finest[static_cast<std::size_t>(i)];
                expected = {std::min(expected.low, peak.low), std::max(expected.high, peak.high)};
            }
            if (!any) expected = {};
            EXPECT_TRUE(buckets[static_cast<std::size_t>(bucket)] == expected) << from << " " << each << " " << bucket;
        }
    }
}

TEST(Waveform, ZoomedInFurtherThanThePeaksEachBucketShowsItsOwn) {
    const Waveform waveform(kRate, {{{-10, 10}, {-20, 20}}});
    const std::vector<Peak> buckets = waveform.peaks(0, {base::Time{}, base::milliseconds(20)}, 8);
    for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(buckets[i].high, i < 4 ? 10 : 20) << i;
}

TEST(Waveform, BeyondItsEndsThereIsNothing) {
    const Waveform waveform(kRate, {random_peaks(100, 3)});
    const auto buckets = waveform.peaks(0, {base::seconds(-2), base::seconds(-1)}, 4);
    EXPECT_TRUE(std::all_of(buckets.begin(), buckets.end(), [](Peak peak) { return peak == Peak{}; }));
    EXPECT_TRUE(waveform.peaks(0, {base::seconds(5), base::seconds(6)}, 1)[0] == Peak{});
    EXPECT_TRUE(waveform.peaks(7, {base::seconds(0), base::seconds(1)}, 1)[0] == Peak{});
    EXPECT_TRUE(waveform.peaks(0, {base::seconds(1), base::seconds(0)}, 2)[1] == Peak{});
    EXPECT_TRUE(waveform.peaks(0, {base::seconds(0), base::seconds(1)}, 0).empty());
    EXPECT_EQ(Waveform().duration(), base::Time{});
    EXPECT_EQ(Waveform().channels(), 0);
}

TEST(Waveform, ComesBackFromItsBytes) {
    const Waveform waveform(44'100, {random_peaks(1001, 4), random_peaks(1001, 5)});
    const Waveform again = Waveform::from_bytes(waveform.to_bytes());
    EXPECT_EQ(again.channels(), 2);
    EXPECT_EQ(again.sample_rate(), 44'100);
    EXPECT_EQ(again.to_bytes(), waveform.to_bytes());
    EXPECT_EQ(Waveform::from_bytes(Waveform(8000, {{}}).to_bytes()).channels(), 1) << "a silent track of no length";
}

TEST(Waveform, DamagedBytesAreRefused) {
    const std::string good = Waveform(44'100, {random_peaks(50, 6)}).to_bytes();
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 0x10);
        EXPECT_THROW(Waveform::from_bytes(bad), base::Error) << i;
        EXPECT_THROW(Waveform::from_bytes(good.substr(0, i)), base::Error) << i;
    }
    EXPECT_THROW(Waveform::from_bytes(good + "x"), base::Error);
}

}  // namespace
