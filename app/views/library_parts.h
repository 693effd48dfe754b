// The parts of the Library screen.
#pragma once

#include "app/views/views.h"

#include <string>

namespace app {

std::string kind_text(library::Kind kind);
// "2026-11-12" or with a time, as the date of a conversation is kept.
bool is_date(const std::string& text);

// Cards that match every word of the search, sorted.
void update_shown(const Model& model, LibraryState& state);
const ConversationCard* selected_card(const Model& model, const LibraryState& state);
void select_card(const Model& model, LibraryState& state, const base::Id& conversation, Actions& actions);
// Whether what the panel edits is the same in both.
bool has_same_words(const library::Conversation& a, const library::Conversation& b);
// What is typed in the panel goes to the library, if it differs.
void keep_draft(const Model& model, LibraryState& state, Actions& actions);

// The words that are searched for are looked up in all transcripts too.
void ask_for_transcripts(LibraryState& state, Actions& actions);
// The first place in this conversation's transcript that has them; null when there is none.
const library::SearchHit* first_hit(const Model& model, const base::Id& conversation);
OpenAt open_at(const library::SearchHit& hit);
void draw_transcript_hits(const Model& model, const base::Id& conversation, Actions& actions);

void draw_conversation_list(const Model& model, LibraryState& state, const Thumbnails& thumbnails, Actions& actions);
void draw_conversation_panel(const Model& model, LibraryState& state, const ConversationCard& card, Actions& actions);
void draw_transcript_part(const Model& model, const ConversationCard& card, Actions& actions);

}  // namespace app
