// What the player needs from a sound card. The card pulls: its thread asks the source for samples and says when the
// first of them will be heard. Implemented over SDL in app/platform, by a fake that moves only when told in tests.
#pragma once

#include <chrono>
#include <functional>

namespace media {

using Clock = std::chrono::steady_clock;

constexpr int kSampleRate = 48'000;  // what the player hands over: interleaved stereo float at this rate

class AudioSource {
public:
    virtual ~AudioSource() = default;
    // Called on the sound card's thread: fills frames * 2 floats, silence where there is nothing. Never blocks, never
    // allocates, never throws. `heard_at` is when the first frame will leave the loudspeaker.
    virtual void read(float* samples, int frames, Clock::time_point heard_at) noexcept = 0;
};

class AudioSink {
public:
    virtual ~AudioSink() = default;
    // Starts pulling. Returns false where there is no sound card (the player then runs by the system clock).
    virtual bool start(AudioSource& source) = 0;
    // Returns only when no read() is running or will run.
    virtual void stop() = 0;
    // False after the device went away; the player then goes on by the system clock and tries start() again.
    virtual bool is_alive() const = 0;
};

// No sound card at all.
class NoAudioSink final : public AudioSink {
public:
    bool start(AudioSource&) override { return false; }
    void stop() override {}
    bool is_alive() const override { return false; }
};

}  // namespace media
