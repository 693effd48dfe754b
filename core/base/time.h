// Time in a recording: whole microseconds from its first presented sample. Never frame number times rate.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

struct Time {
    std::int64_t microseconds = 0;

    auto operator<=>(const Time&) const = default;
    constexpr double seconds() const { return static_cast<double>(microseconds) / 1e6; }
};

constexpr Time microseconds(std::int64_t count) {
    return {count};
}
constexpr Time milliseconds(std::int64_t count) {
    return {count * 1'000};
}
constexpr Time seconds(double count) {
    return {static_cast<std::int64_t>(count * 1e6 + (count < 0 ? -0.5 : 0.5))};
}

constexpr Time operator+(Time a, Time b) {
    return {a.microseconds + b.microseconds};
}
constexpr Time operator-(Time a, Time b) {
    return {a.microseconds - b.microseconds};
}
constexpr Time& operator+=(Time& a, Time b) {
    return a = a + b;
}
constexpr Time& operator-=(Time& a, Time b) {
    return a = a - b;
}

// A stretch of a recording, from included, to excluded.
struct Span {
    Time from;
    Time to;

    auto operator<=>(const Span&) const = default;
    constexpr Time length() const { return to - from; }
    constexpr bool contains(Time at) const { return from <= at && at < to; }
};

// "01:02:03.456"; rounded to the millisecond, with a minus sign in front when negative.
std::string to_text(Time time);
// "1:02:03" or "02:03": as people write it, without the part of a second.
std::string to_short_text(Time time);
// Accepts H:MM:SS.mmm, MM:SS.mmm and plain seconds, with a point or a comma; nothing else.
std::optional<Time> parse_time(std::string_view text);

// A moment of the calendar, in milliseconds since 1970 UTC.
struct Timestamp {
    std::int64_t milliseconds = 0;

    auto operator<=>(const Timestamp&) const = default;
};

Timestamp now();
// "2026-11-12T14:03:00+01:00" in the local zone.
std::string to_iso8601(Timestamp at);
// A day or a moment, as this and other programs write them; without an offset it is in the local zone.
std::optional<Timestamp> parse_iso8601(std::string_view text);

}  // namespace base
