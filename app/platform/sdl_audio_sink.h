// The sound card through SDL. The card's thread pulls; when its device goes away the player is told by is_alive() and
// goes on without.
#pragma once

#include "media/audio_sink.h"

#include <SDL_audio.h>

namespace app {

// When the next sample will be heard, from callbacks that come in bursts: follows their average, so that the player's
// clock runs evenly, and jumps only after a real gap.
class HeardClock {
public:
    void restart() { started_ = false; }
    media::Clock::time_point next(media::Clock::time_point now, int frames, std::chrono::nanoseconds latency);

private:
    bool started_ = false;
    media::Clock::time_point next_;
};

class SdlAudioSink final : public media::AudioSink {
public:
    SdlAudioSink() = default;
    ~SdlAudioSink() override;
    SdlAudioSink(const SdlAudioSink&) = delete;
    SdlAudioSink& operator=(const SdlAudioSink&) = delete;

    bool start(media::AudioSource& source) override;
    void stop() override;
    bool is_alive() const override;

private:
    static void pull(void* self, Uint8* bytes, int length);

    SDL_AudioDeviceID device_ = 0;
    bool has_subsystem_ = false;
    std::chrono::nanoseconds latency_{};
    media::AudioSource* source_ = nullptr;  // set while no callback can run
    HeardClock heard_;                      // the card's thread only, while a device is open
};

}  // namespace app
