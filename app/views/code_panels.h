// The panels of the Code screen. Each draws into the current Dear ImGui window and fills it.
#pragma once

#include "app/model.h"
#include "app/platform/key_press.h"
#include "app/platform/video_texture.h"
#include "app/views/code_screen_state.h"

#include <imgui.h>
#include <string>
#include <vector>

namespace app {

void draw_picture(const OpenConversationState& open, const VideoTexture* texture);
void draw_transport(const Model& model, CodeScreenState& state, Actions& actions);
void draw_pad(const Model& model, CodeScreenState& state, Actions& actions);
// Under the pad's rows; as high as the codebook's details ever need.
float last_code_height(const OpenConversationState& open, const Keymap& keymap, float width);
void draw_last_code(const Model& model, CodeScreenState& state, ImVec2 at, ImVec2 size, Actions& actions);
void draw_lower_panel(const Model& model, CodeScreenState& state, Actions& actions);  // its tabs
void draw_timeline(const Model& model, CodeScreenState& state, Actions& actions);
void draw_event_list(const Model& model, CodeScreenState& state, Actions& actions);
void draw_transcript(const Model& model, CodeScreenState& state, Actions& actions);
void draw_counts(const Model& model, CodeScreenState& state, Actions& actions);
// While the counts are shown: arrows choose a place where a rule changed one, Enter goes there. True: the key was
// theirs.
bool counts_take(const KeyPress& press, const OpenConversationState& open, CodeScreenState& state, Actions& actions);
void draw_came_next(const Model& model, CodeScreenState& state, Actions& actions);
void draw_clips(const Model& model, CodeScreenState& state, Actions& actions);
// While that is shown: arrows choose a clip, Enter plays it, digits say its kind. True: the key was theirs.
bool clips_take(const KeyPress& press, const Model& model, Actions& actions);
// What is typed about a clip and not kept yet is kept when another panel takes its place.
void keep_clip_words(const OpenConversationState& open, ClipsState& state, Actions& actions);
// While that is shown: arrows choose what is asked, Enter plays the moments. True: the key was theirs.
bool came_next_takes(const KeyPress& press, const Model& model, CodeScreenState& state, Actions& actions);
// Beside the list of events: no width where there is nothing to remark.
float remarks_width(const OpenConversationState& open, CodeScreenState& state);
void draw_remarks(const Model& model, CodeScreenState& state, Actions& actions);

// Codes that are dropped while words are selected are given the time of those words.
void code_selected_words(const OpenConversationState& open, CodeScreenState& state, Actions& actions);
void draw_ratings_panel(const Model& model, CodeScreenState& state, Actions& actions);
void draw_checklists_panel(const Model& model, CodeScreenState& state, Actions& actions);
// How the coach codes: the choice in the line of tabs, and a line of its own below it, where needed.
enum class StyleChoice { All, InHand };  // where there is little room: a press takes the next one
float style_choice_width(StyleChoice choice, CodingStyle in_hand = {});
void draw_style_choice(const Model& model, StyleChoice choice, const Keymap& keymap, Actions& actions);
float style_bar_height(const OpenConversationState& open);
void draw_style_bar(const Model& model, const Keymap& keymap, Actions& actions);
// A list of moments that is heard (app/played_list.h): a line that takes the place of the style's.
float played_list_height();
void draw_played_list(const Model& model, const Keymap& keymap, Actions& actions);
void draw_talk(const Model& model, CodeScreenState& state, Actions& actions);
// What can be done where nobody knows who speaks when: the button that listens, or how far it is.
void draw_turns_offer(const OpenConversationState& open, Actions& actions);

// Over the others, where needed.
void draw_note_editor(const Model& model, CodeScreenState& state, ImVec2 from, ImVec2 to, Actions& actions);
void draw_details(const Model& model, CodeScreenState& state, Actions& actions);
void draw_explanation(const Model& model, CodeScreenState& state, ImVec2 from, ImVec2 to);  // what a code means
void draw_event_menu(const Model& model, CodeScreenState& state, Actions& actions);
void draw_phase_menu(const Model& model, CodeScreenState& state, Actions& actions);
void draw_segment_menu(const Model& model, CodeScreenState& state, Actions& actions);

// Small things they share.
// What a code means, and what coders agreed on about it.
void draw_meaning(const OpenConversationState& open, const codes::Code& code);
void draw_definition(const OpenConversationState& open, const codes::Code& code, const std::string& cap);  // a tooltip
// Those tabs that this conversation and codebook have something for.
std::vector<LowerTab> lower_tabs(const OpenConversationState& open);
const codes::Rating* chosen_rating(const OpenConversationState& open, const CodeScreenState& state);
struct ChecklistRow {
    const codes::Checklist* checklist;
    const codes::ChecklistItem* item;
    std::string name() const { return checklist->key + "/" + item->key; }
};
std::vector<ChecklistRow> checklist_rows(const codes::Codebook& codebook);
const char* checklists_title(const codes::Codebook& codebook);
std::string words_of(const OpenConversationState& open, const codes::Utterance& utterance);  // of the transcript
std::string segment_text(const OpenConversationState& open);                                 // "04:10–24:10"
std::string label_of(const codes::Codebook& codebook, const std::string& code);
std::string short_label_of(const codes::Codebook& codebook, const std::string& code);
codes::Colour colour_of(const codes::Codebook& codebook, const std::string& code);
const char* side_name(codes::Side side);
bool is_selected(const OpenConversationState& open, const base::Id& event);
// What a click on an event does to the selection: alone, added or taken away (Ctrl), up to here (Shift).
std::vector<base::Id> clicked_selection(const OpenConversationState& open, const base::Id& event,
                                        const base::Id& last_clicked);
std::string details_text(const codes::Codebook& codebook, const codes::Event& event);  // "Strength +2"
// "+2: clearly for change" is "+2" where there is little room.
std::string short_value(const codes::Attribute& attribute, const std::string& value);
// What was said there, where a transcript knows; cut to what a line can hold.
std::string quote_of(const OpenConversationState& open, const codes::Event& event);
std::string quote_at(const OpenConversationState& open, base::Span span, talk::Role role);
// Before a list's table begins, so that it is drawn in its new place at once; and inside it.
void follow_row(FollowedList& list, std::ptrdiff_t row, float row_height);
void remember_scroll(FollowedList& list);
const KeptCounts& counts_of(const OpenConversationState& open, KeptCounts& kept);

}  // namespace app
