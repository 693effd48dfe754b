// Controller: ratings with what they rest on, checklists, phases.
#include "app/controller.h"
#include "base/i18n.h"
#include "codes/evidence.h"
#include "codes/phases.h"

#include <algorithm>

namespace app {
namespace {

// Heard with what led to it; a moment without an end long enough to be recognised.
constexpr base::Time kBeforeMoment = base::seconds(1);
constexpr base::Time kMoment = base::seconds(8);

const codes::Rating* rating_of(const codes::Codebook& codebook, const std::string& key) {
    const auto found = std::find_if(codebook.ratings.begin(), codebook.ratings.end(),
                                    [&](const codes::Rating& one) { return one.key == key; });
    return found == codebook.ratings.end() ? nullptr : &*found;
}

bool is_evidence(const codes::Coding& coding, const std::string& rating, const base::Id& event) {
    const auto tied = coding.evidence.find(rating);
    return tied != coding.evidence.end() &&
           std::find(tied->second.begin(), tied->second.end(), event) != tied->second.end();
}

}  // namespace

void Controller::carry_out(const Rate& action) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    const codes::Rating* rating = rating_of(open.codebook, action.rating);
    if (!rating || (action.value && (*action.value < rating->minimum || *action.value > rating->maximum))) return;
    const auto now = open.coding.ratings.find(action.rating);
    const bool is_new = now == open.coding.ratings.end() ? action.value.has_value() : action.value != now->second;
    if (is_new) edit(codes::edits::rated(open.coding, action.rating, action.value));
}

void Controller::carry_out(const TieEvidence& action) {
    if (!model_.open || !rating_of(model_.open->codebook, action.rating)) return;
    OpenConversationState& open = *model_.open;
    std::vector<base::Id> events = open.selected;
    if (events.empty() && open.last_event) events = {open.last_event};
    if (events.empty()) return tell(MessageKind::Information, _("Select the codes that this rating rests on first."));
    const bool are_tied = std::all_of(events.begin(), events.end(), [&](const base::Id& event) {
        return is_evidence(open.coding, action.rating, event);
    });
    codes::Edit all{"tied", {}};
    for (const base::Id& event : events)
        if (is_evidence(open.coding, action.rating, event) == are_tied)
            all.changes.emplace_back(codes::EvidenceChange{action.rating, event, are_tied, !are_tied});
    edit(all);
}

void Controller::carry_out(const UntieEvidence& action) {
    if (!model_.open || !is_evidence(model_.open->coding, action.rating, action.event)) return;
    edit(codes::edits::untied(model_.open->coding, action.rating, action.event));
}

void Controller::carry_out(const PlayEvidence& action) {
    if (!model_.open) return;
    std::vector<base::Span> stretches;
    for (const codes::Event* event : codes::evidence_of(model_.open->coding, action.rating))
        stretches.push_back(
            {std::max(base::Time{}, event->at - kBeforeMoment), event->end.value_or(event->at + kMoment)});
    if (!stretches.empty()) play_in_turn(std::move(stretches));
}

void Controller::carry_out(const ToggleTick& action) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    const auto standing = std::find_if(open.coding.ticks.begin(), open.coding.ticks.end(), [&](const codes::Tick& one) {
        return one.checklist == action.checklist && one.item == action.item;
    });
    if (standing != open.coding.ticks.end())
        edit(codes::edits::unticked(*standing));
    else
        edit(codes::edits::ticked(open.coding, {action.checklist, action.item, moment(action.pressed)}));
}

void Controller::carry_out(const SetPhase& action) {
    if (model_.open) edit(codes::phasing::set(model_.open->coding, action.from, action.phase));
}

void Controller::carry_out(const MovePhase& action) {
    if (!model_.open) return;
    const base::Time to = std::clamp(action.to, base::Time{}, std::max(base::Time{}, duration_of(*model_.open)));
    edit(codes::phasing::moved(model_.open->coding, action.from, to));
}

}  // namespace app
