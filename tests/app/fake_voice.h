// A microphone that hears what the test says.
#pragma once

#include "app/voice_notes.h"
#include "base/error.h"

#include <string>

namespace app {

class FakeVoice final : public VoiceNotes {
public:
    bool is_missing = false;
    std::string heard, played;

    void begin() override {
        if (is_missing) throw base::Error("There is no microphone.");
    }
    float level() override { return 0.5F; }
    base::Time length() override { return length_of_samples(heard); }
    std::string finish() override { return heard.empty() ? std::string() : wav_of(heard); }
    void abandon() override { heard.clear(); }
    void play(const std::string& sound) override { played = samples_of(sound); }
    void stop() override {}
};

}  // namespace app
