// Turns of a conversation without a transcript, from who can be heard when: in the channels of its recording, or in the
// recordings that hold one person each. Window and command line use it alike; it blocks.
#pragma once

#include "base/job.h"
#include "library/library.h"
#include "media/speech.h"
#include "talk/turn.h"

#include <string>
#include <vector>

namespace app {

struct TurnsBySpeech {
    std::vector<talk::Turn> turns;      // nobody has a role: that is for the coach to say
    std::vector<std::string> speakers;  // a channel or recording each, in their order
    media::Voices voices = media::Voices::None;
};

// Whether there is more than one channel or person to tell apart. Throws Error when the recording cannot be read.
bool can_tell_speakers(const library::Conversation& conversation);
// Turns only where each channel has a speaker of its own. Throws Error; no turns when cancelled.
TurnsBySpeech turns_by_speech(const library::Conversation& conversation, const base::Progress& progress);
// Why there are no turns, and what helps.
std::string reason_for_no_turns(media::Voices voices);

}  // namespace app
