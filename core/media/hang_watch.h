// Tells a worker that hangs from one that is only slow: looks at what it has done, how much of the processor each of
// its threads has used for that, and whether anything in it works. The clock on the wall counts only while it stands
// still, so that a busy machine raises no alarm.
#pragma once

#include "media/worker_process.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

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
    std::chrono::milliseconds standing{500};
    // Owes something, and one of its threads computes, by the processor's time, without a step forward. A step is a
    // packet: a picture of 8 megapixels takes a third of this on a slow machine, and larger ones are given more.
    std::chrono::milliseconds computing{500 * kSlowness};
    // Makes steps, and yet says nothing: a very slow disk, or a loop through the file.
    std::chrono::milliseconds silent{10'000};
    // A worker that did well for so long was not ended by the place that it was started again at: the next death is the
    // first again.
    std::chrono::milliseconds good_while{60'000};
};

class HangWatch {
public:
    using Threads = std::vector<WorkerProcess::Thread>;
    struct Look {
        std::chrono::steady_clock::time_point now;
        std::uint32_t steps = 0;
        bool waits_for_file = false;       // an excuse for standing still, though not for being stopped
        std::function<Threads()> threads;  // asked only where it matters
    };

    // Only while something is owed; every look must be told. True once it hangs.
    bool hangs(const Look& look, const WorkerLimits& limits);
    void nothing_is_owed() {
        steps_.reset();
        stands_since_.reset();
    }

private:
    bool loops(const Threads& threads, const WorkerLimits& limits) const;

    std::optional<std::uint32_t> steps_;  // when something was owed first, or at the last step
    std::optional<Threads> since_then_;   // as they were just after that
    std::optional<std::chrono::steady_clock::time_point> stands_since_;
};

}  // namespace media
