#include "base/time.h"

#include <cstdlib>
#include <ctime>
#include <gtest/gtest.h>
#include <limits>

using base::microseconds;
using base::milliseconds;
using base::parse_iso8601;
using base::parse_time;
using base::seconds;
using base::Time;
using base::Timestamp;

namespace {

// The local zone, as a test wants it; restored afterwards.
class Zone {
public:
    explicit Zone(const char* name) {
        if (const char* before = std::getenv("TZ")) before_ = before;
        setenv("TZ", name, 1);
        tzset();
    }
    ~Zone() {
        before_.empty() ? unsetenv("TZ") : setenv("TZ", before_.c_str(), 1);
        tzset();
    }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;

private:
    std::string before_;
};

// Central European time by its rule, so that no zone files are needed.
constexpr const char* kAmsterdam = "CET-1CEST,M3.5.0,M10.5.0/3";

}  // namespace

TEST(Time, IsPrintedToTheMillisecondAndRoundedThere) {
    EXPECT_EQ(to_text(Time{}), "00:00:00.000");
    EXPECT_EQ(to_text(microseconds(3'723'456'000)), "01:02:03.456");
    EXPECT_EQ(to_text(microseconds(1'499)), "00:00:00.001");
    EXPECT_EQ(to_text(microseconds(1'500)), "00:00:00.002");
    EXPECT_EQ(to_text(microseconds(59'999'999)), "00:01:00.000");
    EXPECT_EQ(to_text(seconds(100 * 3600)), "100:00:00.000");
}

TEST(Time, BeforeTheStartHasAMinusSignButNeverMinusZero) {
    EXPECT_EQ(to_text(milliseconds(-1'250)), "-00:00:01.250");
    EXPECT_EQ(to_text(microseconds(-400)), "00:00:00.000");
    EXPECT_EQ(to_short_text(milliseconds(-61'500)), "-01:01");
    EXPECT_EQ(to_short_text(milliseconds(-900)), "00:00");
}

TEST(Time, PrintsEvenTheLargestAndSmallest) {
    EXPECT_EQ(to_text(microseconds(std::numeric_limits<std::int64_t>::max())), "2562047788:00:54.776");
    EXPECT_EQ(to_text(microseconds(std::numeric_limits<std::int64_t>::min())), "-2562047788:00:54.776");
}

TEST(Time, IsShortAsPeopleWriteIt) {
    EXPECT_EQ(to_short_text(milliseconds(5'999)), "00:05");
    EXPECT_EQ(to_short_text(seconds(3'599)), "59:59");
    EXPECT_EQ(to_short_text(seconds(3'600)), "1:00:00");
}

TEST(Time, IsReadInEveryFormThatPeopleType) {
    EXPECT_EQ(parse_time("01:02:03.456"), microseconds(3'723'456'000));
    EXPECT_EQ(parse_time("1:02:03,456"), microseconds(3'723'456'000));
    EXPECT_EQ(parse_time("02:03"), seconds(123));
    EXPECT_EQ(parse_time("90:00"), seconds(5'400));
    EXPECT_EQ(parse_time("7"), seconds(7));
    EXPECT_EQ(parse_time("7.5"), milliseconds(7'500));
    EXPECT_EQ(parse_time("0.000001"), microseconds(1));
    EXPECT_EQ(parse_time("0.0000019"), microseconds(1));
    EXPECT_EQ(parse_time("-1.5"), milliseconds(-1'500));
    EXPECT_EQ(parse_time("-00:00:01.250"), milliseconds(-1'250));
    EXPECT_EQ(parse_time("3600"), seconds(3'600));
}

TEST(Time, RefusesWhatIsNotATime) {
    for (const char* text :
         {"",      "-",   ":",  "1:",  ":1",   "1.", ".5", "1:2:3:4", "1:60",  "1:60:00", "12:3x",
          "abc",   "1e3", "+1", "--1", "1:-2", " 1", "1 ", "0x10",    "1.2.3", "1,5:00",  "99999999999999999999",
          "1.5:00"}) {
        EXPECT_EQ(parse_time(text), std::nullopt) << '"' << text << '"';
    }
}

TEST(Time, ReadsBackWhatItPrinted) {
    for (std::int64_t ms = -5'000'000; ms < 5'000'000; ms += 7'919) {
        EXPECT_EQ(parse_time(to_text(milliseconds(ms))), milliseconds(ms));
    }
}

TEST(Time, FromSecondsIsRoundedNotCut) {
    EXPECT_EQ(seconds(0.29).microseconds, 290'000);  // 0.29 * 1e6 is a hair less in binary
    EXPECT_EQ(seconds(-0.29).microseconds, -290'000);
}

TEST(Span, IncludesItsStartAndNotItsEnd) {
    const base::Span span{seconds(1), seconds(2)};
    EXPECT_TRUE(span.contains(seconds(1)));
    EXPECT_TRUE(span.contains(microseconds(1'999'999)));
    EXPECT_FALSE(span.contains(seconds(2)));
    EXPECT_EQ(span.length(), seconds(1));
}

TEST(Timestamp, IsReadWithAnyOffset) {
    const Timestamp expected{1'794'488'580'000};
    EXPECT_EQ(parse_iso8601("2026-11-12T13:03:00Z"), expected);
    EXPECT_EQ(parse_iso8601("2026-11-12T14:03:00+01:00"), expected);
    EXPECT_EQ(parse_iso8601("2026-11-12T14:03:00+0100"), expected);
    EXPECT_EQ(parse_iso8601("2026-11-12T14:03+01"), expected);
    EXPECT_EQ(parse_iso8601("2026-11-12 09:33:00-03:30"), expected);
    EXPECT_EQ(parse_iso8601("2026-11-12T13:03:00.250Z"), Timestamp{expected.milliseconds + 250});
    EXPECT_EQ(parse_iso8601("2026-11-12T13:03:00.2509999Z"), Timestamp{expected.milliseconds + 250});
    EXPECT_EQ(parse_iso8601("1970-01-01T00:00:00Z"), Timestamp{0});
    EXPECT_EQ(parse_iso8601("1969-12-31T23:59:59Z"), Timestamp{-1'000});
}

TEST(Timestamp, WithoutOffsetIsLocalInSummerAndInWinter) {
    const Zone zone(kAmsterdam);
    EXPECT_EQ(parse_iso8601("2026-11-12T14:03:00"), parse_iso8601("2026-11-12T14:03:00+01:00"));
    EXPECT_EQ(parse_iso8601("2026-07-12T14:03:00"), parse_iso8601("2026-07-12T14:03:00+02:00"));
    EXPECT_EQ(parse_iso8601("2026-07-12"), parse_iso8601("2026-07-12T00:00:00+02:00"));
}

TEST(Timestamp, IsPrintedInTheLocalZoneAndReadBack) {
    const Zone zone(kAmsterdam);
    EXPECT_EQ(to_iso8601(Timestamp{1'794'488'580'000}), "2026-11-12T14:03:00+01:00");
    EXPECT_EQ(to_iso8601(Timestamp{-1}), "1970-01-01T00:59:59+01:00");
    EXPECT_EQ(parse_iso8601(to_iso8601(Timestamp{1'783'857'780'000})), Timestamp{1'783'857'780'000});
}

TEST(Timestamp, IsPrintedWithOffsetsThatAreNotWholeHoursAndNegative) {
    const Zone zone("NST3:30");
    EXPECT_EQ(to_iso8601(Timestamp{0}), "1969-12-31T20:30:00-03:30");
}

TEST(Timestamp, RefusesWhatIsNotADate) {
    for (const char* text :
         {"", "2026", "2026-11", "12-11-2026", "2026-13-01", "2026-02-30", "2025-02-29", "2026-11-12T",
          "2026-11-12T25:00", "2026-11-12T14", "2026-11-12T14:60", "2026-11-12T14:03:00+", "2026-11-12T14:03:00Zulu",
          "2026-11-12x", "2026-11-12T14:03:00.", "2026-1-2", " 2026-11-12", "2026-11-12T14:03:00+25:00"}) {
        EXPECT_EQ(parse_iso8601(text), std::nullopt) << '"' << text << '"';
    }
    EXPECT_TRUE(parse_iso8601("2024-02-29"));
}
