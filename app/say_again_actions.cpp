// Controller: the trainee hears a moment up to what they answered, and answers again; both answers are heard and coded.
#include "app/clip_making.h"
#include "app/controller.h"
#include "app/review_desk.h"
#include "app/say_again.h"
#include "app/voice_notes.h"
#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <utility>

namespace app {

void Controller::carry_out(const SayAgain& action) {
    if (!model_.open) return;
    if (action.clip) carry_out(HoldClip{action.clip});
    carry_out(AbandonComment{});
    OpenConversationState& open = *model_.open;
    const codes::Clip* clip = open.clips.held();
    if (!clip) return tell(MessageKind::Information, _("Choose a clip first, or make one."));
    model_.played.reset();
    open.clips.answer = {};
    const base::Span before = answered_in(open, clip->span).before;
    open.clips.then = ThenComes{before, {}};
    play_in_turn({before});
    if (open.style.plays.empty()) what_comes_then();
}

void Controller::carry_out(const SayMomentAgain& action) {
    if (!model_.open || !model_.review) return;
    const codes::Review& review = model_.review->review;
    const auto& at = action.which == PickedMoment::ContentWith ? review.content_with : review.would_change;
    if (!at) return;
    codes::Clip wanted = clip_of_moment(*model_.open, *at);
    const auto& clips = model_.open->clips.clips;
    const auto made = std::find_if(clips.begin(), clips.end(), [&](const codes::Clip& clip) {
        return clip.span == wanted.span && clip.author == wanted.author;
    });
    if (made != clips.end()) return carry_out(SayAgain{made->id});
    wanted.id = base::make_id();
    put_clip(wanted);
    carry_out(SayAgain{wanted.id});
}

// The stretch before it was heard to its end.
void Controller::what_comes_then() {
    const auto then = std::exchange(model_.open->clips.then, std::nullopt);
    if (!then) return;
    if (then->answer) return carry_out(HearComment{then->answer});
    ClipDesk& desk = model_.open->clips;
    carry_out(Pause{});
    desk.comment_on = desk.in_hand;
    desk.reply_to = {};
    desk.play_after = false;
    desk.says_again = true;
    try {
        begin_speaking();
    } catch (const base::Error&) {
        tell(MessageKind::Information, _("There is no microphone that can be used. Type what you would say now."));
    }
}

void Controller::carry_out(const HearBoth& action) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    const codes::Comment* answer = open.clips.find_comment(action.comment);
    const codes::Clip* clip = answer ? open.clips.find(answer->clip) : nullptr;
    if (!clip) return;
    model_.played.reset();
    const base::Span then = answered_in(open, clip->span).both();
    open.clips.then.reset();
    if (answer->spoken > base::Time{}) open.clips.then = ThenComes{then, answer->id};
    play_in_turn({then});
    if (open.style.plays.empty()) what_comes_then();
}

void Controller::carry_out(const HoldAnswer& action) {
    if (model_.open) model_.open->clips.answer = action.comment;
}

// A second press takes the code back.
void Controller::code_answer(const codes::Code& code) {
    codes::Comment answer = *model_.open->clips.find_comment(model_.open->clips.answer);
    if (code.side != codes::Side::Professional)
        return tell(MessageKind::Information,
                    _("What was said again is the professional's: choose a code of that side. Escape: codes go to the "
                      "recording again."));
    if (std::erase(answer.codes, code.key) == 0) answer.codes.push_back(code.key);
    model_.library.clips().put(answer, "");
    read_clips();
}

}  // namespace app
