// Clips and their comments as the library keeps them. What put() does is undone and done again per conversation, apart
// from the edits of codings; an undo is a change like any other, with a new revision, so that it travels.
// UI thread only; every change is durable when the call returns.
#pragma once

#include "codes/clip.h"
#include "library/direction.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace library {

// All that belongs to the clips of a conversation, also what was removed: what a package carries.
struct ClipThreads {
    std::vector<codes::Clip> clips;
    std::vector<codes::Comment> comments;
    std::map<base::Id, std::string> sounds;  // of spoken comments, by comment: WAV, mono, 16 kHz, 16 bits
};

// A longer sound than this is no comment: about ten minutes.
inline constexpr std::size_t kLargestSpokenComment = 20'000'000;

class Clips {
public:
    virtual ~Clips() = default;

    // Without the removed, in the order of the conversation.
    virtual std::vector<codes::Clip> of(const base::Id& conversation) = 0;
    // Of clips that stand, without the removed, oldest first.
    virtual std::vector<codes::Comment> comments(const base::Id& conversation) = 0;
    virtual std::optional<codes::Clip> find(const base::Id& clip) = 0;  // nothing when removed
    virtual std::string sound(const base::Id& comment) = 0;             // empty when it was typed

    // Adds what is new and changes what is not, as one step of undo; all are of one conversation. Gives each the next
    // revision. A clip stays in its conversation and a comment in its thread, both with their author. Removing is
    // putting with `removed`. What says the same as it did is left alone.
    virtual void put(const std::vector<codes::Clip>& clips) = 0;
    // Its sound comes with it the first time, and stays.
    virtual void put(const codes::Comment& comment, const std::string& sound) = 0;
    // Whether there was anything to undo or redo.
    virtual bool step(const base::Id& conversation, Direction direction) = 0;
    virtual std::optional<base::Timestamp> step_time(const base::Id& conversation, Direction direction) = 0;

    // For packages: everything, and taking in what another copy has. Of two versions the later one stands, so that it
    // does not matter what came first, or whether it came before. Not undone; what stood cannot be undone past it.
    // All or nothing; returns how many were new or later.
    virtual ClipThreads everything(const base::Id& conversation) = 0;
    virtual int take_in(const base::Id& conversation, const ClipThreads& threads) = 0;

    void put(const codes::Clip& clip) { put(std::vector{clip}); }
};

}  // namespace library
