// The few widgets that all screens share. Each notes where it was drawn, so that the window tests can press it.
// UI thread only; labels are shown texts, and "##id" may follow as in Dear ImGui.
#pragma once

#include "app/icons.h"

#include <imgui.h>
#include <string>
#include <vector>

namespace app::widgets {

enum class Enabled { Yes, No };

bool primary_button(const char* label, ImVec2 size = {0, 0}, Enabled enabled = Enabled::Yes);
bool secondary_button(const char* label, ImVec2 size = {0, 0}, Enabled enabled = Enabled::Yes);
bool danger_button(const char* label, ImVec2 size = {0, 0});
// No ground until pointed at; `name` is its tooltip and what tests press.
bool icon_button(const char* icon, const char* name, Enabled enabled = Enabled::Yes);
bool link_button(const char* label);
// One of several, as in the top bar and in settings.
bool choice(const char* label, bool chosen, ImVec2 size = {0, 0});

// A white card with a hairline; size as in BeginChild (0: what is left). Always call end_card.
bool begin_card(const char* id, ImVec2 size, ImGuiWindowFlags flags = 0);
void end_card();
void pill(const char* text, ImU32 text_colour, ImU32 ground);
void key_cap(const char* key);                                        // in the line of text
void draw_key_cap(ImDrawList& list, ImVec2 centre, const char* key);  // anywhere
float key_cap_width(const char* key);
void heading(const char* text);
void section(const char* text);  // smaller, muted
void hint(const char* text);     // muted, wrapped
// In the middle of what is left: an icon, a title, and how to begin.
void empty_state(const char* icon, const char* title, const char* text);

// Cut to `width` pixels with an ellipsis where needed.
std::string fitted(const std::string& text, float width);
// Text at a place, vertically in the middle of [y, y + height].
void text_in_middle(ImDrawList& list, ImFont* font, ImVec2 at, float height, ImU32 colour, const char* text);

// A question over everything: if (begin_modal("id", _("Title"))) { ...; end_modal(); }. open_modal once to show it.
void open_modal(const char* id);
bool begin_modal(const char* id, const char* title, float width_at_1 = 440);
void end_modal();
void close_modals();

// Fields with their name above, one size; true when changed.
bool text_field(const char* label, std::string& text, const char* hint_text = "", ImGuiInputTextFlags flags = 0);
bool text_area(const char* label, std::string& text, float height);
bool drop_down(const char* label, int& chosen, const std::vector<std::string>& choices);

// Where labels were drawn in this frame; cheap, kept always, read by the window tests.
struct Noted {
    std::string label;
    ImVec2 from, to;
};
void note_widget(const char* label, ImVec2 from, ImVec2 to);
void note_last_item(const char* label);
const std::vector<Noted>& noted_widgets();
void forget_noted_widgets();  // at the beginning of a frame

}  // namespace app::widgets
