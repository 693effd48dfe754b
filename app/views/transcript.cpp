// The transcript: who said what, follows playback; words of it can be coded, searched and corrected.
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/views/transcript_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>

namespace app {

namespace {

// It was opened at a place where words were found: the same words are searched for here.
void show_found(const OpenConversationState& open, TranscriptState& state) {
    state.search.text = open.found;
    state.question.is_postponed = true;
    const std::ptrdiff_t here = talk::turn_begun_by(open.turns, open.found_at);
    if (here < 0) return;
    state.put_cursor(static_cast<std::size_t>(here));
    state.shows_cursor = true;
    const std::vector<SearchHit>& hits = hits_of(open, state);
    const auto hit =
        std::find_if(hits.begin(), hits.end(), [&](const SearchHit& each) { return each.turn == *state.cursor; });
    state.search.current = static_cast<std::size_t>(hit - hits.begin());
    if (hit != hits.end()) state.words = SelectedWords{hit->first, hit->last};
}

}  // namespace

void refresh_transcript(const OpenConversationState& open, CodeScreenState& screen) {
    TranscriptState& state = screen.transcript;
    if (state.conversation != open.conversation.id) {
        state = {};
        state.conversation = open.conversation.id;
    }
    if (state.seen_finding != open.found_serial) {
        state.seen_finding = open.found_serial;
        show_found(open, state);
        screen.tab = LowerTab::Transcript;
    }
    const std::size_t count = open.turns.size();
    if (state.cursor && *state.cursor >= count) state.cursor.reset();
    state.range_from = std::min(state.range_from, count == 0 ? 0 : count - 1);
    if (!state.cursor) state.words.reset();
    // Whoever begins to listen codes what is heard, not what was selected before.
    const bool plays = open.player && open.player->is_playing();
    if (plays && !state.was_playing) state.words.reset();
    state.was_playing = plays;
    if (state.words && state.words->last() >= talk::words_of(open.turns[*state.cursor].text).size())
        state.words.reset();
    if (state.correcting.turn && *state.correcting.turn >= count) state.correcting = {};
    if (count == 0) state.has_keys = false;
}

const std::vector<SearchHit>& hits_of(const OpenConversationState& open, TranscriptState& state) {
    return state.search.turns.hits(open.turns, open.turns_serial, state.search.text);
}

std::optional<base::Span> time_of_selected_words(const OpenConversationState& open, const TranscriptState& state) {
    if (!state.words || !state.cursor || *state.cursor >= open.turns.size()) return {};
    const talk::Turn& turn = open.turns[*state.cursor];
    const std::vector<talk::Word> words = talk::words_of(turn.text);
    if (state.words->last() >= words.size()) return {};
    return talk::time_of(turn, {words[state.words->first()].from, words[state.words->last()].to});
}

void step_hit(const OpenConversationState& open, TranscriptState& state, int direction) {
    const std::vector<SearchHit>& hits = hits_of(open, state);
    if (hits.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(hits.size());
    const auto next = (static_cast<std::ptrdiff_t>(state.search.current) + direction + count) % count;
    state.search.current = static_cast<std::size_t>(next);
    const SearchHit& hit = hits[state.search.current];
    state.put_cursor(hit.turn);
    state.words = SelectedWords{hit.first, hit.last};
    state.follows = false;
    state.shows_cursor = true;
}

void begin_correcting(const OpenConversationState& open, TranscriptState& state) {
    if (!state.cursor) state.put_cursor(turn_at_playhead(open));
    state.correcting = {state.cursor, open.turns[*state.cursor].text, true};
    state.shows_cursor = true;
}

std::size_t turn_at_playhead(const OpenConversationState& open) {
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, talk::turn_begun_by(open.turns, playhead(open))));
}

const char* role_name(talk::Role role) {
    if (role == talk::Role::Professional) return _("Professional");
    if (role == talk::Role::Client) return _("Client");
    return _("Other");
}

// A code that is dropped while words are selected belongs to those words, whether its key or its button was pressed.
void code_selected_words(const OpenConversationState& open, CodeScreenState& state, Actions& actions) {
    if (state.tab != LowerTab::Transcript) return;
    const auto words = time_of_selected_words(open, state.transcript);
    if (!words) return;
    for (Action& action : actions) {
        DropCode* drop = action.as<DropCode>();
        if (drop == nullptr || drop->is_release) continue;
        drop->words = words;
        state.transcript.words.reset();
    }
}

void draw_transcript(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    TranscriptState& transcript = state.transcript;
    if (open.turns.empty()) {
        draw_no_transcript(model, state, actions);
    } else if (asks_who_speaks(open, transcript)) {
        draw_speakers_question(open, transcript, actions);
    } else {
        draw_transcript_tools(model, state);
        const float editor =
            transcript.correcting.turn ? ImGui::GetTextLineHeight() * 4 + theme::grid(6) : theme::grid(0.5F);
        draw_turn_rows(open, transcript, ImGui::GetContentRegionAvail().y - editor, actions);
        draw_turn_editor(open, transcript, actions);
        draw_turn_menu(model, state, actions);
    }
}

}  // namespace app
