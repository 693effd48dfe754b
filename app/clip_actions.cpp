// Controller: clips of the open conversation and what is said about them. The library first, then the copy on screen.
#include "app/clip_making.h"
#include "app/controller.h"
#include "app/reel.h"
#include "app/review_desk.h"
#include "app/say_again.h"
#include "app/voice_notes.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace app {
namespace {

constexpr base::Time kLeastClip = base::milliseconds(200);

}  // namespace

void Controller::read_clips() {
    OpenConversationState& open = *model_.open;
    open.clips.clips = model_.library.clips().of(open.conversation.id);
    open.clips.comments = model_.library.clips().comments(open.conversation.id);
    if (looks_first(open.conversation.id)) open.clips.clips = made_by(open.clips.clips, open.conversation.trainee);
    if (!open.clips.held()) open.clips.in_hand = {};
    if (!open.clips.find_comment(open.clips.answer)) open.clips.answer = {};
    if (model_.review && model_.review->coach) model_.review->coach->clips = strengths_first(open.clips.clips);
}

void Controller::put_clip(const codes::Clip& clip) {
    model_.library.clips().put(clip);
    read_clips();
}

void Controller::carry_out(const MakeClip&) {
    if (!model_.open) return;
    codes::Clip clip = new_clip(*model_.open);
    clip.id = base::make_id();
    put_clip(clip);
    model_.open->clips.in_hand = clip.id;
}

void Controller::carry_out(const MakeClips& action) {
    if (!model_.open) return;
    if (action.clips.empty())
        return tell(MessageKind::Information, _("There are no moments of this conversation to make clips of."));
    std::vector<codes::Clip> clips = action.clips;
    for (codes::Clip& clip : clips) clip.id = base::make_id();
    model_.library.clips().put(clips);
    read_clips();
    model_.open->clips.in_hand = clips.front().id;
    const auto count = clips.size();
    offer(fmt::format(fmt::runtime(base::translate(base::language(), "{} clip made.", "{} clips made.", count)), count),
          _("Undo"), Undo{});
}

void Controller::carry_out(const ChangeClip& action) {
    if (model_.open) put_clip(action.clip);
}

void Controller::carry_out(const RemoveClip& action) {
    if (!model_.open) return;
    const codes::Clip* found = model_.open->clips.find(action.clip);
    if (!found) return;
    codes::Clip clip = *found;
    clip.removed = true;
    put_clip(clip);
}

void Controller::carry_out(const HoldClip& action) {
    if (!model_.open) return;
    ClipDesk& desk = model_.open->clips;
    if (desk.in_hand != action.clip) {
        carry_out(AbandonComment{});
        desk.answer = {};
    }
    desk.in_hand = action.clip;
}

void Controller::carry_out(const StepClips& action) {
    if (!model_.open || model_.open->clips.clips.empty()) return;
    const ClipDesk& desk = model_.open->clips;
    const auto held = std::find_if(desk.clips.begin(), desk.clips.end(),
                                   [&](const codes::Clip& clip) { return clip.id == desk.in_hand; });
    std::ptrdiff_t to = held == desk.clips.end() ? 0 : held - desk.clips.begin() + action.direction;
    to = std::clamp<std::ptrdiff_t>(to, 0, static_cast<std::ptrdiff_t>(desk.clips.size()) - 1);
    carry_out(PlayClip{desk.clips[static_cast<std::size_t>(to)].id});
}

void Controller::carry_out(const PlayClip& action) {
    if (!model_.open) return;
    if (action.clip) carry_out(HoldClip{action.clip});
    const codes::Clip* clip = model_.open->clips.held();
    if (!clip) return;
    model_.played.reset();
    play_in_turn({clip->span});
}

void Controller::carry_out(const SetClipEdge& action) {
    if (!model_.open) return;
    const codes::Clip* held = model_.open->clips.held();
    if (!held) return tell(MessageKind::Information, _("Choose a clip first, or make one."));
    codes::Clip clip = *held;
    (action.edge == ClipEdge::In ? clip.span.from : clip.span.to) = playhead(*model_.open);
    if (clip.span.length() < kLeastClip)
        return tell(MessageKind::Information, action.edge == ClipEdge::In
                                                  ? _("A clip begins before it ends. Go to an earlier moment.")
                                                  : _("A clip ends after it begins. Go to a later moment."));
    put_clip(clip);
}

void Controller::carry_out(const PlayReel&) {
    if (!model_.open) return;
    const OpenConversationState& open = *model_.open;
    const PlayedList reel = reel_of({open.codebook, open.coding, open.clips.clips, &open.turns, duration_of(open)});
    if (reel.moments.empty())
        return tell(MessageKind::Information,
                    _("No best moments yet: give codes, or call a clip a strength, and this plays them one after the "
                      "other."));
    if (length_of(reel) < kShortReel)
        tell(MessageKind::Information, _("These are all the best moments there are so far: less than two minutes."));
    carry_out(PlayMoments{reel});
}

void Controller::carry_out(const StartComment& action) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    if (!open.clips.held()) return tell(MessageKind::Information, _("Choose a clip first, or make one."));
    if (!open.clips.comment_on) open.clips.play_after = open.player && open.player->is_playing();
    open.clips.comment_on = open.clips.in_hand;
    open.clips.reply_to = action.reply_to;
    if (open.player) open.player->pause();
}

// What was typed or spoken, as the comment that it becomes.
codes::Comment Controller::comment_in_hand() const {
    const OpenConversationState& open = *model_.open;
    codes::Comment comment;
    comment.id = base::make_id();
    comment.clip = open.clips.comment_on;
    comment.reply_to = open.clips.reply_to;
    comment.author = open.coding.coder;
    comment.at = base::now();
    if (open.clips.says_again) comment.contribution = codes::Contribution::SaidAgain;
    return comment;
}

void Controller::keep_comment(const codes::Comment& comment, const std::string& sound) {
    model_.library.clips().put(comment, sound);
    read_clips();
    // What was said again is coded next.
    if (comment.contribution == codes::Contribution::SaidAgain) model_.open->clips.answer = comment.id;
}

void Controller::comment_finished() {
    OpenConversationState& open = *model_.open;
    open.clips.comment_on = open.clips.reply_to = {};
    open.clips.says_again = false;
    if (open.clips.play_after && open.player) open.player->play();
    open.clips.play_after = false;
}

void Controller::carry_out(const FinishComment& action) {
    if (!model_.open || !model_.open->clips.comment_on) return;
    codes::Comment comment = comment_in_hand();
    comment.text = base::trimmed(action.text);
    if (!comment.text.empty()) keep_comment(comment, "");
    comment_finished();
}

void Controller::carry_out(const AbandonComment&) {
    if (!model_.open) return;
    if (std::exchange(model_.open->clips.then, std::nullopt)) carry_out(Pause{});
    if (!model_.open->clips.comment_on) return;
    if (model_.open->clips.speaks) services_.voice->abandon();
    model_.open->clips.speaks = false;
    comment_finished();
}

void Controller::carry_out(const RemoveComment& action) {
    if (!model_.open) return;
    const codes::Comment* found = model_.open->clips.find_comment(action.comment);
    if (!found) return;
    codes::Comment comment = *found;
    comment.removed = true;
    model_.library.clips().put(comment, "");
    read_clips();
}

void Controller::carry_out(const SpeakComment&) {
    if (!model_.open || !services_.voice) return;
    ClipDesk& desk = model_.open->clips;
    if (desk.speaks) return finish_speaking();
    if (!desk.comment_on) carry_out(StartComment{});
    if (!desk.comment_on) return;
    try {
        begin_speaking();
    } catch (const base::Error&) {
        comment_finished();
        throw;
    }
}

void Controller::begin_speaking() {
    if (!services_.voice) return;
    services_.voice->begin();
    ClipDesk& desk = model_.open->clips;
    desk.speaks = true;
    desk.level = 0;
    desk.spoken = {};
}

void Controller::finish_speaking() {
    ClipDesk& desk = model_.open->clips;
    desk.speaks = false;
    codes::Comment comment = comment_in_hand();
    comment.spoken = services_.voice->length();
    const std::string sound = services_.voice->finish();
    if (sound.empty() || comment.spoken == base::Time{}) {
        tell(MessageKind::Information, _("Nothing was heard, so nothing is kept. Is the microphone on?"));
    } else {
        keep_comment(comment, sound);
    }
    comment_finished();
}

void Controller::carry_out(const HearComment& action) {
    if (!model_.open || !services_.voice) return;
    carry_out(Pause{});
    services_.voice->play(model_.library.clips().sound(action.comment));
}

void Controller::listen_to_voice() {
    if (!model_.open || !model_.open->clips.speaks) return;
    ClipDesk& desk = model_.open->clips;
    desk.level = services_.voice->level();
    desk.spoken = services_.voice->length();
    if (desk.spoken >= kLongestSpokenComment) finish_speaking();
}

// Undo of clips, where that is what was done last.
bool Controller::step_clips(library::Direction direction) {
    if (!model_.open || !model_.open->unsaved.empty()) return false;
    const OpenConversationState& open = *model_.open;
    const auto clips = model_.library.clips().step_time(open.conversation.id, direction);
    if (!clips) return false;
    for (const auto& other : {model_.library.step_time(open.coding.id, direction),
                              model_.library.turns_step_time(open.conversation.id, direction)})
        if (other && *other > *clips) return false;
    if (!model_.library.clips().step(open.conversation.id, direction)) return false;
    read_clips();
    return true;
}

}  // namespace app
