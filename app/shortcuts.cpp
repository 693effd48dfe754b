#include "app/shortcuts.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <string_view>
#include <unordered_map>

namespace app {
namespace {

struct Request {
    const Model& model;
    UiState& ui;
    Actions& actions;

    const media::Player* player() const { return model.open ? model.open->player.get() : nullptr; }
    base::Time position() const { return player() ? player()->position() : base::Time{}; }
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

void to_end(Request& request) {
    if (request.player()) request.actions.push_back(SeekTo{request.player()->info().duration});
}

void select_all(Request& request) {
    SelectEvents all;
    for (const codes::Event& event : request.model.open->coding.events) all.events.push_back(event.id);
    request.actions.push_back(std::move(all));
}

// What lies on top goes first: a menu (which sees the key itself), the selection, a loop half marked, the newest
// message.
void clear(Request& request) {
    if (request.ui.code.transport_menu_is_open) return;
    if (!request.model.open->selected.empty())
        request.actions.push_back(SelectEvents{});
    else if (request.model.open->loop_from)
        request.actions.push_back(SetLoop{});
    else if (!request.model.messages.empty())
        request.actions.push_back(DismissMessage{});
}

void ask_for_details(Request& request) {
    const OpenConversationState& open = *request.model.open;
    request.ui.code.details_of = open.selected.size() == 1 ? open.selected.front() : open.last_event;
    request.ui.code.detail_row = 0;
}

void zoom(Request& request, double factor) {
    TimelineView& view = request.ui.code.timeline.view;
    view.zoom(factor, view.x_of(request.position()));
    view.follows = true;
}

void next_tab(Request& request) {
    LowerTab& tab = request.ui.code.tab;
    const bool has_turns = !request.model.open->turns.empty();
    if (tab == LowerTab::Timeline)
        tab = LowerTab::Events;
    else if (tab == LowerTab::Events && has_turns)
        tab = LowerTab::Transcript;
    else
        tab = tab == LowerTab::Talk ? LowerTab::Timeline : LowerTab::Talk;
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
        {"to_start", asks_for(SeekTo{{}})},
        {"to_end", to_end},
        {"note", asks_for(StartNote{})},
        {"attributes", ask_for_details},
        {"delete", asks_for(DeleteSelected{})},
        {"select_all", select_all},
        {"clear", clear},
        {"shift_earlier", asks_for(ShiftSelected{base::milliseconds(-100)})},
        {"shift_later", asks_for(ShiftSelected{base::milliseconds(100)})},
        {"zoom_in", [](Request& request) { zoom(request, 1.5); }},
        {"zoom_out", [](Request& request) { zoom(request, 1 / 1.5); }},
        {"zoom_fit", [](Request& request) { request.ui.code.timeline.view.fit(); }},
        {"next_tab", next_tab},
        {"find_turns", find_turns},
    };
    return handlers;
}

const std::unordered_map<std::string_view, Handler>& common_handlers() {
    static const std::unordered_map<std::string_view, Handler> handlers = {
        {"help", [](Request& request) { request.ui.shows_keys = !request.ui.shows_keys; }},
        {"library", asks_for(GoTo{Screen::Library})},
        {"code", asks_for(GoTo{Screen::Code})},
        {"report", asks_for(GoTo{Screen::Report})},
        {"settings", asks_for(GoTo{Screen::Settings})},
    };
    return handlers;
}

bool may_repeat(std::string_view name) {
    static constexpr std::string_view kNames[] = {
        "back",         "forward",        "back_5",        "forward_5",  "back_own", "forward_own", "previous_picture",
        "next_picture", "previous_event", "next_event",    "louder",     "softer",   "zoom_in",     "zoom_out",
        "undo",         "redo",           "shift_earlier", "shift_later"};
    return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

// Keys that no text field wants: a foot pedal goes on working while a note is typed.
bool types_nothing(SDL_Keycode key) {
    return (key >= SDLK_F1 && key <= SDLK_F12) || (key >= SDLK_F13 && key <= SDLK_F24) || key == SDLK_AUDIOPLAY ||
           key == SDLK_AUDIOSTOP;
}

void undo_or_redo(const Model& model, const std::string& name, Actions& actions) {
    if (model.screen == Screen::Settings) return;  // nothing there can be seen to change
    const bool undoes = name == "undo";
    if (model.screen == Screen::Library) {
        actions.push_back(StepConversations{undoes ? library::Direction::Undo : library::Direction::Redo});
    } else if (undoes) {
        actions.push_back(Undo{});
    } else {
        actions.push_back(Redo{});
    }
}

void carry_out(const std::string& name, Request& request) {
    if (name == "undo" || name == "redo") return undo_or_redo(request.model, name, request.actions);
    if (const auto common = common_handlers().find(name); common != common_handlers().end())
        return common->second(request);
    if (request.model.screen != Screen::Code || !request.model.open) return;
    if (const auto coding = coding_handlers().find(name); coding != coding_handlers().end()) coding->second(request);
}

void key_down(const KeyPress& press, const Keymap& keymap, Request& request) {
    const SDL_Keysym& key = press.event.keysym;
    const bool may_code = request.model.screen == Screen::Code && request.model.open;
    const std::string name = keymap.find(key);
    if (press.event.repeat != 0 && !may_repeat(name)) return;
    if (name.starts_with(kCodePrefix)) {
        if (!may_code) return;
        const std::string code = name.substr(kCodePrefix.size());
        request.ui.code.held[key.scancode] = code;
        request.actions.push_back(DropCode{code, press.at, false});
    } else if (!name.empty()) {
        carry_out(name, request);
    } else if (const std::string code = keymap.code_to_recode_to(key); may_code && !code.empty()) {
        request.actions.push_back(RecodeSelected{code});
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
    const bool elsewhere = is_typing || menu_listens || begins_note;
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
