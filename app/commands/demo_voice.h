// The sound of a demonstration conversation: each sentence spoken by a synthetic voice, one speaker per channel, and
// when exactly each of them is heard.
#pragma once

#include "app/commands/demo_script.h"
#include "base/time.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace commands::demo {

struct Spoken {
    std::size_t speaker = 0;
    const Utterance* utterance = nullptr;  // of the script, which must live as long
    base::Span span;                       // without the silence around it
};

struct Soundtrack {
    int rate = 0;                                       // Hz
    std::array<std::vector<std::int16_t>, 2> channels;  // professional left, client right; equally long
    std::vector<Spoken> spoken;

    base::Time duration() const;
};

// `folder` is for the voices' own files. Throws base::Error where a voice is missing.
Soundtrack speak(const Script& script, const std::string& folder);

void write_wav(const Soundtrack& soundtrack, const std::string& path);
// WebVTT as a meeting program writes it: one cue per sentence, "Name: words".
std::string transcript(const Script& script, const Soundtrack& soundtrack);
// How loud a speaker is around each picture, 0 to 1, for the mouths.
std::vector<float> loudness(const Soundtrack& soundtrack, std::size_t speaker, int pictures_per_second);

}  // namespace commands::demo
