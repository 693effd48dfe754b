// What can be asked for while coding in two steps: parse, then code.
#pragma once

#include "app/coding_style.h"
#include "base/id.h"
#include "codes/codebook.h"
#include "media/player.h"

#include <optional>

namespace app {

struct ChooseStyle {
    CodingStyle style;
};
struct MarkSpeaker {
    std::optional<codes::Side> speaker;  // nothing: the utterance ends, nobody speaks
    media::Clock::time_point pressed;
};  // inside an utterance: divides it there
struct TakeOverTurns {};
struct HoldUtterance {
    base::Id utterance;
};  // and go there; none: let go
struct StepUtterances {
    int direction;
    bool uncoded_only = false;
};  // plays it
struct PlayUtterance {};
struct JoinUtterances {};  // with the next
struct ReshapeUtterance {
    base::Id utterance;
    base::Span span;
};
struct ShiftEdge {
    bool begin;
    base::Time by;
};  // of the utterance in hand
struct SwapSpeaker {};
struct DeleteUtterance {};
struct Uncode {
    bool rewinds = false;
};  // the utterance in hand, or else the last one that has a code

}  // namespace app
