#include "library/excerpts.h"

#include <algorithm>
#include <filesystem>

namespace library {

bool is_excerpt(const Recording& recording) {
    return recording.role == kExcerptRole;
}

bool holds(const Recording& excerpt, base::Time at) {
    return excerpt.offset <= at && at < excerpt.offset + excerpt.duration;
}

const Recording* excerpt_at(const Conversation& conversation, base::Time at) {
    const Recording* found = nullptr;
    for (const Recording& recording : conversation.recordings) {
        std::error_code none;
        if (!is_excerpt(recording) || !std::filesystem::exists(recording.path, none)) continue;
        if (found == nullptr || holds(recording, at)) found = &recording;
    }
    return found;
}

Conversation without_excerpts(Conversation conversation) {
    std::erase_if(conversation.recordings, is_excerpt);
    return conversation;
}

Conversation with_excerpts_of(Conversation conversation, const Conversation& here) {
    conversation = without_excerpts(std::move(conversation));
    std::copy_if(here.recordings.begin(), here.recordings.end(), std::back_inserter(conversation.recordings),
                 is_excerpt);
    return conversation;
}

}  // namespace library
