// Which moment of the recording belongs to which moment of the steady clock, now and in the last seconds: across
// pauses, seeks, speeds and loops, by the sound card's clock or the system's. UI thread only.
#pragma once

#include "base/time.h"
#include "media/audio_sink.h"
#include "media/sound_clock.h"

#include <deque>
#include <optional>
#include <vector>

namespace media {

struct Position {
    base::Time at;
    std::uint32_t lap = 0;  // how often the loop has begun again
};

class PositionHistory {
public:
    explicit PositionHistory(const SoundClock& sound) : sound_(sound) {}

    void set_duration(base::Time duration) { duration_ = duration; }

    // From `now` on: standing still; following the system clock; following the sound with this serial, which begins at
    // `position` (and stands there until it is heard).
    void stand_still(Clock::time_point now, Position position);
    void follow_system(Clock::time_point now, Position position, double speed, std::optional<base::Span> loop);
    void follow_sound(Clock::time_point now, Position position, std::uint32_t serial);
    // The sound followed goes on under another serial, whose laps count from `lap`.
    void sound_continues_as(std::uint32_t serial, std::uint32_t lap);
    // What lap `lap` of that serial is when counted from the beginning of the pictures' laps.
    std::uint32_t lap_of(std::uint32_t serial, std::uint32_t lap) const;

    Position at(Clock::time_point moment) const;

    bool follows_sound() const { return eras_.back().kind == Kind::Sound; }
    bool follows_system() const { return eras_.back().kind == Kind::System; }
    // When the last of the sound that is followed has been heard, if that is before `now`.
    std::optional<Clock::time_point> sound_ended_at(Clock::time_point now) const;
    // Everything that was handed to the card has been heard.
    bool is_all_heard(Clock::time_point now) const;

private:
    enum class Kind { Still, System, Sound };
    struct Serial {
        std::uint32_t number = 0;
        std::uint32_t first_lap = 0;
    };
    struct Era {
        Kind kind = Kind::Still;
        Clock::time_point from;
        Position position;
        double speed = 1;
        std::optional<base::Span> loop;
        std::vector<Serial> serials;  // of the sound, in growing order
    };

    void begin(Era era);
    Position in_system(const Era& era, Clock::time_point moment) const;
    Position in_sound(const Era& era, Clock::time_point moment) const;
    static std::uint32_t absolute_lap(const Era& era, std::uint32_t number, std::uint32_t lap);
    std::optional<HeardStretch> heard(const Era& era, Clock::time_point moment) const;

    const SoundClock& sound_;
    base::Time duration_{std::int64_t{1} << 52};  // until it is known
    std::deque<Era> eras_{Era{}};
};

}  // namespace media
