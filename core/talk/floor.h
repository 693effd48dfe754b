// Who has the floor: whole turns, out of the stretches that a transcript's cues or speech activity give.
//   turn          all that one side says until the other side says something that is no back-channel (MITI 4.2.1 lets
//                 facilitative words end no volley); pauses do not end it
//   back-channel  at most a second, while the other side speaks on: what the other says leaves at most a quarter of a
//                 second of silence before it and after it. An answer, however short, comes after more than that
// Turns of nobody's side are passed over. Order, overlap, and spans without length or that end before they begin are
// all allowed; the last two count as stretches without length.
#pragma once

#include "talk/turn.h"

namespace talk {

inline constexpr base::Time kLongestBackchannel = base::seconds(1);
inline constexpr base::Time kFloorGap = base::milliseconds(250);

struct Stretch {
    base::Span span;
    Role role = Role::Unknown;
    bool is_backchannel = false;
};
// Those of both sides, by time, and which of them are back-channels.
std::vector<Stretch> stretches(const std::vector<Turn>& turns);

struct WholeTurn {
    base::Span span;    // from its first word to its last
    base::Time speech;  // without pauses; stretches over one another count once
    Role role = Role::Unknown;
};
std::vector<WholeTurn> whole_turns(const std::vector<Stretch>& stretches);

}  // namespace talk
