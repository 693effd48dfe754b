// A sound card that moves only when told, and whose clock is the only time there is. Remembers all that was heard.
#pragma once

#include "media/audio_sink.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <vector>

namespace support {

class FakeAudioSink final : public media::AudioSink {
public:
    // `latency`: from handing over a sample until it is heard.
    explicit FakeAudioSink(std::chrono::microseconds latency = std::chrono::milliseconds(20)) : latency_(latency) {}

    bool start(media::AudioSource& source) override;
    void stop() override;
    bool is_alive() const override { return !is_unplugged_; }

    // Lets time pass, in pieces of 10 ms as a card takes them, or of what is left.
    void advance(std::chrono::microseconds by);
    media::Clock::time_point now() const;

    void unplug() { is_unplugged_ = true; }
    void plug_in() { is_unplugged_ = is_missing_ = false; }
    void freeze(bool frozen) { is_frozen_ = frozen; }  // stays alive, and takes nothing
    void remove() { is_missing_ = true; }              // start() finds none

    bool is_running() const;
    int starts() const { return starts_; }
    // Everything pulled so far, interleaved stereo, one frame per 1/48000 s of running.
    std::vector<float> heard() const;
    void forget_heard();

private:
    const std::chrono::microseconds latency_;
    mutable std::mutex mutex_;
    media::AudioSource* source_ = nullptr;                                                      // under mutex_
    media::Clock::time_point now_ = media::Clock::time_point(std::chrono::seconds(1'000'000));  // under mutex_
    std::vector<float> heard_;                                                                  // under mutex_
    std::atomic<bool> is_unplugged_{false};
    std::atomic<bool> is_missing_{false};
    std::atomic<bool> is_frozen_{false};
    std::atomic<int> starts_{0};
};

}  // namespace support
