// Two synthetic voices that take turns, one a channel, with the silence round each utterance trimmed away: when each
// of them speaks is known exactly. Made with the `espeak-ng` program.
#pragma once

#include "base/time.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace support {

struct SpokenDialogue {
    static constexpr int kRate = 22'050;  // as the voices come
    std::array<std::vector<float>, 2> channels;
    std::array<std::vector<base::Span>, 2> spoken;  // by time

    base::Time duration() const;

    // What recordings do to it.
    void add_noise(float level_db);                   // dB below full scale
    void add_echo(float level_db, base::Time delay);  // each channel heard in the other
    void amplify(std::size_t channel, float db);

    void write_wav(const std::string& path) const;  // both channels
    void write_wav(const std::string& path, std::size_t channel) const;
    void write_wav_mixed(const std::string& path) const;  // both voices in both channels, as two microphones hear them
};

// Some two minutes; another seed gives other pauses, order and levels.
SpokenDialogue speak_dialogue(unsigned seed);

}  // namespace support
