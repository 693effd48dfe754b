#include "base/time.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
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

// No overflow, whatever a damaged file claims.
std::uint64_t magnitude(Time time) {
    const auto bits = static_cast<std::uint64_t>(time.microseconds);
    return time.microseconds < 0 ? 0 - bits : bits;
}

// Takes a date apart from its front; once something does not fit it stays not good.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    int digits(std::size_t count, int smallest, int largest) {
        const auto value = parse_whole(rest_.substr(0, count));
        good_ = good_ && rest_.size() >= count && value && *value >= smallest && *value <= largest;
        if (!good_) return smallest;
        rest_.remove_prefix(count);
        return static_cast<int>(*value);
    }
    bool take(std::string_view one_of) {
        if (rest_.empty() || one_of.find(rest_.front()) == std::string_view::npos) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void expect(std::string_view one_of) { good_ = take(one_of) && good_; }
    void demand(bool holds) { good_ = good_ && holds; }
    char next() const { return rest_.empty() ? '\0' : rest_.front(); }
    bool is_good() const { return good_; }
    bool is_at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
    bool good_ = true;
};

struct Moment {
    std::chrono::year_month_day day;
    int second_of_day = 0;
    int millisecond = 0;
};

// "2026-11-12", "2026-11-12T14:03", "2026-11-12 14:03:00.250"
Moment read_moment(Reader& reader) {
    Moment moment;
    const int year = reader.digits(4, 0, 9'999);
    reader.expect("-");
    const int month = reader.digits(2, 1, 12);
    reader.expect("-");
    const int day = reader.digits(2, 1, 31);
    moment.day = std::chrono::year(year) / month / day;
    reader.demand(moment.day.ok());
    if (!reader.is_good() || !reader.take("T ")) {
        reader.demand(reader.is_at_end());
        return moment;
    }
    moment.second_of_day = reader.digits(2, 0, 23) * 3'600;
    reader.expect(":");
    moment.second_of_day += reader.digits(2, 0, 59) * 60;
    if (!reader.take(":")) return moment;
    moment.second_of_day += reader.digits(2, 0, 59);
    if (!reader.take(".,")) return moment;
    int unit = 100;
    do {
        moment.millisecond += unit * reader.digits(1, 0, 9);
        unit /= 10;
    } while (reader.is_good() && reader.next() >= '0' && reader.next() <= '9');
    return moment;
}

// "Z", "+01:00", "+0100", "-05", in seconds east of Greenwich.
int read_zone(Reader& reader) {
    if (reader.take("Z")) return 0;
    const int sign = reader.next() == '-' ? -1 : 1;
    reader.expect("+-");
    int offset_s = reader.digits(2, 0, 23) * 3'600;
    if (!reader.is_at_end()) {
        reader.take(":");
        offset_s += reader.digits(2, 0, 59) * 60;
    }
    return sign * offset_s;
}

}  // namespace

std::string to_text(Time time) {
    const std::uint64_t ms = (magnitude(time) + 500) / 1'000;
    return fmt::format("{}{:02}:{:02}:{:02}.{:03}", time.microseconds < 0 && ms > 0 ? "-" : "", ms / 3'600'000,
                       ms / 60'000 % 60, ms / 1'000 % 60, ms % 1'000);
}

std::string to_short_text(Time time) {
    const std::uint64_t s = magnitude(time) / 1'000'000;
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
    const auto whole = std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds(at.milliseconds));
    const std::tm calendar = local_calendar(static_cast<std::time_t>(whole.count()));
    const long offset_min = calendar.tm_gmtoff / 60;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", calendar.tm_year + 1900, calendar.tm_mon + 1,
                       calendar.tm_mday, calendar.tm_hour, calendar.tm_min, calendar.tm_sec, offset_min < 0 ? '-' : '+',
                       std::abs(offset_min) / 60, std::abs(offset_min) % 60);
}

std::optional<Timestamp> parse_iso8601(std::string_view text) {
    Reader reader(text);
    const Moment moment = read_moment(reader);
    if (!reader.is_good()) return {};
    const auto day = std::chrono::sys_days(moment.day).time_since_epoch();
    const std::int64_t as_if_utc = std::chrono::duration_cast<std::chrono::seconds>(day).count() + moment.second_of_day;
    if (!reader.is_at_end()) {
        const std::int64_t offset_s = read_zone(reader);
        if (!reader.is_good() || !reader.is_at_end()) return {};
        return Timestamp{(as_if_utc - offset_s) * 1'000 + moment.millisecond};
    }
    std::tm calendar{};
    const auto seconds = static_cast<std::time_t>(as_if_utc);
    gmtime_r(&seconds, &calendar);
    calendar.tm_isdst = -1;  // whether it was summer time then is for the zone to say
    return Timestamp{static_cast<std::int64_t>(std::mktime(&calendar)) * 1'000 + moment.millisecond};
}

}  // namespace base
