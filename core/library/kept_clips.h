// What the library in a file and the model in memory do alike with clips: what is refused, which revision a change
// gets, what undo expects. Each brings how it keeps them.
#pragma once

#include "library/clip_edits.h"
#include "library/clips.h"

#include <functional>

namespace library {

class KeptClips : public Clips {
public:
    std::vector<codes::Clip> of(const base::Id& conversation) final;
    std::vector<codes::Comment> comments(const base::Id& conversation) final;
    std::optional<codes::Clip> find(const base::Id& clip) final;
    std::string sound(const base::Id& comment) final;
    void put(const std::vector<codes::Clip>& clips) final;
    void put(const codes::Comment& comment, const std::string& sound) final;
    bool step(const base::Id& conversation, Direction direction) final;
    std::optional<base::Timestamp> step_time(const base::Id& conversation, Direction direction) final;
    ClipThreads everything(const base::Id& conversation) final;
    int take_in(const base::Id& conversation, const ClipThreads& threads) final;

protected:
    // Everything further down is only called within one of these two.
    virtual void in_one_go(const std::function<void()>& work) = 0;  // all of it happens, or none
    virtual void reading(const std::function<void()>& work) = 0;
    virtual void require_conversation(const base::Id& conversation) = 0;                 // or throws
    virtual std::vector<codes::Clip> all_clips(const base::Id& conversation) = 0;        // also removed
    virtual std::vector<codes::Comment> all_comments(const base::Id& conversation) = 0;  // also removed
    virtual std::optional<codes::Clip> standing(const codes::Clip& like) = 0;            // by its id
    virtual std::optional<codes::Comment> standing(const codes::Comment& like) = 0;
    virtual void write(const codes::Clip& clip) = 0;
    virtual void write(const codes::Comment& comment) = 0;
    virtual void write_sound(const base::Id& comment, const std::string& sound) = 0;
    virtual std::string read_sound(const base::Id& comment) = 0;
    virtual void log(const base::Id& conversation, const ClipEdit& edit) = 0;  // forgets the undone
    virtual std::optional<ClipEdit> logged(const base::Id& conversation, Direction direction) = 0;  // what is next
    virtual std::optional<base::Timestamp> logged_at(const base::Id& conversation, Direction direction) = 0;
    virtual void turn_logged(const base::Id& conversation, Direction direction) = 0;
    virtual void leave_log(const base::Id& conversation) = 0;

private:
    void check_place(const codes::Comment& comment, const base::Id& conversation);
    template <class T>
    void carry_out(const std::vector<codes::ChangeOf<T>>& changes);
    void carry_out(const ClipEdit& edit);
    template <class T>
    bool take_in_one(const T& theirs);
};

}  // namespace library
