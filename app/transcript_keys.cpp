#include "app/transcript_keys.h"

#include "app/views/code_panels.h"
#include "app/views/transcript_parts.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

namespace app {
namespace {

constexpr std::ptrdiff_t kPage = 8;

struct Hand {
    const OpenConversationState& open;
    CodeScreenState& screen;
    TranscriptState& state;
    Actions& actions;
};

void place_cursor(Hand& hand) {
    if (!hand.state.cursor) hand.state.put_cursor(turn_at_playhead(hand.open));
}

// The first press shows where one is.
void walk_turns(Hand& hand, std::ptrdiff_t by, bool extends) {
    TranscriptState& state = hand.state;
    const bool was_there = state.has_keys && state.cursor;
    state.has_keys = state.shows_cursor = true;
    state.follows = false;
    if (!was_there) return state.put_cursor(turn_at_playhead(hand.open));
    const auto last = static_cast<std::ptrdiff_t>(hand.open.turns.size()) - 1;
    const auto to =
        static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(*state.cursor) + by, 0, last));
    if (extends) {
        state.cursor = to;
        state.words.reset();
    } else {
        state.put_cursor(to);
    }
}

void walk_words(Hand& hand, std::ptrdiff_t by, bool extends) {
    TranscriptState& state = hand.state;
    place_cursor(hand);
    const auto count = static_cast<std::ptrdiff_t>(talk::words_of(hand.open.turns[*state.cursor].text).size());
    if (count == 0) return;
    state.range_from = *state.cursor;
    state.shows_cursor = true;
    if (!state.words) {
        const std::size_t edge = by > 0 ? 0 : static_cast<std::size_t>(count) - 1;
        state.words = SelectedWords{edge, edge};
        return;
    }
    const auto to = static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(state.words->head) + by, 0, count - 1));
    state.words->head = to;
    if (!extends) state.words->anchor = to;
}

void go_there(Hand& hand) {
    if (!hand.state.cursor) return;
    const auto words = time_of_selected_words(hand.open, hand.state);
    hand.actions.push_back(SeekTo{words ? words->from : hand.open.turns[*hand.state.cursor].span.from});
    hand.state.follows = true;
}

void let_go(Hand& hand) {
    if (hand.state.words)
        hand.state.words.reset();
    else
        hand.state.has_keys = false;
}

// Where utterances are stepped through with the same keys, a press of the pointer gives the transcript the keyboard.
bool may_begin(const Hand& hand, const SDL_Keysym& key) {
    return (key.sym == SDLK_UP || key.sym == SDLK_DOWN) && hand.open.coding.utterances.empty();
}

bool takes_arrow(Hand& hand, const SDL_Keysym& key) {
    const bool extends = (key.mod & KMOD_SHIFT) != 0;
    if (!hand.state.has_keys && !may_begin(hand, key)) return false;
    switch (key.sym) {
        case SDLK_UP:
            walk_turns(hand, -1, extends);
            return true;
        case SDLK_DOWN:
            walk_turns(hand, 1, extends);
            return true;
        case SDLK_PAGEUP:
            walk_turns(hand, -kPage, extends);
            return true;
        case SDLK_PAGEDOWN:
            walk_turns(hand, kPage, extends);
            return true;
        case SDLK_LEFT:
            walk_words(hand, -1, extends);
            return true;
        case SDLK_RIGHT:
            walk_words(hand, 1, extends);
            return true;
        default:
            return false;
    }
}

bool answers_question(Hand& hand, const SDL_Keysym& key) {
    SpeakersQuestion& question = hand.state.question;
    const std::size_t last = question.speakers.empty() ? 0 : question.speakers.size() - 1;
    const bool began = !hand.state.has_keys;
    switch (key.sym) {
        case SDLK_UP:
            if (!began && question.row > 0) --question.row;
            break;
        case SDLK_DOWN:
            if (!began) question.row = std::min(question.row + 1, last);
            break;
        case SDLK_LEFT:
        case SDLK_RIGHT:
            if (began) return false;
            step_answer(question, key.sym == SDLK_LEFT ? -1 : 1);
            break;
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
            if (began) return false;
            finish_question(hand.open, hand.state, hand.actions);
            break;
        default:
            return false;
    }
    hand.state.has_keys = true;
    return true;
}

using HandHandler = std::function<void(Hand&)>;

const std::unordered_map<std::string_view, HandHandler>& handlers() {
    static const std::unordered_map<std::string_view, HandHandler> handlers = {
        {"find",
         [](Hand& hand) {
             hand.screen.tab = LowerTab::Transcript;
             hand.state.search.takes_focus = true;
         }},
        {"find_next", [](Hand& hand) { step_hit(hand.open, hand.state, 1); }},
        {"find_previous", [](Hand& hand) { step_hit(hand.open, hand.state, -1); }},
        {"follow",
         [](Hand& hand) {
             hand.state.follows = true;
             hand.state.scrolled_to = -1;
         }},
        {"correct_turn", [](Hand& hand) { begin_correcting(hand.open, hand.state); }},
        {"split_turn",
         [](Hand& hand) {
             place_cursor(hand);
             hand.actions.push_back(split_at_cursor(hand.open, hand.state));
         }},
        {"join_turns",
         [](Hand& hand) {
             place_cursor(hand);
             hand.actions.push_back(JoinTurns{*hand.state.cursor});
         }},
        {"swap_speaker",
         [](Hand& hand) {
             place_cursor(hand);
             hand.actions.push_back(SwapSpeakers{hand.state.range()});
         }},
        {"swap_all", [](Hand& hand) { hand.actions.push_back(SwapRoles{}); }},
    };
    return handlers;
}

// Whose turn a command marks; the inner value is empty for nobody's.
std::optional<std::optional<talk::Role>> marked_role(const std::string& command) {
    if (command == "mark_professional") return talk::Role::Professional;
    if (command == "mark_client") return talk::Role::Client;
    if (command == "mark_nobody") return std::optional<talk::Role>();
    return {};
}

bool is_shown(const CodeScreenState& screen, const OpenConversationState& open) {
    return screen.tab == LowerTab::Transcript && !open.turns.empty();
}

}  // namespace

bool transcript_takes(const SDL_Keysym& key, const Model& model, CodeScreenState& state, Actions& actions) {
    if (model.screen != Screen::Code || !model.open || !is_shown(state, *model.open)) return false;
    if ((key.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0) return false;
    Hand hand{*model.open, state, state.transcript, actions};
    refresh_transcript(hand.open, hand.screen);
    if (asks_who_speaks(hand.open, hand.state) && answers_question(hand, key)) return true;
    if (takes_arrow(hand, key)) return true;
    if (!hand.state.has_keys) return false;
    switch (key.sym) {
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
            go_there(hand);
            return true;
        case SDLK_ESCAPE:
            let_go(hand);
            return true;
        case SDLK_DELETE:
            if (hand.state.cursor) actions.push_back(RemoveTurns{hand.state.range()});
            return true;
        default:
            return false;
    }
}

bool transcript_carries_out(const std::string& command, media::Clock::time_point pressed, const Model& model,
                            CodeScreenState& state, Actions& actions) {
    if (const auto role = marked_role(command)) {
        if (model.screen == Screen::Code && model.open) actions.push_back(MarkTurn{*role, pressed});
        return true;
    }
    const auto handler = handlers().find(command);
    if (handler == handlers().end()) return false;
    if (model.screen != Screen::Code || !model.open || model.open->turns.empty()) return true;
    Hand hand{*model.open, state, state.transcript, actions};
    refresh_transcript(hand.open, hand.screen);
    handler->second(hand);
    return true;
}

}  // namespace app
