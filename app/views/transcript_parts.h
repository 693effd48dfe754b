// The parts of the transcript tab.
#pragma once

#include "app/model.h"
#include "app/views/code_screen_state.h"
#include "app/word_layout.h"

#include <imgui.h>
#include <string>

namespace app {

// Another conversation begins anew; what no longer exists is no longer pointed at.
void refresh_transcript(const OpenConversationState& open, CodeScreenState& screen);
// True while the question who of the speakers is who waits for its answer.
bool asks_who_speaks(const OpenConversationState& open, TranscriptState& state);
// With two speakers, an answer for one is an answer for both.
void answer(SpeakersQuestion& question, std::size_t row, talk::Role role);
void step_answer(SpeakersQuestion& question, int direction);
void finish_question(const OpenConversationState& open, TranscriptState& state, Actions& actions);
const std::vector<SearchHit>& hits_of(const OpenConversationState& open, TranscriptState& state);
// The words that a code would be dropped on, as a stretch of the recording; nothing when none are selected.
std::optional<base::Span> time_of_selected_words(const OpenConversationState& open, const TranscriptState& state);
// To the next hit, or the one before: its words are selected.
void step_hit(const OpenConversationState& open, TranscriptState& state, int direction);
void begin_correcting(const OpenConversationState& open, TranscriptState& state);
std::size_t turn_at_playhead(const OpenConversationState& open);  // the first one before it has begun
const char* role_name(talk::Role role);

SplitTurn split_at_cursor(const OpenConversationState& open, const TranscriptState& state);

void draw_transcript_tools(const Model& model, CodeScreenState& state);  // above the turns
void draw_no_transcript(const Model& model, CodeScreenState& state, Actions& actions);
void draw_speakers_question(const OpenConversationState& open, TranscriptState& state, Actions& actions);
void draw_turn_rows(const OpenConversationState& open, TranscriptState& state, float height, Actions& actions);
void draw_turn_editor(const OpenConversationState& open, TranscriptState& state, Actions& actions);
void draw_turn_menu(const Model& model, CodeScreenState& state, Actions& actions);

// One turn, in the space of its row.
struct TurnRow {
    std::size_t number;
    ImVec2 from, to;
    float text_left;  // of the room for its words
    bool is_current;
};
void draw_turn(const OpenConversationState& open, const TurnRow& row, TranscriptState& state, Actions& actions);
float turn_text_left();
LaidText lay_out_turn(const talk::Turn& turn, float width);

}  // namespace app
