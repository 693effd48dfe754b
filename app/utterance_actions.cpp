// Controller: from utterance to utterance, each played by itself and given its code.
#include "app/controller.h"
#include "base/i18n.h"
#include "codes/utterances.h"

#include <algorithm>

namespace app {
namespace {

using codes::Utterance;

// Where stepping begins when none is in hand: at the playhead.
std::ptrdiff_t place_of(const std::vector<const Utterance*>& utterances, const OpenConversationState& open,
                        int direction) {
    const auto held = std::find_if(utterances.begin(), utterances.end(),
                                   [&](const Utterance* one) { return one->id == open.style.utterance; });
    if (held != utterances.end()) return held - utterances.begin();
    const auto next = std::find_if(utterances.begin(), utterances.end(),
                                   [&](const Utterance* one) { return one->span.from >= playhead(open); });
    return next - utterances.begin() - (direction > 0 ? 1 : 0);
}

const Utterance* neighbour(const OpenConversationState& open, const StepUtterances& step) {
    const auto utterances = codes::utterances_in_segment(open.coding);
    const auto count = static_cast<std::ptrdiff_t>(utterances.size());
    for (std::ptrdiff_t at = place_of(utterances, open, step.direction) + step.direction; at >= 0 && at < count;
         at += step.direction) {
        const Utterance* one = utterances[static_cast<std::size_t>(at)];
        if (!step.uncoded_only || !codes::code_of(open.coding, *one)) return one;
    }
    return nullptr;
}

// The one in hand where it has a code, or else the nearest before it that has.
const Utterance* last_coded(const OpenConversationState& open) {
    const Utterance* held = codes::find_utterance(open.coding, open.style.utterance);
    const base::Time here = held ? held->span.from : playhead(open);
    const Utterance* found = nullptr;
    for (const Utterance& one : open.coding.utterances)
        if (one.span.from <= here && codes::code_of(open.coding, one)) found = &one;
    return found;
}

}  // namespace

void Controller::carry_out(const HoldUtterance& action) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    const Utterance* utterance = codes::find_utterance(open.coding, action.utterance);
    open.style.utterance = utterance ? utterance->id : base::Id{};
    if (utterance) go_to(utterance->span.from);
}

void Controller::carry_out(const StepUtterances& action) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    if (const Utterance* next = neighbour(open, action)) {
        open.style.utterance = next->id;
        return carry_out(PlayUtterance{});
    }
    if (!action.uncoded_only) return;
    const codes::CodedCount count = codes::count_coded(open.coding);
    if (count.all > 0 && count.coded == count.all)
        tell(MessageKind::Information, _("Every utterance has its code."));
    else if (count.all > 0)
        tell(MessageKind::Information, action.direction > 0 ? _("No utterance without a code comes after this one.")
                                                            : _("No utterance without a code comes before this one."));
}

void Controller::carry_out(const PlayUtterance&) {
    if (!model_.open) return;
    const Utterance* utterance = codes::find_utterance(model_.open->coding, model_.open->style.utterance);
    if (utterance) play_in_turn({utterance->span});
}

void Controller::code_utterance(const codes::Code& code) {
    OpenConversationState& open = *model_.open;
    const Utterance* held = codes::find_utterance(open.coding, open.style.utterance);
    if (!held)
        return tell(MessageKind::Information,
                    open.coding.utterances.empty()
                        ? _("There are no utterances to code yet. Mark them first, or take over the turns.")
                        : _("Choose the utterance that this code is for."));
    const base::Id utterance = held->id;
    edit(codes::parsing::coded(open.coding, open.codebook, *held, code));
    held = codes::find_utterance(open.coding, utterance);
    open.last_event = codes::code_of(open.coding, *held)->id;
    open.selected.clear();
    if (neighbour(open, {+1}))
        carry_out(StepUtterances{+1});
    else
        carry_out(StepUtterances{+1, true});  // says that all is done, or what is not
}

void Controller::carry_out(const Uncode& action) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    const Utterance* coded = last_coded(open);
    if (!coded) return;
    const base::Id utterance = coded->id;
    edit(codes::parsing::uncoded(open.coding, *coded));
    if (!action.rewinds) return;
    open.style.utterance = utterance;
    carry_out(PlayUtterance{});
}

// After undo and redo: work goes on at the utterance whose code came or went.
void Controller::hold_utterance_of(const codes::Edit& done) {
    OpenConversationState& open = *model_.open;
    if (open.style.style != CodingStyle::CodeUtterances) return;
    for (const codes::Change& change : done.changes) {
        const auto* event = std::get_if<codes::EventChange>(&change);
        if (!event) continue;
        const codes::Event& what = event->after ? *event->after : *event->before;
        for (const Utterance& one : open.coding.utterances) {
            if (one.span.from != what.at || one.span.to != what.end) continue;
            open.style.utterance = one.id;
            return go_to(one.span.from);
        }
    }
}

}  // namespace app
