// Keeps the ring of sound filled from the moment asked for: mixed to stereo at 48 kHz, at the speed asked for. Has a
// thread of its own, which sleeps while the ring is full or nothing is asked; the newest request replaces the last.
#pragma once

#include "media_worker/messages.h"
#include "media_worker/survey.h"

#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace media_worker {

class SoundSource;

class SoundPlay {
public:
    SoundPlay(Window& window, protocol::SoundRing& ring, Survey& survey);
    ~SoundPlay();

    void play(const protocol::PlaySound& request);
    void stop();

private:
    // Where in the recording a stretch of the sound that is fed in comes from.
    struct Seam {
        std::int64_t fed;  // samples of the track's rate, since the request
        std::int64_t recording_us;
        std::uint32_t lap;
    };

    void run();
    void wake();
    void sleep();
    bool is_replaced();
    void serve(const protocol::PlaySound& request);
    bool send_blocks(const protocol::PlaySound& request, std::vector<float>& ready, bool is_end);
    bool write_block(const protocol::SoundBlock& block);
    std::int64_t frame_of(const Seam& seam) const;
    std::int64_t time_of(const Seam& seam, std::int64_t frame) const;

    Window& window_;
    protocol::SoundRing& ring_;
    Survey& survey_;

    // The thread's, for the request being served.
    std::unique_ptr<SoundSource> source_;
    std::uint32_t source_track_ = 0;
    std::deque<Seam> seams_;
    std::int64_t sent_ = 0;  // frames of output
    double frames_per_sample_ = 1;

    std::mutex mutex_;
    std::optional<protocol::PlaySound> newest_;  // under mutex_, as are the next two
    bool is_stopped_ = true;
    bool is_over_ = false;
    std::thread thread_;
};

}  // namespace media_worker
