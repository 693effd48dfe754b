#include "base/time.h"

#include <array>
#include <charconv>
#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <vector>

namespace base {

namespace {

std::optional<std::int64_t> parse_whole(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text.front() == '-') return {};
    return value;
}

// "7", "7.5" or "7,25" to microseconds; more than six decimals are cut off.
std::optional<std::int64_t> parse_decimal_seconds(std::string_view text) {
    const std::size_t point = text.find_first_of(".,");
    const auto whole = parse_whole(text.substr(0, point));
    if (!whole || *whole > 1'000'000'000) return {};
    std::int64_t fraction = 0;
    if (point != std::string_view::npos) {
        std::string digits(text.substr(point + 1, 6));
        const std::string_view all = text.substr(point + 1);
        if (all.empty() || all.find_first_not_of("0123456789") != std::string_view::npos) return {};
        digits.resize(6, '0');
        fraction = *parse_whole(digits);
    }
    return *whole * 1'000'000 + fraction;
}

std::tm local_calendar(std::time_t at) {
    std::tm calendar{};
    localtime_r(&at, &calendar);
    return calendar;
}

}  // namespace

std::string to_text(Time time) {
    const std::int64_t ms = (std::abs(time.microseconds) + 500) / 1'000;
    return fmt::format("{}{:02}:{:02}:{:02}.{:03}", time.microseconds < 0 && ms > 0 ? "-" : "", ms / 3'600'000,
                       ms / 60'000 % 60, ms / 1'000 % 60, ms % 1'000);
}

std::string to_short_text(Time time) {
    const std::int64_t s = std::abs(time.microseconds) / 1'000'000;
    const char* sign = time.microseconds < 0 && s > 0 ? "-" : "";
    if (s >= 3'600) return fmt::format("{}{}:{:02}:{:02}", sign, s / 3'600, s / 60 % 60, s % 60);
    return fmt::format("{}{:02}:{:02}", sign, s / 60, s % 60);
}

std::optional<Time> parse_time(std::string_view text) {
    bool negative = false;
    if (!text.empty() && text.front() == '-') {
        negative = true;
        text.remove_prefix(1);
    }
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t colon = text.find(':');
        parts.push_back(text.substr(0, colon));
        if (colon == std::string_view::npos) break;
        text.remove_prefix(colon + 1);
    }
    if (parts.size() > 3) return {};
    auto total = parse_decimal_seconds(parts.back());
    if (!total) return {};
    if (parts.size() > 1 && *total >= 60'000'000) return {};
    std::int64_t unit = 60'000'000;
    for (std::size_t i = parts.size() - 1; i-- > 0; unit *= 60) {
        const auto value = parse_whole(parts[i]);
        if (!value || *value > 1'000'000 || (i > 0 && *value >= 60)) return {};
        *total += *value * unit;
    }
    return Time{negative ? -*total : *total};
}

Timestamp now() {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count()};
}

std::string to_iso8601(Timestamp at) {
    const std::tm calendar = local_calendar(static_cast<std::time_t>(at.milliseconds / 1'000));
    const long offset_min = calendar.tm_gmtoff / 60;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", calendar.tm_year + 1900, calendar.tm_mon + 1,
                       calendar.tm_mday, calendar.tm_hour, calendar.tm_min, calendar.tm_sec, offset_min < 0 ? '-' : '+',
                       std::abs(offset_min) / 60, std::abs(offset_min) % 60);
}

std::optional<Timestamp> parse_iso8601(std::string_view text) {
    const std::string copy(text);
    std::tm calendar{};
    const char* rest = strptime(copy.c_str(), "%Y-%m-%d", &calendar);
    if (rest == nullptr) return {};
    calendar.tm_isdst = -1;
    if (*rest == '\0') return Timestamp{static_cast<std::int64_t>(std::mktime(&calendar)) * 1'000};
    if (*rest != 'T' && *rest != ' ') return {};
    rest = strptime(rest + 1, "%H:%M", &calendar);
    if (rest == nullptr) return {};
    if (*rest == ':') rest = strptime(rest + 1, "%S", &calendar);
    if (rest == nullptr) return {};
    if (*rest == '\0') return Timestamp{static_cast<std::int64_t>(std::mktime(&calendar)) * 1'000};
    std::tm zone = calendar;
    if (strptime(rest, "%z", &zone) == nullptr) return {};
    const std::int64_t utc = static_cast<std::int64_t>(timegm(&calendar)) - zone.tm_gmtoff;
    return Timestamp{utc * 1'000};
}

}  // namespace base
