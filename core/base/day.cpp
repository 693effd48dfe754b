#include "base/day.h"

#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <optional>

namespace base {

namespace {

namespace calendar = std::chrono;

constexpr std::size_t kLength = 10;  // 2026-11-22

std::optional<int> number(const std::string& text, std::size_t from, std::size_t length) {
    int value = 0;
    const char* begin = text.data() + from;
    const auto [end, failed] = std::from_chars(begin, begin + length, value);
    return failed == std::errc{} && end == begin + length && *begin != '-' ? std::optional(value) : std::nullopt;
}

std::optional<calendar::year_month_day> day_in(const std::string& text) {
    if (text.size() != kLength || text[4] != '-' || text[7] != '-') return {};
    const auto year = number(text, 0, 4), month = number(text, 5, 2), day = number(text, 8, 2);
    if (!year || !month || !day) return {};
    const calendar::year_month_day day_in{calendar::year(*year), calendar::month(static_cast<unsigned>(*month)),
                                          calendar::day(static_cast<unsigned>(*day))};
    return day_in.ok() ? std::optional(day_in) : std::nullopt;
}

std::string to_text(const calendar::year_month_day& day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

}  // namespace

bool is_day(const std::string& text) {
    return day_in(text).has_value();
}

std::string day_of(Timestamp at) {
    return to_iso8601(at).substr(0, kLength);
}

std::string days_after(const std::string& day, int days) {
    const auto from = day_in(day);
    if (!from) return day;
    return to_text(calendar::year_month_day(calendar::sys_days(*from) + calendar::days(days)));
}

std::string years_after(const std::string& day, int years) {
    const auto from = day_in(day);
    if (!from) return day;
    const calendar::year_month_day later = *from + calendar::years(years);
    return to_text(later.ok() ? later : calendar::year_month_day(later.year() / later.month() / calendar::last));
}

}  // namespace base
