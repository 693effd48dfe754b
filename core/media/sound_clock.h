// What was heard when: pairs of stretches of the recording and of the steady clock, stamped by the sound card's thread
// and read by the UI thread without a lock. Remembers some seconds.
#pragma once

#include "base/time.h"
#include "media/audio_sink.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>

namespace media {

// One stretch of sound on its way through the loudspeaker.
struct HeardStretch {
    Clock::time_point from;   // heard from here ...
    Clock::time_point until;  // ... to here
    base::Time at;            // this part of the recording
    base::Time to;
    std::uint32_t lap = 0;
    std::uint32_t serial = 0;  // of the PlaySound it answers
    bool is_last = false;      // the sound ends with it
};

class SoundClock {
public:
    // Sound card's thread (or the UI thread while no card runs).
    void add(const HeardStretch& stretch) noexcept;

    // The newest stretch with a serial from `oldest` to `newest` that had begun at that moment.
    std::optional<HeardStretch> heard_at(Clock::time_point moment, std::uint32_t oldest, std::uint32_t newest) const;

private:
    // Every field is atomic and published by `version` (odd while it is written), as in a sequence lock.
    struct Entry {
        std::atomic<std::uint64_t> version{0};
        std::atomic<std::int64_t> from{0}, until{0}, at{0}, to{0};
        std::atomic<std::uint32_t> lap{0}, serial{0}, is_last{0};
    };
    static constexpr std::uint64_t kEntries = 2048;

    std::optional<HeardStretch> read(std::uint64_t number) const;

    std::array<Entry, kEntries> entries_;
    std::atomic<std::uint64_t> count_{0};
};

// Where in the recording a stretch is at a moment; its end when that has passed.
base::Time position_in(const HeardStretch& stretch, Clock::time_point moment);

}  // namespace media
