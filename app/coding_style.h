// How the coach codes, and what that style has in hand: one pass while playing, or first mark who speaks from when to
// when, then give each stretch its code.
#pragma once

#include "base/id.h"
#include "codes/coding.h"
#include "codes/segment.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace app {

enum class CodingStyle { OnePass, Parse, CodeUtterances };

// One after the other.
constexpr CodingStyle next_style(CodingStyle style) {
    return style == CodingStyle::OnePass ? CodingStyle::Parse
           : style == CodingStyle::Parse ? CodingStyle::CodeUtterances
                                         : CodingStyle::OnePass;
}

// A key pressed while listening: from here on this person speaks, or nobody.
struct SpeakerMark {
    base::Time from;
    std::optional<codes::Side> speaker;
    std::uint64_t serial = 0;  // of the coding right after it, so that undo knows whether it is the newest
    bool closed_one = false;   // it ended an utterance, which is an edit
};

struct StyleState {
    CodingStyle style = CodingStyle::OnePass;
    base::Id utterance;              // in hand
    std::vector<SpeakerMark> marks;  // of this listening; the utterance of the last one has no end yet
    std::vector<base::Span> plays;   // heard one after the other, the first now; then playback stops
    base::Time heard;                // where playback was a moment ago
    bool stopped_at_end = false;     // of the segment; whoever plays on means it

    const SpeakerMark* running() const { return !marks.empty() && marks.back().speaker ? &marks.back() : nullptr; }
};

}  // namespace app
