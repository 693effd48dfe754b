// Tells a worker that hangs from one that is only slow: looks at what it has done, how much of the processor it has
// used for that, and whether anything in it works. The clock on the wall counts only while it stands still, so that a
// busy machine raises no alarm.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace media {

// How long what is patiently borne. The first two, and starting another worker, fit into the second within which a
// coach sees the recording go on.
struct WorkerLimits {
#ifdef TERUGBLIK_SANITIZED
    static constexpr int kSlowness = 8;
#else
    static constexpr int kSlowness = 1;
#endif
    // Owes something and stands still.
    std::chrono::milliseconds standing{600};
    // Owes something and computes, by the processor's time, without a step forward. A step is a packet: the largest
    // pictures that are not scaled down (8 megapixels) take a tenth of this on a slow machine; larger ones get more.
    std::chrono::milliseconds computing{600 * kSlowness};
    // Makes steps, and yet says nothing: a very slow disk, or a loop through the file.
    std::chrono::milliseconds silent{10'000};
    // A worker that did well for so long was not ended by the place that it was started again at: the next death is the
    // first again.
    std::chrono::milliseconds good_while{60'000};
};

class HangWatch {
public:
    struct Look {
        std::chrono::steady_clock::time_point now;
        std::uint32_t steps = 0;
        std::chrono::nanoseconds processor{};
        std::function<bool()> stands_still;  // asked only where it matters
    };

    // Only while something is owed; every look must be told. True once it hangs.
    bool hangs(const Look& look, const WorkerLimits& limits);
    void nothing_is_owed() {
        last_step_.reset();
        stands_since_.reset();
    }

private:
    struct Step {
        std::uint32_t number = 0;
        std::chrono::nanoseconds processor{};
    };
    std::optional<Step> last_step_;
    std::optional<std::chrono::steady_clock::time_point> stands_since_;
};

}  // namespace media
