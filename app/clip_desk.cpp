#include "app/clip_desk.h"

#include <algorithm>

namespace app {

const codes::Clip* ClipDesk::find(const base::Id& clip) const {
    const auto found = std::find_if(clips.begin(), clips.end(), [&](const codes::Clip& one) { return one.id == clip; });
    return found == clips.end() ? nullptr : &*found;
}

const codes::Comment* ClipDesk::find_comment(const base::Id& comment) const {
    const auto found =
        std::find_if(comments.begin(), comments.end(), [&](const codes::Comment& one) { return one.id == comment; });
    return found == comments.end() ? nullptr : &*found;
}

std::vector<const codes::Comment*> ClipDesk::thread(const base::Id& clip) const {
    std::vector<const codes::Comment*> found;
    for (const codes::Comment& comment : comments)
        if (comment.clip == clip) found.push_back(&comment);
    return found;
}

}  // namespace app
