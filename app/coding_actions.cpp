#include "app/controller.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <chrono>

namespace app {
namespace {

// A key held longer than this ends its span when it is let go; a shorter press leaves it open until the next press.
constexpr std::chrono::milliseconds kHeld{400};

const codes::Event* running_span(const codes::Coding& coding, const std::string& code) {
    const codes::Event* newest = nullptr;
    for (const codes::Event& event : coding.events)
        if (event.code == code && !event.end && (!newest || newest->id < event.id)) newest = &event;
    return newest;
}

// Whoever went back in between has marked the same stretch from its end.
codes::Event ended(codes::Event event, base::Time at) {
    const auto [from, to] = std::minmax(event.at, at);
    const base::Time begin = from;
    const base::Time end = to;
    event.at = begin;
    event.end = end;
    return event;
}

std::vector<codes::Event> selected_events(const OpenConversationState& open) {
    std::vector<codes::Event> events;
    for (const base::Id& id : open.selected)
        if (const codes::Event* event = open.coding.find(id)) events.push_back(*event);
    return events;
}

}  // namespace

base::Time Controller::stamp(media::Clock::time_point pressed) const {
    const OpenConversationState& open = *model_.open;
    if (!open.player || open.player->failure())
        throw base::Error(_("There is no recording to code here. Find it again from the Library screen."));
    if (!open.player->is_open())
        throw base::Error(_("The recording is still being opened. Press the key again in a moment."));
    // Nobody reacts late to a picture that stands still; at double speed the recording is twice as far by then.
    const base::Time late = open.player->is_playing()
                                ? base::seconds(model_.settings.reaction_time.seconds() * open.player->speed())
                                : base::Time{};
    return std::clamp(open.player->position_at(pressed) - late, base::Time{},
                      std::max(base::Time{}, duration_of(open)));
}

base::Time Controller::moment(media::Clock::time_point pressed) const {
    return model_.open->player ? stamp(pressed) : playhead(*model_.open);
}

void Controller::carry_out(const DropCode& action) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    const codes::Code* code = open.codebook.find(action.code);
    if (!code || (action.is_release && code->extent != codes::Extent::Span)) return;
    if (open.clips.answer) return action.is_release ? void() : code_answer(*code);
    if (open.style.style == CodingStyle::CodeUtterances && !action.is_release) return code_utterance(*code);
    if (open.style.style == CodingStyle::Parse && !action.is_release)
        return tell(MessageKind::Information,
                    _("Utterances are being marked now. Choose another coding style to give codes."));
    if (open.style.style != CodingStyle::OnePass) return;
    if (action.words) return code_words(*code, *action.words);
    if (code->extent == codes::Extent::Span) {
        const codes::Event* running = running_span(open.coding, code->key);
        const auto begun = open.begun_spans.find(code->key);
        const bool was_held = begun != open.begun_spans.end() && action.pressed - begun->second >= kHeld;
        if (action.is_release && (!running || !was_held)) return;
        if (running) {
            const codes::Event before = *running;
            edit(codes::edits::changed(before, ended(before, stamp(action.pressed))));
            open.begun_spans.erase(code->key);
            return;
        }
        open.begun_spans[code->key] = action.pressed;
    }
    const base::Time at = stamp(action.pressed);
    add_event(*code, at, {});
    if (open.player && open.player->is_playing()) reaction_time_.dropped(open.last_event, at, open.player->speed());
}

// The words say when, so nobody reacted late and no recording needs to be there.
void Controller::code_words(const codes::Code& code, base::Span words) {
    const bool has_length = words.to > words.from || code.extent != codes::Extent::Point;
    add_event(code, words.from, has_length ? std::optional(words.to) : std::nullopt);
}

void Controller::add_event(const codes::Code& code, base::Time at, std::optional<base::Time> end) {
    codes::Event event;
    event.id = base::make_id();
    event.at = at;
    event.end = end;
    event.code = code.key;
    event.speaker = code.side;
    edit(codes::edits::added(event));
    model_.open->last_event = event.id;
    model_.open->selected.clear();
}

void Controller::carry_out(const Edit& action) {
    edit(action.edit);
}

void Controller::carry_out(const SelectEvents& action) {
    if (model_.open) model_.open->selected = action.events;
}

void Controller::carry_out(const DeleteSelected&) {
    if (!model_.open) return;
    const std::vector<codes::Event> events = selected_events(*model_.open);
    if (!events.empty()) edit(codes::edits::deleted(model_.open->coding, events));
}

void Controller::carry_out(const RecodeSelected& action) {
    if (!model_.open) return;
    const codes::Code* code = model_.open->codebook.find(action.code);
    if (!code) return;
    std::vector<codes::EventChange> changes;
    for (const codes::Event& event : selected_events(*model_.open))
        if (event.code != code->key) changes.push_back({event, codes::recoded(event, *code, model_.open->codebook)});
    if (!changes.empty()) edit(codes::edits::changed(changes));
}

void Controller::carry_out(const ShiftSelected& action) {
    if (!model_.open) return;
    const std::vector<codes::Event> events = selected_events(*model_.open);
    if (events.empty()) return;
    // They keep their distances: whoever reaches an end first holds all back.
    base::Time first = events.front().at;
    base::Time last = first;
    for (const codes::Event& event : events) {
        first = std::min(first, event.at);
        last = std::max(last, event.end.value_or(event.at));
    }
    const base::Time by =
        std::clamp(action.by, base::Time{} - first, std::max(base::Time{}, duration_of(*model_.open) - last));
    if (by == base::Time{}) return;
    std::vector<codes::EventChange> changes;
    for (const codes::Event& event : events) {
        codes::Event moved = event;
        moved.at += by;
        if (moved.end) *moved.end += by;
        changes.push_back({event, moved});
    }
    edit(codes::edits::changed(changes));
}

void Controller::carry_out(const Undo&) {
    if (model_.open && take_back_mark()) return;
    constexpr auto kUndo = library::Direction::Undo;
    if (!step_clips(kUndo) && !step_turns(kUndo)) step_coding(kUndo);
}

void Controller::carry_out(const Redo&) {
    constexpr auto kRedo = library::Direction::Redo;
    if (!step_clips(kRedo) && !step_turns(kRedo)) step_coding(kRedo);
}

void Controller::carry_out(const StartNote& action) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    base::Id on = action.event;
    if (!on) on = open.selected.size() == 1 ? open.selected.front() : open.last_event;
    if (!open.coding.find(on)) return;
    if (!open.note_on) open.play_after_note = open.player && open.player->is_playing();
    open.note_on = on;
    if (open.player) open.player->pause();
}

void Controller::note_finished(bool plays_on) {
    OpenConversationState& open = *model_.open;
    open.note_on = {};
    if (plays_on && open.play_after_note && open.player) open.player->play();
    open.play_after_note = false;
}

void Controller::carry_out(const FinishNote& action) {
    if (!model_.open) return;
    const codes::Event* event = model_.open->coding.find(model_.open->note_on);
    const std::string text(base::trimmed(action.text));
    if (event && event->note != text) {
        const codes::Event before = *event;
        codes::Event after = before;
        after.note = text;
        edit(codes::edits::changed(before, after));
    }
    note_finished(true);
}

void Controller::carry_out(const AbandonNote&) {
    if (model_.open) note_finished(true);
}

}  // namespace app
