// One running media worker: its process, socket and shared memory. Lives until the last picture that lies in its memory
// is let go. send() and release() may be called from any thread, receive() from one.
#pragma once

#include "base/owned_fd.h"
#include "media/worker_message.h"

#include <atomic>
#include <chrono>
#include <deque>
#include <mutex>
#include <string>
#include <sys/types.h>
#include <vector>

namespace media {

class WorkerProcess {
public:
    // Starts `terugblik-media` on the opened recording. It gets exactly the descriptors of the protocol; `output`,
    // where given, takes the place of the eventfd. Throws Error when it cannot be started.
    explicit WorkerProcess(const base::OwnedFd& recording, base::OwnedFd output = {});
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    // Never waits: what the socket does not take now goes out with flush(). A newer ShowPictures or PlaySound replaces
    // one that still waits.
    template <class T>
    void send(protocol::Kind kind, const T& payload) {
        queue(kind, make_message(kind, {reinterpret_cast<const char*>(&payload), sizeof payload}));
    }
    void send(protocol::Kind kind) { queue(kind, make_message(kind, {})); }
    void flush();
    bool has_unsent() const;

    enum class Heard { Message, Nothing, Nonsense, Gone };
    // Does not wait either.
    Heard receive(WorkerMessage& message);
    // Waits for one message at most so long.
    Heard receive(WorkerMessage& message, std::chrono::milliseconds at_most);

    int socket() const { return socket_.get(); }
    int room_event() const { return extra_.get(); }
    protocol::SoundRing& sound() const { return *sound_; }
    const protocol::Pulse& pulse() const { return *pulse_; }
    const std::uint8_t* pictures() const { return pictures_; }
    // For what is too large for a message: lays it into that memory, before the worker is told of it. False when it
    // does not fit.
    bool put_into_memory(std::size_t at, const void* bytes, std::size_t count) const;
    struct Thread {
        int id = 0;
        char state = '\0';  // as in proc(5): R and D work, or would if the machine had time for them; T is stopped
        std::chrono::milliseconds used{};  // of the processor's time
    };
    std::vector<Thread> threads() const;  // none where the system does not tell
    // Ends it now; safe to call again, and from any thread.
    void kill();

private:
    void map_memory();
    void start(const base::OwnedFd& recording, base::OwnedFd far_end);
    void queue(protocol::Kind kind, std::string datagram);
    bool send_now(const std::string& datagram);

    base::OwnedFd socket_;
    base::OwnedFd memory_;
    base::OwnedFd extra_;  // the eventfd or the output file
    protocol::SoundRing* sound_ = nullptr;
    const protocol::Pulse* pulse_ = nullptr;  // in the same mapping
    const std::uint8_t* pictures_ = nullptr;
    std::atomic<pid_t> pid_{-1};
    mutable std::mutex mutex_;
    std::deque<std::pair<protocol::Kind, std::string>> unsent_;  // under mutex_
    std::string buffer_;                                         // receive() only
};

}  // namespace media
