// Turns without a transcript: who speaks when, from the speech in channels or recordings of one speaker each.
#pragma once

#include "talk/turn.h"

namespace talk {

struct SpeakerSpeech {
    std::string speaker;
    std::vector<base::Span> spans;
};

// A turn without words for each stretch of speech, by time; nobody has a role. That back-channels end no turn, and that
// a speaker's next stretch goes on with the turn, is left to who counts turns (floor.h), as it is with a transcript's
// cues: so talk time stays that of speech alone.
std::vector<Turn> turns_from_speech(const std::vector<SpeakerSpeech>& speakers);

}  // namespace talk
