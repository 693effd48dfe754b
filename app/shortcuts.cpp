#include "app/shortcuts.h"

#include "app/agreement_keys.h"
#include "app/clip_keys.h"
#include "app/panel_keys.h"
#include "app/review_keys.h"
#include "app/send_keys.h"
#include "app/transcript_keys.h"
#include "app/undo_keys.h"
#include "app/value_keys.h"
#include "app/views/agreement_panels.h"
#include "app/views/code_panels.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace app {
namespace {

struct Request {
    const Model& model;
    UiState& ui;
    Actions& actions;

    const media::Player* player() const { return model.open ? model.open->player.get() : nullptr; }
    media::Clock::time_point pressed = {};
    base::Time position() const { return model.open ? playhead(*model.open) : base::Time{}; }
};

using Handler = std::function<void(Request&)>;

template <class What>
Handler asks_for(What what) {
    return [what](Request& request) { request.actions.push_back(what); };
}

Handler seeks_by(base::Time by) {
    return asks_for(SeekBy{by});
}

void own_step(Request& request, int direction) {
    request.actions.push_back(SeekBy{{request.model.settings.own_step.microseconds * direction}});
}

void change_volume(Request& request, float by) {
    if (request.player()) request.actions.push_back(SetVolume{request.player()->volume() + by});
}

void loop_from_here(Request& request) {
    if (!request.player()) return;
    const base::Time here = request.position();
    const auto loop = request.player()->loop();
    const base::Time end = loop && loop->to > here ? loop->to : request.player()->info().duration;
    request.actions.push_back(SetLoop{base::Span{here, end}});
}

void loop_to_here(Request& request) {
    if (!request.player()) return;
    const base::Time here = request.position();
    const auto loop = request.player()->loop();
    const base::Time begin = request.model.open->loop_from.value_or(loop ? loop->from : base::Time{});
    request.actions.push_back(SetLoop{base::Span{std::min(begin, here), std::max(begin, here)}});
}

// Of the part that is coded.
base::Span coded_span(const Request& request) {
    return codes::coded_span(request.model.open->coding, duration_of(*request.model.open));
}

void select_all(Request& request) {
    SelectEvents all;
    for (const codes::Event& event : request.model.open->coding.events) all.events.push_back(event.id);
    request.actions.push_back(std::move(all));
}

// On the event in hand, else the first that is shown.
void put_away(Request& request) {
    const OpenConversationState& open = *request.model.open;
    KeptReading& reading = request.ui.code.reading;
    const codes::Event* event = event_in_hand(open);
    const Remark* remark = event ? reading.remark_on(open, event->id) : nullptr;
    const auto shown = reading.remarks_of(open);
    if (!remark && !shown.empty()) remark = shown.front();
    if (remark) reading.put_away(*remark);
}

void explain(Request& request, bool explains) {
    request.ui.code.explains = explains;
    request.ui.code.explained.clear();
}

bool parses(const Request& request) {
    return request.model.open->style.style == CodingStyle::Parse;
}

// What lies on top goes first: the meaning of a code, a menu (which sees the key itself), a played list, the selection,
// a loop half marked, the newest message.
void clear(Request& request) {
    if (request.ui.code.transport_menu_is_open) return;
    if (request.ui.code.explains) return explain(request, false);
    if (request.model.open->clips.comment_on)
        request.actions.push_back(AbandonComment{});
    else if (request.model.played)
        request.actions.push_back(CloseMoments{});
    else if (!request.model.open->selected.empty())
        request.actions.push_back(SelectEvents{});
    else if (request.model.open->style.utterance && parses(request))
        request.actions.push_back(HoldUtterance{});
    else if (request.model.open->loop_from)
        request.actions.push_back(SetLoop{});
    else if (!request.model.messages.empty())
        request.actions.push_back(DismissMessage{});
}

void let_moments_go_on(Request& request) {
    if (request.model.played) request.actions.push_back(LetMomentsGoOn{!request.model.played->goes_on});
}

void ask_for_details(Request& request) {
    const OpenConversationState& open = *request.model.open;
    request.ui.code.details_of = open.selected.size() == 1 ? open.selected.front() : open.last_event;
    request.ui.code.detail_row = 0;
}

void mark(Request& request, std::optional<codes::Side> speaker) {
    request.actions.push_back(MarkSpeaker{speaker, request.pressed});
}

// One style after the other.
void next_style(Request& request) {
    constexpr int kStyles = 3;
    const int now = static_cast<int>(request.model.open->style.style);
    request.actions.push_back(ChooseStyle{static_cast<CodingStyle>((now + 1) % kStyles)});
}

// Selected codes go first; while parsing, else the utterance in hand.
void delete_what_is_meant(Request& request) {
    if (request.model.open->selected.empty() && parses(request) && request.model.open->style.utterance)
        request.actions.push_back(DeleteUtterance{});
    else
        request.actions.push_back(DeleteSelected{});
}

void tie_evidence(Request& request) {
    const codes::Rating* rating = chosen_rating(*request.model.open, request.ui.code);
    if (rating) request.actions.push_back(TieEvidence{rating->key});
}

void play_evidence(Request& request) {
    const codes::Rating* rating = chosen_rating(*request.model.open, request.ui.code);
    if (rating) request.actions.push_back(PlayEvidence{rating->key});
}

// The same key goes there and back.
Handler turns_to(LowerTab tab) {
    return [tab](Request& request) {
        LowerTab& shown = request.ui.code.tab;
        shown = shown == tab ? LowerTab::Timeline : tab;
    };
}

void ask_for_phase(Request& request) {
    if (!request.model.open->codebook.phases.empty()) request.ui.code.phase_menu.from = request.position();
}

void zoom(Request& request, double factor) {
    TimelineView& view = request.ui.code.timeline.view;
    view.zoom(factor, view.x_of(request.position()));
    view.follows = true;
}

void next_tab(Request& request) {
    const std::vector<LowerTab> tabs = lower_tabs(*request.model.open);
    const auto now = std::find(tabs.begin(), tabs.end(), request.ui.code.tab);
    const bool is_last = now == tabs.end() || std::next(now) == tabs.end();
    request.ui.code.tab = is_last ? LowerTab::Timeline : *std::next(now);
}

void find_turns(Request& request) {
    request.ui.code.tab = LowerTab::Talk;
    request.actions.push_back(FindTurnsBySpeech{request.model.open->conversation.id});
}

// What works with an open conversation, on the Code screen.
const std::unordered_map<std::string_view, Handler>& coding_handlers() {
    static const std::unordered_map<std::string_view, Handler> handlers = {
        {"play_pause", asks_for(PlayPause{})},
        {"play", asks_for(Play{})},
        {"pause", asks_for(Pause{})},
        {"slower", asks_for(ChangeSpeed{-1})},
        {"faster", asks_for(ChangeSpeed{1})},
        {"normal_speed", asks_for(ChangeSpeed{0})},
        {"replay", asks_for(ReplayLast{})},
        {"loop", asks_for(ToggleLoop{})},
        {"loop_from", loop_from_here},
        {"loop_to", loop_to_here},
        {"next_moment", asks_for(StepMoments{+1})},
        {"previous_moment", asks_for(StepMoments{-1})},
        {"moment_again", asks_for(StepMoments{0})},
        {"moments_go_on", let_moments_go_on},
        {"louder", [](Request& request) { change_volume(request, 0.1F); }},
        {"softer", [](Request& request) { change_volume(request, -0.1F); }},
        {"back", seeks_by(base::seconds(-1))},
        {"forward", seeks_by(base::seconds(1))},
        {"back_5", seeks_by(base::seconds(-5))},
        {"forward_5", seeks_by(base::seconds(5))},
        {"back_own", [](Request& request) { own_step(request, -1); }},
        {"forward_own", [](Request& request) { own_step(request, 1); }},
        {"previous_event", asks_for(JumpToEvent{-1})},
        {"next_event", asks_for(JumpToEvent{1})},
        {"previous_picture", asks_for(StepPictures{-1})},
        {"next_picture", asks_for(StepPictures{1})},
        {"to_start", [](Request& request) { request.actions.push_back(SeekTo{coded_span(request).from}); }},
        {"to_end", [](Request& request) { request.actions.push_back(SeekTo{coded_span(request).to}); }},
        {"note", asks_for(StartNote{})},
        {"attributes", ask_for_details},
        {"value", [](Request& request) { request.ui.code.value_comes = true; }},
        {"previous_attribute", asks_for(ChooseAttribute{-1})},
        {"next_attribute", asks_for(ChooseAttribute{1})},
        {"put_away", put_away},
        {"explain", [](Request& request) { explain(request, !request.ui.code.explains); }},
        {"delete", delete_what_is_meant},
        {"select_all", select_all},
        {"clear", clear},
        {"shift_earlier", asks_for(ShiftSelected{base::milliseconds(-100)})},
        {"shift_later", asks_for(ShiftSelected{base::milliseconds(100)})},
        {"phase", ask_for_phase},
        {"ratings", turns_to(LowerTab::Ratings)},
        {"checklists", turns_to(LowerTab::Checklists)},
        {"came_next", turns_to(LowerTab::CameNext)},
        {"tie_evidence", tie_evidence},
        {"play_evidence", play_evidence},
        {"segment", [](Request& request) { request.ui.code.segment_menu.is_asked = true; }},
        {"style", next_style},
        {"utterance_professional", [](Request& request) { mark(request, codes::Side::Professional); }},
        {"utterance_client", [](Request& request) { mark(request, codes::Side::Client); }},
        {"utterance_end", [](Request& request) { mark(request, std::nullopt); }},
        {"take_turns", asks_for(TakeOverTurns{})},
        {"next_utterance", asks_for(StepUtterances{+1})},
        {"previous_utterance", asks_for(StepUtterances{-1})},
        {"next_uncoded", asks_for(StepUtterances{+1, true})},
        {"previous_uncoded", asks_for(StepUtterances{-1, true})},
        {"uncode", asks_for(Uncode{})},
        {"uncode_rewind", asks_for(Uncode{true})},
        {"join_utterances", asks_for(JoinUtterances{})},
        {"swap_utterance", asks_for(SwapSpeaker{})},
        {"begin_earlier", asks_for(ShiftEdge{true, base::milliseconds(-100)})},
        {"begin_later", asks_for(ShiftEdge{true, base::milliseconds(100)})},
        {"end_earlier", asks_for(ShiftEdge{false, base::milliseconds(-100)})},
        {"end_later", asks_for(ShiftEdge{false, base::milliseconds(100)})},
        {"zoom_in", [](Request& request) { zoom(request, 1.5); }},
        {"zoom_out", [](Request& request) { zoom(request, 1 / 1.5); }},
        {"zoom_fit", [](Request& request) { request.ui.code.timeline.view.fit(); }},
        {"next_tab", next_tab},
        {"find_turns", find_turns},
    };
    return handlers;
}

// How much the coach coded is a part of the coach's view.
bool shows_codings(const Model& model) {
    return model.open && model.screen != Screen::Review;
}

const std::unordered_map<std::string_view, Handler>& common_handlers() {
    static const std::unordered_map<std::string_view, Handler> handlers = {
        {"help", [](Request& request) { request.ui.shows_keys = !request.ui.shows_keys; }},
        {"codings", [](Request& request) { request.ui.codings.are_shown = shows_codings(request.model); }},
        {"send",
         [](Request& request) { request.actions.push_back(send_what_is_looked_at(request.model, request.ui)); }},
        {"open_package", asks_for(OpenPackage{})},
        {"library", asks_for(GoTo{Screen::Library})},
        {"code", asks_for(GoTo{Screen::Code})},
        {"review", asks_for(GoTo{Screen::Review})},
        {"report", asks_for(GoTo{Screen::Report})},
        {"agreement", asks_for(GoTo{Screen::Agreement})},
        {"team", asks_for(GoTo{Screen::Team})},
        {"codebooks", asks_for(GoTo{Screen::Codebooks})},
        {"settings", asks_for(GoTo{Screen::Settings})},
    };
    return handlers;
}

bool may_repeat(std::string_view name) {
    static constexpr std::string_view kNames[] = {
        "back",          "forward",          "back_5",       "forward_5",      "back_own",
        "forward_own",   "previous_picture", "next_picture", "previous_event", "next_event",
        "louder",        "softer",           "zoom_in",      "zoom_out",       "undo",
        "redo",          "shift_earlier",    "shift_later",  "next_utterance", "previous_utterance",
        "begin_earlier", "begin_later",      "end_earlier",  "end_later"};
    return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

// Keys that no text field wants: a foot pedal goes on working while a note is typed.
bool types_nothing(SDL_Keycode key) {
    return (key >= SDLK_F1 && key <= SDLK_F12) || (key >= SDLK_F13 && key <= SDLK_F24) || key == SDLK_AUDIOPLAY ||
           key == SDLK_AUDIOSTOP;
}

void carry_out(const std::string& name, Request& request) {
    if (name == "undo") return undo_or_redo(request.model, library::Direction::Undo, request.actions);
    if (name == "redo") return undo_or_redo(request.model, library::Direction::Redo, request.actions);
    if (const auto common = common_handlers().find(name); common != common_handlers().end())
        return common->second(request);
    const Screen screen = request.model.screen;
    if (screen == Screen::Review && review_carries_out(name, request.pressed, request.model, request.actions)) return;
    if (screen == Screen::Agreement && !agreement_leaves(name, request.model, request.ui.agreement, request.actions))
        return;
    if (!shows_recording(screen) || !request.model.open) return;
    if (screen == Screen::Review && !works_on_review(name, request.ui.review.fields_have_keys)) return;
    if (screen == Screen::Code && clip_carries_out(name, request.model, request.ui.code, request.actions)) return;
    if (const auto coding = coding_handlers().find(name); coding != coding_handlers().end()) coding->second(request);
}

// A code's key codes, unless it was said beforehand that a value comes; and where it is none, it codes all the same.
void code_key_down(const KeyPress& press, const std::string& code, std::optional<ValueKey> value, Request& request) {
    CodeScreenState& state = request.ui.code;
    const DropCode drop{code, press.at, false};
    if (state.explains) {
        state.explained = code;
    } else if (value) {
        request.actions.push_back(PressValueKey{*value, drop});
    } else {
        state.held[press.event.keysym.scancode] = code;
        request.actions.push_back(drop);
    }
}

void key_down(const KeyPress& press, const Keymap& keymap, Request& request) {
    const SDL_Keysym& key = press.event.keysym;
    request.pressed = press.at;
    const bool may_code = request.model.screen == Screen::Code && request.model.open;
    if (request.model.screen == Screen::Review &&
        debrief_takes(press, request.model, request.ui.review, request.actions))
        return;
    const bool is_agreement = request.model.screen == Screen::Agreement && request.model.open;
    if (is_agreement && agreement_takes(press, request.model, request.ui.agreement, request.actions)) return;
    if (may_code && counts_take(press, *request.model.open, request.ui.code, request.actions)) return;
    if (may_code && panel_takes(press, request.model, request.ui.code, request.actions)) return;
    if (transcript_takes(key, request.model, request.ui.code, request.actions)) return;
    const std::string name = keymap.find(key);
    if (press.event.repeat != 0 && !may_repeat(name)) return;
    if (meanings(key).empty()) return;  // Shift, on its way to the next key
    const std::optional<ValueKey> value = may_code ? value_key(meanings(key)) : std::nullopt;
    const bool value_comes = std::exchange(request.ui.code.value_comes, false);
    if (name.starts_with(kCodePrefix)) {
        if (may_code)
            code_key_down(press, name.substr(kCodePrefix.size()), value_comes ? value : std::nullopt, request);
    } else if (!name.empty()) {
        if (!transcript_carries_out(name, press.at, request.model, request.ui.code, request.actions))
            carry_out(name, request);
    } else if (const std::string code = keymap.code_to_recode_to(key); may_code && !code.empty()) {
        request.actions.push_back(RecodeSelected{code});
    } else if (value) {
        request.actions.push_back(PressValueKey{*value, {}});
    }
}

void key_up(const KeyPress& press, Request& request) {
    const auto held = request.ui.code.held.find(press.event.keysym.scancode);
    if (held == request.ui.code.held.end()) return;
    if (request.model.open) request.actions.push_back(DropCode{held->second, press.at, true});
    request.ui.code.held.erase(held);
}

}  // namespace

Actions pressed_shortcuts(const Model& model, UiState& ui, const std::vector<KeyPress>& pressed, bool is_typing) {
    Actions actions;
    if (pressed.empty()) return actions;
    const Keymap& keymap = ui.code.keymap.of(model.open ? &model.open->codebook : nullptr, model.settings);
    Request request{model, ui, actions};
    const bool menu_listens = model.screen == Screen::Code && ui.code.has_popup;
    // A note that was just begun has the keyboard even before its field does: a letter of it must not become a code.
    const bool begins_note = model.screen == Screen::Code && model.open && model.open->note_on;
    const bool begins_words =
        model.screen == Screen::Code && (ui.code.clips.wants_title || ui.code.clips.wants_comment);
    const bool elsewhere = is_typing || menu_listens || begins_note || begins_words;
    if (!ui.settings.keys.waits_for.empty()) return actions;  // the next key is to be learnt, not obeyed
    for (const KeyPress& press : pressed) {
        if (press.event.type == SDL_KEYUP) {
            key_up(press, request);
        } else if (ui.shows_keys) {
            const std::string name = keymap.find(press.event.keysym);
            if (name == "help" || name == "clear") ui.shows_keys = false;
        } else if (!elsewhere || types_nothing(press.event.keysym.sym)) {
            key_down(press, keymap, request);
        }
    }
    return actions;
}

}  // namespace app
