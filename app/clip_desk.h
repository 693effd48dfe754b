// The clips of the open conversation, as the library has them, and what is being said about one of them.
#pragma once

#include "base/id.h"
#include "codes/clip.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace app {

// Once this stretch was heard to its end, this answer is heard; without one, it is said again.
struct ThenComes {
    base::Span after;
    base::Id answer;
};

struct ClipDesk {
    std::vector<codes::Clip> clips;        // in the order of the conversation
    std::vector<codes::Comment> comments;  // oldest first
    base::Id in_hand;
    base::Id comment_on;  // the clip about which a comment is typed or spoken
    base::Id reply_to;    // the comment that it answers, or none
    bool play_after = false;
    bool speaks = false;      // the microphone listens
    float level = 0;          // of it, 0 to 1
    base::Time spoken;        // so far
    bool says_again = false;  // it is what would be said now
    std::optional<ThenComes> then;
    base::Id answer;  // what was said again and is coded now: codes go there, not to the recording

    const codes::Clip* find(const base::Id& clip) const;
    bool types_answer() const { return says_again && !speaks; }
    const codes::Comment* find_comment(const base::Id& comment) const;
    const codes::Clip* held() const { return find(in_hand); }
    std::vector<const codes::Comment*> thread(const base::Id& clip) const;
};

}  // namespace app
