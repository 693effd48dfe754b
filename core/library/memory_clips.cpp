#include "library/memory_clips.h"

namespace library {

void MemoryClips::in_one_go(const std::function<void()>& work) {
    const Kept before = kept_;
    try {
        work();
    } catch (...) {
        kept_ = before;
        throw;
    }
}

std::vector<codes::Clip> MemoryClips::all_clips(const base::Id& conversation) {
    std::vector<codes::Clip> found;
    for (const auto& [id, clip] : kept_.clips)
        if (clip.conversation == conversation) found.push_back(clip);
    return found;
}

std::vector<codes::Comment> MemoryClips::all_comments(const base::Id& conversation) {
    std::vector<codes::Comment> found;
    for (const auto& [id, comment] : kept_.comments)
        if (kept_.clips.at(comment.clip).conversation == conversation) found.push_back(comment);
    return found;
}

std::optional<codes::Clip> MemoryClips::standing(const codes::Clip& like) {
    const auto found = kept_.clips.find(like.id);
    return found == kept_.clips.end() ? std::nullopt : std::optional(found->second);
}

std::optional<codes::Comment> MemoryClips::standing(const codes::Comment& like) {
    const auto found = kept_.comments.find(like.id);
    return found == kept_.comments.end() ? std::nullopt : std::optional(found->second);
}

std::string MemoryClips::read_sound(const base::Id& comment) {
    const auto found = kept_.sounds.find(comment);
    return found == kept_.sounds.end() ? std::string() : found->second;
}

std::optional<ClipEdit> MemoryClips::logged(const base::Id& conversation, Direction direction) {
    const ClipEdit* edit = kept_.logs[conversation].next(direction);
    return edit == nullptr ? std::nullopt : std::optional(*edit);
}

std::optional<base::Timestamp> MemoryClips::logged_at(const base::Id& conversation, Direction direction) {
    return kept_.logs[conversation].time(direction);
}

void MemoryClips::turn_logged(const base::Id& conversation, Direction direction) {
    kept_.logs[conversation].turn(direction);
}

void MemoryClips::forget(const base::Id& conversation) {
    const auto is_of_it = [&](const base::Id& clip) {
        const auto found = kept_.clips.find(clip);
        return found != kept_.clips.end() && found->second.conversation == conversation;
    };
    std::erase_if(kept_.sounds, [&](const auto& sound) { return is_of_it(kept_.comments.at(sound.first).clip); });
    std::erase_if(kept_.comments, [&](const auto& comment) { return is_of_it(comment.second.clip); });
    std::erase_if(kept_.clips, [&](const auto& clip) { return clip.second.conversation == conversation; });
    kept_.logs.erase(conversation);
}

}  // namespace library
