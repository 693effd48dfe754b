#include "talk/speech_turns.h"

#include <algorithm>

namespace talk {

std::vector<Turn> turns_from_speech(const std::vector<SpeakerSpeech>& speakers) {
    std::vector<Turn> turns;
    for (const SpeakerSpeech& one : speakers)
        for (const base::Span& span : one.spans)
            if (span.from < span.to) turns.push_back({span, one.speaker, Role::Unknown, ""});
    std::stable_sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) { return a.span < b.span; });
    return turns;
}

}  // namespace talk
