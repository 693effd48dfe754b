#include "media/position_history.h"

#include <algorithm>
#include <cmath>

namespace media {

namespace {

constexpr auto kRemembered = std::chrono::seconds(20);

}  // namespace

void PositionHistory::stand_still(Clock::time_point now, Position position) {
    begin({.kind = Kind::Still, .from = now, .position = position, .speed = 0, .loop = {}, .serials = {}});
}

void PositionHistory::follow_system(Clock::time_point now, Position position, double speed,
                                    std::optional<base::Span> loop) {
    begin({.kind = Kind::System, .from = now, .position = position, .speed = speed, .loop = loop, .serials = {}});
}

void PositionHistory::follow_sound(Clock::time_point now, Position position, std::uint32_t serial) {
    begin({.kind = Kind::Sound,
           .from = now,
           .position = position,
           .speed = 1,
           .loop = {},
           .serials = {{serial, position.lap}}});
}

void PositionHistory::sound_continues_as(std::uint32_t serial, std::uint32_t lap) {
    eras_.back().serials.push_back({serial, lap});
}

void PositionHistory::begin(Era era) {
    eras_.push_back(std::move(era));
    while (eras_.size() > 2 && eras_[1].from < eras_.back().from - kRemembered) eras_.pop_front();
}

Position PositionHistory::at(Clock::time_point moment) const {
    const auto later = std::find_if(eras_.rbegin(), eras_.rend(), [&](const Era& era) { return era.from <= moment; });
    const Era& era = later == eras_.rend() ? eras_.front() : *later;
    Position position = era.position;
    if (era.kind == Kind::System) position = in_system(era, moment);
    if (era.kind == Kind::Sound) position = in_sound(era, moment);
    position.at = std::clamp(position.at, base::Time{}, std::max(duration_, base::Time{}));
    return position;
}

Position PositionHistory::in_system(const Era& era, Clock::time_point moment) const {
    const double elapsed = std::max(std::chrono::duration<double, std::micro>(moment - era.from).count(), 0.0);
    Position position = era.position;
    position.at += base::Time{std::llround(elapsed * era.speed)};
    if (!era.loop || era.position.at >= era.loop->to || position.at < era.loop->to) return position;
    const std::int64_t length = era.loop->length().microseconds;
    const std::int64_t beyond = (position.at - era.loop->to).microseconds;
    position.lap += static_cast<std::uint32_t>(1 + beyond / length);
    position.at = era.loop->from + base::Time{beyond % length};
    return position;
}

std::optional<HeardStretch> PositionHistory::heard(const Era& era, Clock::time_point moment) const {
    return sound_.heard_at(moment, era.serials.front().number, era.serials.back().number);
}

Position PositionHistory::in_sound(const Era& era, Clock::time_point moment) const {
    const std::optional<HeardStretch> stretch = heard(era, moment);
    if (!stretch) return era.position;
    return {position_in(*stretch, moment), absolute_lap(era, stretch->serial, stretch->lap)};
}

std::uint32_t PositionHistory::absolute_lap(const Era& era, std::uint32_t number, std::uint32_t lap) {
    std::uint32_t first_lap = 0;
    for (const Serial& serial : era.serials) {
        if (serial.number <= number) first_lap = serial.first_lap;
    }
    return first_lap + lap;
}

std::uint32_t PositionHistory::lap_of(std::uint32_t serial, std::uint32_t lap) const {
    return absolute_lap(eras_.back(), serial, lap);
}

bool PositionHistory::is_all_heard(Clock::time_point now) const {
    if (!follows_sound()) return true;
    const std::optional<HeardStretch> newest = heard(eras_.back(), Clock::time_point::max());
    return !newest || newest->until <= now;
}

std::optional<Clock::time_point> PositionHistory::sound_ended_at(Clock::time_point now) const {
    if (!follows_sound()) return {};
    const std::optional<HeardStretch> stretch = heard(eras_.back(), now);
    if (!stretch || !stretch->is_last || stretch->until > now) return {};
    // After a change without a gap the end of the sound before is not the end.
    if (stretch->serial != eras_.back().serials.back().number) return {};
    return stretch->until;
}

}  // namespace media
