#include "base/id.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/time.h"

#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <mutex>
#include <sodium.h>

namespace base {

Id make_id() {
    static std::mutex mutex;
    static std::int64_t last_ms = 0;
    static std::uint32_t counter = 0;

    static const int ready = sodium_init();
    if (ready < 0) throw Error(_("The library libsodium cannot be started. Install it again."));

    std::array<std::uint8_t, 8> random{};
    randombytes_buf(random.data(), random.size());
    std::int64_t ms = now().milliseconds;
    std::uint32_t sequence = 0;
    {
        const std::lock_guard lock(mutex);
        // Twelve bits count the ids of one millisecond; when they run out, or the clock steps back, borrow from the
        // next.
        if (ms <= last_ms) {
            ms = last_ms;
            if (++counter > 0xFFF) {
                ++ms;
                counter = 0;
            }
        } else {
            counter = 0;
        }
        last_ms = ms;
        sequence = counter;
    }
    return {fmt::format("{:08x}-{:04x}-7{:03x}-{:02x}{:02x}-{:02x}{:02x}{:02x}{:02x}{:02x}{:02x}",
                        static_cast<std::uint32_t>(ms >> 16), static_cast<std::uint32_t>(ms & 0xFFFF), sequence,
                        0x80 | (random[0] & 0x3F), random[1], random[2], random[3], random[4], random[5], random[6],
                        random[7])};
}

}  // namespace base
