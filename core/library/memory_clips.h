// Clips as plain values in memory.
#pragma once

#include "library/kept_clips.h"
#include "library/memory_log.h"

#include <map>

namespace library {

class MemoryClips final : public KeptClips {
public:
    // `require` throws for a conversation that is not in the library.
    explicit MemoryClips(std::function<void(const base::Id&)> require) : require_(std::move(require)) {}
    void forget(const base::Id& conversation);  // all of its clips, as if they had never been

private:
    struct Kept {
        std::map<base::Id, codes::Clip> clips;
        std::map<base::Id, codes::Comment> comments;
        std::map<base::Id, std::string> sounds;
        std::map<base::Id, MemoryLog<ClipEdit>> logs;  // by conversation
    };

    void in_one_go(const std::function<void()>& work) override;
    void reading(const std::function<void()>& work) override { work(); }
    void require_conversation(const base::Id& conversation) override { require_(conversation); }
    std::vector<codes::Clip> all_clips(const base::Id& conversation) override;
    std::vector<codes::Comment> all_comments(const base::Id& conversation) override;
    std::optional<codes::Clip> standing(const codes::Clip& like) override;
    std::optional<codes::Comment> standing(const codes::Comment& like) override;
    void write(const codes::Clip& clip) override { kept_.clips[clip.id] = clip; }
    void write(const codes::Comment& comment) override { kept_.comments[comment.id] = comment; }
    void write_sound(const base::Id& comment, const std::string& sound) override { kept_.sounds[comment] = sound; }
    std::string read_sound(const base::Id& comment) override;
    void log(const base::Id& conversation, const ClipEdit& edit) override { kept_.logs[conversation].add(edit); }
    std::optional<ClipEdit> logged(const base::Id& conversation, Direction direction) override;
    std::optional<base::Timestamp> logged_at(const base::Id& conversation, Direction direction) override;
    void turn_logged(const base::Id& conversation, Direction direction) override;
    void leave_log(const base::Id& conversation) override { kept_.logs.erase(conversation); }

    std::function<void(const base::Id&)> require_;
    Kept kept_;
};

}  // namespace library
