// The panels of the Code screen. Each draws into the current Dear ImGui window and fills it.
#pragma once

#include "app/model.h"
#include "app/platform/video_texture.h"
#include "app/views/code_screen_state.h"

#include <imgui.h>
#include <string>

namespace app {

void draw_picture(const OpenConversationState& open, const VideoTexture* texture);
void draw_transport(const Model& model, CodeScreenState& state, Actions& actions);
void draw_pad(const Model& model, CodeScreenState& state, Actions& actions);
void draw_lower_panel(const Model& model, CodeScreenState& state, Actions& actions);  // its tabs
void draw_timeline(const Model& model, CodeScreenState& state, Actions& actions);
void draw_event_list(const Model& model, CodeScreenState& state, Actions& actions);
void draw_transcript(const Model& model, CodeScreenState& state, Actions& actions);
void draw_talk(const Model& model, CodeScreenState& state, Actions& actions);
// What can be done where nobody knows who speaks when: the button that listens, or how far it is.
void draw_turns_offer(const OpenConversationState& open, Actions& actions);

// Over the others, where needed.
void draw_note_editor(const Model& model, CodeScreenState& state, ImVec2 from, ImVec2 to, Actions& actions);
void draw_details(const Model& model, CodeScreenState& state, Actions& actions);
void draw_event_menu(const Model& model, CodeScreenState& state, Actions& actions);

// Small things they share.
base::Time playhead(const OpenConversationState& open);
base::Time duration_of(const OpenConversationState& open);
std::string label_of(const codes::Codebook& codebook, const std::string& code);
std::string short_label_of(const codes::Codebook& codebook, const std::string& code);
codes::Colour colour_of(const codes::Codebook& codebook, const std::string& code);
const char* side_name(codes::Side side);
bool is_selected(const OpenConversationState& open, const base::Id& event);
// What a click on an event does to the selection: alone, added or taken away (Ctrl), up to here (Shift).
std::vector<base::Id> clicked_selection(const OpenConversationState& open, const base::Id& event,
                                        const base::Id& last_clicked);
std::string details_text(const codes::Codebook& codebook, const codes::Event& event);  // "Strength +2"
// Before a list's table begins, so that it is drawn in its new place at once; and inside it.
void follow_row(FollowedList& list, std::ptrdiff_t row, float row_height);
void remember_scroll(FollowedList& list);
const KeptCounts& counts_of(const OpenConversationState& open, KeptCounts& kept);

}  // namespace app
