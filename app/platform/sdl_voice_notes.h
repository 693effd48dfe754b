// Microphone and loudspeaker for comments, through SDL. SDL queues the samples; no callback of ours runs.
#pragma once

#include "app/voice_notes.h"

#include <SDL_audio.h>

namespace app {

class SdlVoiceNotes final : public VoiceNotes {
public:
    SdlVoiceNotes() = default;
    ~SdlVoiceNotes() override;
    SdlVoiceNotes(const SdlVoiceNotes&) = delete;
    SdlVoiceNotes& operator=(const SdlVoiceNotes&) = delete;

    void begin() override;
    float level() override;
    base::Time length() override;
    std::string finish() override;
    void abandon() override;
    void play(const std::string& sound) override;
    void stop() override;

private:
    bool has_sound();
    void listen();  // takes over what SDL heard since

    bool has_subsystem_ = false;
    SDL_AudioDeviceID microphone_ = 0;
    SDL_AudioDeviceID loudspeaker_ = 0;
    std::string samples_;
    float level_ = 0;
};

}  // namespace app
