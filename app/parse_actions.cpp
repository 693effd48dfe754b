// Controller: marking who speaks from when to when, before anything is coded.
#include "app/controller.h"
#include "base/error.h"
#include "base/i18n.h"
#include "codes/utterances.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

using codes::Utterance;

std::vector<Utterance> utterances_of(const std::vector<talk::Turn>& turns, const codes::Coding& coding) {
    std::vector<Utterance> utterances;
    for (const talk::Turn& turn : turns) {
        if (turn.role == talk::Role::Unknown || !codes::is_in_segment(coding, turn.span.from)) continue;
        const bool is_client = turn.role == talk::Role::Client;
        utterances.push_back({base::make_id(), turn.span, is_client ? codes::Side::Client : codes::Side::Professional});
    }
    return utterances;
}

// The one in hand, or else the one that is being heard.
const Utterance& utterance_meant(const OpenConversationState& open) {
    const Utterance* found = codes::find_utterance(open.coding, open.style.utterance);
    if (!found) found = codes::utterance_at(open.coding, playhead(open));
    if (!found) throw base::Error(_("No utterance lies here. Press one on the timeline, or step to one first."));
    return *found;
}

}  // namespace

void Controller::carry_out(const ChooseStyle& action) {
    if (!model_.open || model_.open->style.style == action.style) return;
    OpenConversationState& open = *model_.open;
    end_running_utterance(playhead(open));
    open.style.style = action.style;
    open.style.plays.clear();
    if (action.style != CodingStyle::CodeUtterances) return;
    carry_out(Pause{});
    // Where work goes on: the first without a code from the playhead on, or else the first of all.
    const auto utterances = codes::utterances_in_segment(open.coding);
    const auto uncoded = [&](bool from_here) {
        return std::find_if(utterances.begin(), utterances.end(), [&](const Utterance* one) {
            return (!from_here || one->span.to > playhead(open)) && !codes::code_of(open.coding, *one);
        });
    };
    auto found = uncoded(true);
    if (found == utterances.end()) found = uncoded(false);
    if (found != utterances.end()) carry_out(HoldUtterance{(*found)->id});
}

void Controller::carry_out(const MarkSpeaker& action) {
    if (!model_.open || model_.open->style.style != CodingStyle::Parse) return;
    OpenConversationState& open = *model_.open;
    const base::Time at = stamp(action.pressed);
    if (const Utterance* inside = codes::utterance_at(open.coding, at)) {
        if (action.speaker)
            edit(codes::parsing::split(open.coding, *inside, at, *action.speaker));
        else
            edit(codes::parsing::reshaped(open.coding, *inside, {inside->span.from, at}));
        return;
    }
    const std::uint64_t before = open.coding_serial;
    const SpeakerMark* running = open.style.running();
    if (running && at > running->from)
        edit(codes::parsing::marked(open.coding, {running->from, at}, *running->speaker));
    open.style.marks.push_back({at, action.speaker, open.coding_serial, open.coding_serial != before});
    open.style.utterance = {};
}

void Controller::end_running_utterance(base::Time at) {
    const SpeakerMark* running = model_.open->style.running();
    if (running && at > running->from)
        edit(codes::parsing::marked(model_.open->coding, {running->from, at}, *running->speaker));
    model_.open->style.marks.clear();
}

bool Controller::take_back_mark() {
    StyleState& style = model_.open->style;
    if (style.marks.empty() || style.marks.back().serial != model_.open->coding_serial) return false;
    const bool closed_one = style.marks.back().closed_one;
    style.marks.pop_back();
    if (closed_one) step_coding(library::Direction::Undo);
    if (!style.marks.empty()) style.marks.back().serial = model_.open->coding_serial;
    return true;
}

void Controller::carry_out(const TakeOverTurns&) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    if (open.turns.empty())
        return tell(MessageKind::Information,
                    _("There are no turns to take over yet. Attach a transcript, or mark the utterances while you "
                      "listen."));
    const std::vector<Utterance> utterances = utterances_of(open.turns, open.coding);
    if (utterances.empty())
        return tell(MessageKind::Information,
                    _("It is not known yet who speaks in these turns. Say which speaker is the professional and which "
                      "the client, then take them over."));
    const codes::Edit taken = codes::parsing::took_over(open.coding, utterances);
    edit(taken);
    tell(MessageKind::Information,
         fmt::format(fmt::runtime(base::translate(base::language(), "{} utterance taken over.",
                                                  "{} utterances taken over.", taken.changes.size())),
                     taken.changes.size()));
}

void Controller::carry_out(const JoinUtterances&) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    const Utterance first = utterance_meant(open);
    const auto next = std::find_if(open.coding.utterances.begin(), open.coding.utterances.end(),
                                   [&](const Utterance& one) { return codes::earlier(first, one); });
    if (next == open.coding.utterances.end()) return;
    const bool loses_code = codes::code_of(open.coding, first) && codes::code_of(open.coding, *next);
    edit(codes::parsing::joined(open.coding, first, *next));
    open.style.utterance = first.id;
    if (loses_code) tell(MessageKind::Information, _("Both had a code: the first one's is kept."));
}

void Controller::carry_out(const ReshapeUtterance& action) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    const Utterance* utterance = codes::find_utterance(open.coding, action.utterance);
    if (!utterance) return;
    const base::Span span{std::max(action.span.from, base::Time{}), std::min(action.span.to, duration_of(open))};
    edit(codes::parsing::reshaped(open.coding, *utterance, span));
}

void Controller::carry_out(const ShiftEdge& action) {
    if (!model_.open) return;
    const Utterance utterance = utterance_meant(*model_.open);
    base::Span span = utterance.span;
    (action.begin ? span.from : span.to) += action.by;
    model_.open->style.utterance = utterance.id;
    carry_out(ReshapeUtterance{utterance.id, span});
}

void Controller::carry_out(const SwapSpeaker&) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    const Utterance& utterance = utterance_meant(open);
    const bool is_client = utterance.speaker == codes::Side::Client;
    edit(
        codes::parsing::spoken_by(open.coding, utterance, is_client ? codes::Side::Professional : codes::Side::Client));
}

void Controller::carry_out(const DeleteUtterance&) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    edit(codes::parsing::removed(open.coding, utterance_meant(open)));
}

}  // namespace app
