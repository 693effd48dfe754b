// Speaking a comment and hearing one, apart from the recording that plays: WAV, mono, 16 kHz, 16 bits. UI thread only.
#pragma once

#include "base/time.h"

#include <string>

namespace app {

inline constexpr base::Time kLongestSpokenComment = base::seconds(600);

class VoiceNotes {
public:
    virtual ~VoiceNotes() = default;

    virtual void begin() = 0;   // throws base::Error that says why where there is no microphone
    virtual float level() = 0;  // of what is heard now, 0 to 1
    virtual base::Time length() = 0;
    virtual std::string finish() = 0;  // the sound as a file's bytes; empty when nothing was recorded
    virtual void abandon() = 0;
    virtual void play(const std::string& sound) = 0;  // throws base::Error when it cannot be heard
    virtual void stop() = 0;
};

// A WAV file of 16-bit mono samples, and back; only what this program writes is read. Throws base::Error.
std::string wav_of(const std::string& samples);
std::string samples_of(const std::string& wav);
base::Time length_of_samples(const std::string& samples);

}  // namespace app
