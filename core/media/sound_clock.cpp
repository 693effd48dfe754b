#include "media/sound_clock.h"

#include <algorithm>
#include <cmath>

namespace media {

namespace {

std::int64_t ticks(Clock::time_point moment) {
    return moment.time_since_epoch().count();
}
Clock::time_point moment(std::int64_t ticks) {
    return Clock::time_point(Clock::duration(ticks));
}

}  // namespace

// The fields are stored with release and loaded with acquire, so that whoever sees a new field also sees that `version`
// has moved on. (Fences would do as well, but the thread sanitizer does not understand them.)
void SoundClock::add(const HeardStretch& stretch) noexcept {
    const std::uint64_t number = count_.load(std::memory_order_relaxed);
    Entry& entry = entries_[number % kEntries];
    entry.version.store(number * 2 + 1, std::memory_order_release);
    entry.from.store(ticks(stretch.from), std::memory_order_release);
    entry.until.store(ticks(stretch.until), std::memory_order_release);
    entry.at.store(stretch.at.microseconds, std::memory_order_release);
    entry.to.store(stretch.to.microseconds, std::memory_order_release);
    entry.lap.store(stretch.lap, std::memory_order_release);
    entry.serial.store(stretch.serial, std::memory_order_release);
    entry.is_last.store(stretch.is_last ? 1 : 0, std::memory_order_release);
    entry.version.store(number * 2 + 2, std::memory_order_release);
    count_.store(number + 1, std::memory_order_release);
}

std::optional<HeardStretch> SoundClock::read(std::uint64_t number) const {
    const Entry& entry = entries_[number % kEntries];
    if (entry.version.load(std::memory_order_acquire) != number * 2 + 2) return {};
    HeardStretch stretch;
    stretch.from = moment(entry.from.load(std::memory_order_acquire));
    stretch.until = moment(entry.until.load(std::memory_order_acquire));
    stretch.at = {entry.at.load(std::memory_order_acquire)};
    stretch.to = {entry.to.load(std::memory_order_acquire)};
    stretch.lap = entry.lap.load(std::memory_order_acquire);
    stretch.serial = entry.serial.load(std::memory_order_acquire);
    stretch.is_last = entry.is_last.load(std::memory_order_acquire) != 0;
    if (entry.version.load(std::memory_order_relaxed) != number * 2 + 2) return {};  // overwritten meanwhile
    return stretch;
}

std::optional<HeardStretch> SoundClock::heard_at(Clock::time_point at, std::uint32_t oldest,
                                                 std::uint32_t newest) const {
    const std::uint64_t count = count_.load(std::memory_order_acquire);
    const std::uint64_t end = count > kEntries ? count - kEntries : 0;
    for (std::uint64_t number = count; number > end; --number) {
        const std::optional<HeardStretch> stretch = read(number - 1);
        if (!stretch || stretch->serial < oldest) return {};
        if (stretch->serial <= newest && stretch->from <= at) return stretch;
    }
    return {};
}

base::Time position_in(const HeardStretch& stretch, Clock::time_point moment) {
    if (moment >= stretch.until || stretch.until <= stretch.from) return stretch.to;
    const double share = std::chrono::duration<double>(moment - stretch.from) /
                         std::chrono::duration<double>(stretch.until - stretch.from);
    const auto length = static_cast<double>((stretch.to - stretch.at).microseconds);
    return stretch.at + base::Time{std::llround(length * std::clamp(share, 0.0, 1.0))};
}

}  // namespace media
