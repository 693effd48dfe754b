#include "app/say_again.h"

#include "app/clock_text.h"
#include "app/review_desk.h"
#include "base/text.h"

#include <algorithm>

namespace app {
namespace {

constexpr base::Time kShortLead = base::seconds(3);
constexpr base::Time kLead = base::seconds(10);  // where nobody knows who speaks when
constexpr base::Time kLongLead = base::seconds(20);
constexpr base::Time kEdge = base::milliseconds(500);  // a turn is as exact as whoever marked it
constexpr base::Time kLeastAnswer = base::seconds(1);
constexpr std::size_t kAnswerTitle = 60;  // characters

// The first that begins in the clip, else the one in whose midst the clip begins, else the one right after: a clip may
// be of what the client said alone.
const talk::Turn* answering_turn(const OpenConversationState& open, base::Span clip) {
    const talk::Turn* running = nullptr;
    for (const talk::Turn& turn : open.turns) {
        if (turn.role != talk::Role::Professional || turn.span.to <= clip.from) continue;
        if (turn.span.from >= clip.from - kEdge && (turn.span.from < clip.to || !running))
            return turn.span.from < clip.to + kLead ? &turn : nullptr;
        if (turn.span.from >= clip.to) break;
        running = &turn;
    }
    return running;
}

const codes::Event* first_code(const OpenConversationState& open, base::Span clip) {
    const auto found = std::find_if(open.coding.events.begin(), open.coding.events.end(), [&](const auto& event) {
        return event.speaker == codes::Side::Professional && event.at >= clip.from && event.at < clip.to;
    });
    return found == open.coding.events.end() ? nullptr : &*found;
}

// The client's turn before it, as far as that is not long ago.
base::Time lead_before(const OpenConversationState& open, base::Time answer) {
    base::Time from = answer - kLead;
    for (const talk::Turn& turn : open.turns)
        if (turn.role == talk::Role::Client && turn.span.from < answer) from = turn.span.from;
    return std::max(base::Time{}, std::clamp(from, answer - kLongLead, answer - kShortLead));
}

}  // namespace

Answered answered_in(const OpenConversationState& open, base::Span clip) {
    base::Span answer = clip;
    if (const talk::Turn* turn = answering_turn(open, clip))
        answer = turn->span;
    else if (const codes::Event* event = first_code(open, clip))
        answer.from = event->at;
    answer.to = std::max(answer.to, answer.from + kLeastAnswer);
    return {{lead_before(open, answer.from), answer.from}, answer};
}

std::string codes_then(const OpenConversationState& open, base::Span answer) {
    std::string codes;
    for (const codes::Event& event : open.coding.events) {
        const codes::Code* code = open.codebook.find(event.code);
        if (!code || event.speaker != codes::Side::Professional) continue;
        if (event.at < answer.from - kEdge || event.at > answer.to + kEdge) continue;
        codes += (codes.empty() ? "" : ", ") + code->label.in(base::language());
    }
    return codes;
}

codes::Clip clip_of_moment(const OpenConversationState& open, base::Time at) {
    // A moment is chosen while it is heard or just after.
    const talk::Turn* said = nullptr;
    for (const talk::Turn& turn : open.turns)
        if (turn.role == talk::Role::Professional && turn.span.from <= at + kEdge) said = &turn;
    const base::Span answer = said ? said->span : base::Span{std::max(base::Time{}, at - kLead), at + kLeastAnswer};
    codes::Clip clip;
    clip.conversation = open.conversation.id;
    clip.coding = open.coding.id;
    clip.author = open.coding.coder;
    clip.kind = codes::ClipKind::Note;
    clip.span = {said ? lead_before(open, answer.from) : answer.from, std::max(answer.to, answer.from + kLeastAnswer)};
    clip.title = said && !said->text.empty() ? base::shortened(said->text, kAnswerTitle) : clock_text(at);
    return clip;
}

std::vector<codes::Clip> made_by(std::vector<codes::Clip> clips, const std::string& author) {
    std::erase_if(clips, [&](const codes::Clip& clip) { return !same_person(clip.author, author); });
    return clips;
}

}  // namespace app
