#include "base/day.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Day, IsADayOfTheCalendarInOneForm) {
    for (const char* day : {"2026-11-22", "2024-02-29", "0001-01-01"}) EXPECT_TRUE(is_day(day)) << day;
    for (const char* none : {"", "2026-11-2", "2026-02-29", "2026-13-01", "2026-00-10", "22-11-2026",
                             "2026-11-22T10:00", "2026-+1-01", "2026-1--01", "-026-11-22", "2026/11/22", "vandaag!!!"})
        EXPECT_FALSE(is_day(none)) << none;
}

TEST(Day, CountsOnOverMonthsAndYears) {
    EXPECT_EQ(days_after("2026-11-22", 90), "2027-02-20");
    EXPECT_EQ(days_after("2026-01-01", -1), "2025-12-31");
    EXPECT_EQ(years_after("2026-11-22", 5), "2031-11-22");
    EXPECT_EQ(years_after("2024-02-29", 5), "2029-02-28");
    EXPECT_EQ(years_after("2024-02-29", 4), "2028-02-29");
    EXPECT_EQ(days_after("no day", 3), "no day");
}

}  // namespace
}  // namespace base
