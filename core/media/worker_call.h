// One conversation with a worker of its own, by a thread that may wait: probe, still, peaks, clip.
#pragma once

#include "base/job.h"
#include "base/owned_fd.h"
#include "media/worker_process.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace media {

// Which part of a longer work this is, of 0 to 1: what the progress counts.
struct Share {
    float from = 0;
    float to = 1;
};

class WorkerCall {
public:
    // A worker that says nothing for so long hangs.
    static constexpr std::chrono::seconds kPatience{20};

    // `cancel` may be null. Throws Error with the file's name, here and in next().
    WorkerCall(std::string path, const base::Progress* cancel, base::OwnedFd output = {}, Share share = {});

    template <class T>
    void send(protocol::Kind kind, const T& payload) {
        process_.send(kind, payload);
    }
    void send(protocol::Kind kind) { process_.send(kind); }

    // The next message that matters: progress is passed on, warnings and Ready are passed over. Nothing when cancelled.
    // Failed, a death, a hang and nonsense are thrown.
    std::optional<WorkerMessage> next();
    [[noreturn]] void fail(std::string_view reason) const;
    const std::uint8_t* pictures() const { return process_.pictures(); }
    bool put_into_memory(std::size_t at, const void* bytes, std::size_t count) {
        return process_.put_into_memory(at, bytes, count);
    }

private:
    bool is_passed_over(const WorkerMessage& message) const;

    std::string path_;
    const base::Progress* cancel_;
    Share share_;
    base::OwnedFd recording_;
    WorkerProcess process_;
};

}  // namespace media
