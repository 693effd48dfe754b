// The few widgets that all screens share. Each notes where it was drawn, so that the window tests can press it.
// UI thread only; labels are shown texts, and "##id" may follow as in Dear ImGui.
#pragma once

#include <imgui.h>
#include <string>
#include <vector>

namespace app::widgets {

// Icons of Font Awesome 4.7, merged into every font.
namespace icon {
inline constexpr const char* kPlay = "\xef\x81\x8b";
inline constexpr const char* kPause = "\xef\x81\x8c";
inline constexpr const char* kSearch = "\xef\x80\x82";
inline constexpr const char* kCheck = "\xef\x80\x8c";
inline constexpr const char* kClose = "\xef\x80\x8d";
inline constexpr const char* kGear = "\xef\x80\x93";
inline constexpr const char* kTrash = "\xef\x80\x94";
inline constexpr const char* kFile = "\xef\x80\x96";
inline constexpr const char* kFilm = "\xef\x80\x88";
inline constexpr const char* kFolder = "\xef\x81\xbb";
inline constexpr const char* kFolderOpen = "\xef\x81\xbc";
inline constexpr const char* kHome = "\xef\x80\x95";
inline constexpr const char* kWarning = "\xef\x81\xb1";
inline constexpr const char* kInfo = "\xef\x81\x9a";
inline constexpr const char* kPlus = "\xef\x81\xa7";
inline constexpr const char* kMinus = "\xef\x81\xa8";
inline constexpr const char* kUndo = "\xef\x83\xa2";
inline constexpr const char* kRepeat = "\xef\x80\x9e";
inline constexpr const char* kPencil = "\xef\x81\x80";
inline constexpr const char* kVolume = "\xef\x80\xa8";
inline constexpr const char* kMute = "\xef\x80\xa6";
inline constexpr const char* kMicrophone = "\xef\x84\xb0";
inline constexpr const char* kUser = "\xef\x80\x87";
inline constexpr const char* kDownload = "\xef\x80\x99";
inline constexpr const char* kChevronDown = "\xef\x81\xb8";
inline constexpr const char* kArrowUp = "\xef\x81\xa2";
inline constexpr const char* kComment = "\xef\x81\xb5";
inline constexpr const char* kClock = "\xef\x80\x97";
inline constexpr const char* kKeyboard = "\xef\x84\x9c";
}  // namespace icon

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
