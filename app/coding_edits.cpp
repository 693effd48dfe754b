// How an edit becomes durable: the library writes it before the next picture of the window is drawn.
#include "app/controller.h"
#include "base/error.h"
#include "base/i18n.h"
#include "codes/utterances.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace app {
namespace {

constexpr std::chrono::seconds kTryAgainAfter{2};

// What a step changed is what the coach should see: those events, selected.
std::vector<base::Id> touched(const codes::Edit& edit) {
    std::vector<base::Id> events;
    for (const codes::Change& change : edit.changes)
        if (const auto* event = std::get_if<codes::EventChange>(&change); event && event->after)
            events.push_back(event->after->id);
    return events;
}

// Ids sort by time of making, so the newest event has the greatest.
base::Id newest(const codes::Coding& coding) {
    const auto found = std::max_element(coding.events.begin(), coding.events.end(),
                                        [](const codes::Event& a, const codes::Event& b) { return a.id < b.id; });
    return found == coding.events.end() ? base::Id{} : found->id;
}

void forget_what_is_gone(OpenConversationState& open) {
    std::erase_if(open.selected, [&](const base::Id& event) { return !open.coding.find(event); });
    if (!open.coding.find(open.last_event)) open.last_event = newest(open.coding);
    if (open.note_on && !open.coding.find(open.note_on)) open.note_on = {};
    if (!codes::find_utterance(open.coding, open.style.utterance)) open.style.utterance = {};
}

void refuse_ended(const OpenConversationState& open) {
    if (open.recoding && open.recoding->state == library::RecodingState::Done) library::refuse_change_of_recoding();
}

void save_in_order(library::Library& library, OpenConversationState& open) {
    open.save_at = media::Clock::now() + kTryAgainAfter;
    while (!open.unsaved.empty()) {
        library.apply(open.coding.id, open.unsaved.front());
        open.unsaved.erase(open.unsaved.begin());
    }
    open.save_at.reset();
}

}  // namespace

void Controller::edit(const codes::Edit& edit) {
    if (!model_.open || edit.changes.empty()) return;
    OpenConversationState& open = *model_.open;
    refuse_ended(open);
    codes::apply(open.coding, edit);  // refuses what does not fit
    ++open.coding_serial;
    follow_codebook();
    forget_what_is_gone(open);
    learn_from(edit);
    const bool was_saved = open.unsaved.empty();
    open.unsaved.push_back(edit);
    try {
        save_in_order(model_.library, open);
        follow_decisions();
    } catch (const std::exception& error) {
        if (was_saved)
            tell(MessageKind::Error,
                 fmt::format(fmt::runtime(_("{} Your work stays on screen and is saved as soon as that is possible; do "
                                            "not close the program yet.")),
                             error.what()));
    }
}

void Controller::follow_codebook() {
    OpenConversationState& open = *model_.open;
    if (open.coding.codebook_key == open.codebook.key && open.coding.codebook_version == open.codebook.version) return;
    if (auto codebook = model_.library.codebook(open.coding.codebook_key, open.coding.codebook_version))
        open.codebook = std::move(*codebook);
    open.pairs = pairs_for(open.codebook);
}

bool Controller::save_unsaved() {
    if (!model_.open || model_.open->unsaved.empty()) return true;
    try {
        save_in_order(model_.library, *model_.open);
    } catch (const std::exception&) {
        return false;
    }
    tell(MessageKind::Information, _("Everything is saved again."));
    return true;
}

void Controller::step_coding(library::Direction direction) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    refuse_ended(open);
    codes::Edit done;
    if (!open.unsaved.empty()) {
        if (direction == library::Direction::Redo) return;
        done = codes::inverse(open.unsaved.back());
        codes::apply(open.coding, done);
        open.unsaved.pop_back();
    } else {
        const std::optional<library::Undone> step = model_.library.step(open.coding.id, direction);
        if (!step) return;
        done = step->edit;
        codes::apply(open.coding, done);
    }
    ++open.coding_serial;
    follow_codebook();
    open.selected = touched(done);
    forget_what_is_gone(open);
    hold_utterance_of(done);
    follow_decisions();
}

}  // namespace app
