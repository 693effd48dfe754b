// Clips and comments to fill a library with.
#pragma once

#include "codes/clip.h"

#include <string>

namespace samples {

inline codes::Clip clip(const base::Id& conversation, double from = 10, double to = 18) {
    codes::Clip clip;
    clip.id = base::make_id();
    clip.conversation = conversation;
    clip.span = {base::seconds(from), base::seconds(to)};
    clip.title = "Eén mooie reflectie";
    clip.text = "Hoor wat zij daarna zegt.";
    clip.author = "Marit";
    return clip;
}

inline codes::Comment comment(const base::Id& clip, const std::string& text = "Dat had ik niet door!") {
    codes::Comment comment;
    comment.id = base::make_id();
    comment.clip = clip;
    comment.author = "Anna";
    comment.at = {1'795'366'218'249};
    comment.text = text;
    return comment;
}

inline codes::Comment spoken(const base::Id& clip) {
    codes::Comment spoken = comment(clip, "");
    spoken.spoken = base::seconds(2);
    return spoken;
}

}  // namespace samples
