// The clips of the open conversation, as the library has them, and what is being said about one of them.
#pragma once

#include "base/id.h"
#include "codes/clip.h"

#include <cstdint>
#include <vector>

namespace app {

struct ClipDesk {
    std::vector<codes::Clip> clips;        // in the order of the conversation
    std::vector<codes::Comment> comments;  // oldest first
    base::Id in_hand;
    base::Id comment_on;  // the clip about which a comment is typed or spoken
    base::Id reply_to;    // the comment that it answers, or none
    bool play_after = false;
    bool speaks = false;  // the microphone listens
    float level = 0;      // of it, 0 to 1
    base::Time spoken;    // so far

    const codes::Clip* find(const base::Id& clip) const;
    const codes::Clip* held() const { return find(in_hand); }
    std::vector<const codes::Comment*> thread(const base::Id& clip) const;
};

}  // namespace app
