// Who can be heard when: speech activity in each channel of a recording, or in each of the recordings that hold one
// person each. The media worker hears (a voice or none, and how loud, every 10 ms); what is made of that stands here:
//   a channel's own loudness   the level that one step in twenty with a voice in it reaches
//   speech                     a step with a voice that is at most 40 dB under that: what is quieter is the detector's
//                              own hang-over or the room. Where none of it comes within 20 dB, a tenth, it is breath
//   the other's voice          where another channel is louder, by more than the way from one channel to the other lets
//                              through, its speaker is heard from afar (echo, a shared table) and does not count.
//                              What is let through is measured while the other speaks; 10 dB and more below counts
//   pauses                     under 0.4 s belong to the speech round them (NIST's evaluations close 0.3 s; voices
//                              with a comma in the sentence need a little more), and what then lasts under 0.1 s is
//                              no speech
//   one speaker each           every two channels differ in level by 24 dB or more, now one way and then the other.
//                              Two microphones in one room hear both speakers: theirs differ by less
// Measured in docs/decisions.md.
#pragma once

#include "base/job.h"
#include "base/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace media {

// What was heard in one channel, every kStep from the recording's beginning.
struct HeardChannel {
    static constexpr base::Time kStep = base::milliseconds(10);
    static constexpr std::uint8_t kSilent = 127;
    std::vector<bool> voiced;
    std::vector<std::uint8_t> below;  // dB below full scale; as many as `voiced`
};

// Hears the whole sound of one track, through a worker. Throws Error; no channels when cancelled.
std::vector<HeardChannel> hear_channels(const std::string& path, int audio_track, const base::Progress& progress);

// All channels as one, for a recording of one person.
HeardChannel joined(const std::vector<HeardChannel>& channels);

enum class Voices {
    None,        // nobody speaks
    OneChannel,  // all speech is in one channel: who speaks cannot be told
    Mixed,       // every channel has all speakers: likewise
    OneEach,     // each channel with speech has a speaker of its own
};

struct Speech {
    std::vector<std::vector<base::Span>> channels;  // by time, apart from each other
    Voices voices = Voices::None;
    base::Time duration;
};

Speech find_speech(const std::vector<HeardChannel>& channels);
// The same where it is known that each has one speaker: the sound of one person each.
Speech find_speech_of_each(const std::vector<HeardChannel>& persons);

base::Time total(const std::vector<base::Span>& spans);

}  // namespace media
