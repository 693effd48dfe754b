#include "app/shortcuts.h"

#include "app/agreement_keys.h"
#include "app/clip_keys.h"
#include "app/code_commands.h"
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
    if (screen == Screen::Review &&
        review_clips_carry_out(name, request.model, request.ui.review, request.ui.code, request.actions))
        return;
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
    const bool codes_answer = request.model.open && request.model.open->clips.answer;
    if (request.model.screen == Screen::Review &&
        (debrief_takes(press, request.model, request.ui.review, request.actions) ||
         review_clips_take(press, request.model, request.ui.review, request.actions)))
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
        if (may_code || codes_answer)
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
    const bool shows_clips = model.screen == Screen::Code || model.screen == Screen::Review;
    const bool begins_words = shows_clips && (ui.code.clips.wants_title || ui.code.clips.wants_comment ||
                                              (model.open && model.open->clips.types_answer()));
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
