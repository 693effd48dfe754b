#include "library/kept_clips.h"

#include "base/error.h"
#include "base/i18n.h"
#include "library/checks.h"

#include <algorithm>
#include <tuple>

namespace library {

namespace {

void check_sound(const codes::Comment& comment, const std::string& sound) {
    if (sound.size() > kLargestSpokenComment)
        throw base::Error(_("This spoken comment is too long. Ten minutes is the most."));
    if (sound.empty() != (comment.spoken == base::Time{}))
        throw base::Error(_("The sound of a spoken comment is missing."));
}

bool is_same_thing(const codes::Clip& a, const codes::Clip& b) {
    return std::tie(a.conversation, a.author) == std::tie(b.conversation, b.author);
}
bool is_same_thing(const codes::Comment& a, const codes::Comment& b) {
    return std::tie(a.clip, a.reply_to, a.author, a.at, a.spoken, a.contribution) ==
           std::tie(b.clip, b.reply_to, b.author, b.at, b.spoken, b.contribution);
}

template <class T>
void refuse_another(const std::optional<T>& standing, const T& wanted) {
    if (standing && !is_same_thing(*standing, wanted))
        throw base::Error(_("A clip stays in its conversation and a comment in its thread, each with its author."));
}

template <class T>
void leave_out_removed(std::vector<T>& things) {
    std::erase_if(things, [](const T& thing) { return thing.removed; });
}

}  // namespace

std::vector<codes::Clip> KeptClips::of(const base::Id& conversation) {
    std::vector<codes::Clip> found;
    reading([&] { found = all_clips(conversation); });
    leave_out_removed(found);
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return std::tie(a.span.from, a.id) < std::tie(b.span.from, b.id); });
    return found;
}

std::vector<codes::Comment> KeptClips::comments(const base::Id& conversation) {
    const std::vector<codes::Clip> clips = of(conversation);
    std::vector<codes::Comment> found;
    reading([&] { found = all_comments(conversation); });
    leave_out_removed(found);
    std::erase_if(found, [&](const codes::Comment& comment) {
        return std::none_of(clips.begin(), clips.end(), [&](const auto& clip) { return clip.id == comment.clip; });
    });
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
    return found;
}

std::optional<codes::Clip> KeptClips::find(const base::Id& clip) {
    std::optional<codes::Clip> found;
    codes::Clip like;
    like.id = clip;
    reading([&] { found = standing(like); });
    return found && !found->removed ? found : std::nullopt;
}

std::string KeptClips::sound(const base::Id& comment) {
    std::string found;
    reading([&] { found = read_sound(comment); });
    return found;
}

void KeptClips::check_place(const codes::Comment& comment, const base::Id& conversation) {
    codes::Clip clip;
    clip.id = comment.clip;
    const std::optional<codes::Clip> owner = standing(clip);
    if (!owner || owner->conversation != conversation) throw base::Error(_("This clip is not in the library."));
    if (!comment.reply_to) return;
    codes::Comment other;
    other.id = comment.reply_to;
    const std::optional<codes::Comment> answered = standing(other);
    if (!answered || answered->clip != comment.clip) throw base::Error(_("This comment is not in the library."));
}

template <class T>
void KeptClips::carry_out(const std::vector<codes::ChangeOf<T>>& changes) {
    for (const codes::ChangeOf<T>& change : changes) {
        const std::optional<T> now = standing(*change.after);
        const bool fits =
            change.before ? now.has_value() && codes::says_the_same(*now, *change.before) : !now.has_value();
        if (!fits) codes::refuse_stale_edit();
        T after = *change.after;
        after.revision = now ? now->revision + 1 : 1;
        after.changed = base::now();
        write(after);
    }
}

void KeptClips::carry_out(const ClipEdit& edit) {
    carry_out(edit.clips);
    carry_out(edit.comments);
}

void KeptClips::put(const std::vector<codes::Clip>& clips) {
    for (const codes::Clip& clip : clips) {
        library::check(clip);
        if (clip.conversation != clips.front().conversation)
            throw base::Error(_("Clips that are made in one go belong to one conversation."));
    }
    in_one_go([&] {
        ClipEdit edit;
        for (const codes::Clip& clip : clips) {
            require_conversation(clip.conversation);
            const std::optional<codes::Clip> now = standing(clip);
            refuse_another(now, clip);
            if (!now || !codes::says_the_same(*now, clip)) edit.clips.push_back({now, clip});
        }
        if (edit.is_empty()) return;
        carry_out(edit);
        log(clips.front().conversation, edit);
    });
}

void KeptClips::put(const codes::Comment& comment, const std::string& sound) {
    library::check(comment);
    in_one_go([&] {
        codes::Clip like;
        like.id = comment.clip;
        const std::optional<codes::Clip> clip = standing(like);
        if (!clip) throw base::Error(_("This clip is not in the library."));
        require_conversation(clip->conversation);
        check_place(comment, clip->conversation);
        const std::optional<codes::Comment> now = standing(comment);
        refuse_another(now, comment);
        if (now && codes::says_the_same(*now, comment)) return;
        if (!now) check_sound(comment, sound);
        const ClipEdit edit{{}, {{now, comment}}};
        carry_out(edit);
        if (!now && !sound.empty()) write_sound(comment.id, sound);
        log(clip->conversation, edit);
    });
}

bool KeptClips::step(const base::Id& conversation, Direction direction) {
    bool stepped = false;
    in_one_go([&] {
        require_conversation(conversation);
        const std::optional<ClipEdit> edit = logged(conversation, direction);
        if (!edit) return;
        carry_out(turned(*edit, direction));
        turn_logged(conversation, direction);
        stepped = true;
    });
    return stepped;
}

std::optional<base::Timestamp> KeptClips::step_time(const base::Id& conversation, Direction direction) {
    std::optional<base::Timestamp> at;
    reading([&] { at = logged_at(conversation, direction); });
    return at;
}

ClipThreads KeptClips::everything(const base::Id& conversation) {
    ClipThreads threads;
    reading([&] {
        threads.clips = all_clips(conversation);
        threads.comments = all_comments(conversation);
        for (const codes::Comment& comment : threads.comments)
            if (comment.spoken > base::Time{}) threads.sounds[comment.id] = read_sound(comment.id);
    });
    return threads;
}

template <class T>
bool KeptClips::take_in_one(const T& theirs) {
    const std::optional<T> ours = standing(theirs);
    refuse_another(ours, theirs);
    if (ours && !codes::is_later(theirs, *ours)) return false;
    write(theirs);
    return true;
}

int KeptClips::take_in(const base::Id& conversation, const ClipThreads& threads) {
    int taken = 0;
    in_one_go([&] {
        require_conversation(conversation);
        for (const codes::Clip& clip : threads.clips) {
            library::check(clip);
            if (clip.conversation != conversation) throw base::Error(_("This clip is of another conversation."));
            taken += take_in_one(clip) ? 1 : 0;
        }
        for (const codes::Comment& comment : threads.comments) {
            library::check(comment);
            const bool is_new = !standing(comment);
            taken += take_in_one(comment) ? 1 : 0;
            if (!is_new || comment.spoken == base::Time{}) continue;
            const auto sound = threads.sounds.find(comment.id);
            check_sound(comment, sound == threads.sounds.end() ? std::string() : sound->second);
            write_sound(comment.id, sound->second);
        }
        // Only now, since a reply may stand before what it replies to.
        for (const codes::Comment& comment : threads.comments) check_place(comment, conversation);
        if (taken > 0) leave_log(conversation);
    });
    return taken;
}

}  // namespace library
