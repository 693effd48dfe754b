#include "app/clip_making.h"

#include "app/clock_text.h"
#include "app/moment_spans.h"
#include "base/text.h"

#include <algorithm>

namespace app {
namespace {

constexpr base::Time kJustHeard = base::seconds(10);
constexpr base::Time kLeast = base::seconds(1);
constexpr std::size_t kTitle = 60;  // characters

std::string event_label(const OpenConversationState& open, const codes::Event& event) {
    const codes::Code* code = open.codebook.find(event.code);
    return code ? code->label.in(base::language()) : event.code;
}

const talk::Turn* turn_before(const OpenConversationState& open, base::Time at) {
    const auto turn = std::find_if(open.turns.rbegin(), open.turns.rend(),
                                   [&](const talk::Turn& one) { return one.span.from < at - kLeast; });
    return turn == open.turns.rend() ? nullptr : &*turn;
}

// What is said there, where a transcript knows.
std::string words_said(const OpenConversationState& open, base::Span span) {
    for (const talk::Turn& turn : open.turns)
        if (turn.span.to > span.from + base::milliseconds(300) && turn.span.from < span.to && !turn.text.empty())
            return base::shortened(turn.text, kTitle);
    return clock_text(span.from);
}

codes::Clip clip_at(const OpenConversationState& open, base::Span span, const std::string& title) {
    codes::Clip clip;
    clip.conversation = open.conversation.id;
    clip.coding = open.coding.id;
    clip.author = open.coding.coder;
    const base::Time end = duration_of(open);
    clip.span.from = std::clamp(span.from, base::Time{}, std::max(base::Time{}, end - kLeast));
    clip.span.to = std::max(std::min(span.to, end), clip.span.from + kLeast);
    clip.title = title;
    return clip;
}

codes::Clip of_selected(const OpenConversationState& open) {
    const codes::Event* first = nullptr;
    const codes::Event* last = nullptr;
    for (const codes::Event& event : open.coding.events) {
        if (std::find(open.selected.begin(), open.selected.end(), event.id) == open.selected.end()) continue;
        if (!first) first = &event;
        last = &event;
    }
    std::string title = event_label(open, *first);
    if (last != first) title += " → " + event_label(open, *last);
    return clip_at(open, span_to_hear(*first, *last, &open.turns), title);
}

base::Span just_heard(const OpenConversationState& open) {
    const base::Time here = playhead(open);
    if (open.loop_from && *open.loop_from != here)
        return {std::min(*open.loop_from, here), std::max(*open.loop_from, here)};
    const talk::Turn* turn = turn_before(open, here);
    const base::Time from = turn ? std::max(turn->span.from, here - kJustHeard - kJustHeard) : here - kJustHeard;
    return {std::max(base::Time{}, from), here};
}

}  // namespace

codes::Clip new_clip(const OpenConversationState& open) {
    const bool has_selection = std::any_of(open.selected.begin(), open.selected.end(),
                                           [&](const base::Id& event) { return open.coding.find(event) != nullptr; });
    if (has_selection) return of_selected(open);
    const auto loop = open.player ? open.player->loop() : std::nullopt;
    const base::Span span = loop.value_or(just_heard(open));
    return clip_at(open, span, words_said(open, span));
}

std::vector<codes::Clip> new_clips(const OpenConversationState& open, const std::vector<Moment>& moments) {
    std::vector<codes::Clip> clips;
    for (const Moment& moment : moments)
        if (!moment.coding || moment.coding == open.coding.id) {
            clips.push_back(clip_at(open, moment.span, moment.text));
            clips.back().kind = codes::ClipKind::Note;  // a rule does not judge
        }
    return clips;
}

}  // namespace app
