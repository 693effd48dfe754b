// Strengths first: the trainee's best moments with the client's answer to them, two to four minutes of a conversation
// to hear one after the other. Which moments are good ones stands in the codebook (codes::Pair::strength); clips that
// the coach called a strength come before all others. Pure: nothing is cut.
#pragma once

#include "app/played_list.h"
#include "codes/clip.h"
#include "codes/coding.h"
#include "talk/turn.h"

#include <vector>

namespace app {

inline constexpr const char* kReel = "reel";
inline constexpr base::Time kShortReel = base::seconds(120);
inline constexpr base::Time kEnoughReel = base::seconds(180);  // no more is looked for
inline constexpr base::Time kLongestReel = base::seconds(240);

struct ReelSource {
    const codes::Codebook& codebook;
    const codes::Coding& coding;
    const std::vector<codes::Clip>& clips;  // of the conversation
    const std::vector<talk::Turn>* turns;   // where they are known
    base::Time duration;                    // of the recording
};

// In the order of the conversation; no two overlap. Without moments where there are none.
PlayedList reel_of(const ReelSource& source);

base::Time length_of(const PlayedList& list);

}  // namespace app
