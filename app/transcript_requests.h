// What can be asked for about the transcript of the open conversation; turns by number.
#pragma once

#include "media/player.h"
#include "talk/turn_edits.h"

#include <cstddef>
#include <optional>
#include <string>

namespace app {

struct CorrectTurn {
    std::size_t turn;
    std::string text;
};
struct SplitTurn {
    std::size_t turn;
    std::optional<std::size_t> byte;  // before this one of its text; nothing: at the playhead, a turn without words
};
struct JoinTurns {
    std::size_t turn;
};  // with the next
struct SwapSpeakers {
    talk::TurnRange range;
};
struct SwapRoles {};  // of the whole transcript
struct GiveTurns {
    talk::TurnRange range;
    talk::Role role;
};
struct RemoveTurns {
    talk::TurnRange range;
};
struct MarkTurn {
    std::optional<talk::Role> role;  // who begins to speak; nothing: nobody
    media::Clock::time_point pressed;
};

}  // namespace app
