// Typing a note: playback stands still, Enter saves and plays on, Escape leaves the note as it was.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "app/wrapped_text.h"
#include "base/i18n.h"

#include <algorithm>

namespace app {
namespace {

// Dear ImGui's own key for a new line is Ctrl+Enter; ours is Shift+Enter as well.
bool note_field(NoteState& note, ImVec2 size) {
    ImGuiIO& io = ImGui::GetIO();
    const int enter = ImGui::GetKeyIndex(ImGuiKey_Enter);
    const bool had_ctrl = io.KeyCtrl;
    const ImGuiKeyModFlags had_modifiers = io.KeyMods;
    const float held = io.KeysDownDuration[enter];
    const bool breaks_line =
        io.KeyShift && (ImGui::IsKeyPressed(enter) || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter)));
    if (breaks_line) {  // both say the same, or Dear ImGui stops
        io.KeyCtrl = true;
        io.KeyMods |= ImGuiKeyModFlags_Ctrl;
    }
    if (!ImGui::IsKeyDown(enter)) note.enter_was_up = true;
    if (!note.enter_was_up) io.KeysDownDuration[enter] = -1;
    const bool entered = widgets::wrapped_input(
        "##note", note.text, size, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CtrlEnterForNewLine);
    io.KeyCtrl = had_ctrl;
    io.KeyMods = had_modifiers;
    io.KeysDownDuration[enter] = held;
    return entered;
}

void draw_title(const OpenConversationState& open, const codes::Event& event) {
    const theme::Palette& p = theme::palette();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float line = ImGui::GetTextLineHeight();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y}, {at.x + theme::px(4), at.y + line},
                                              theme::colour(colour_of(open.codebook, event.code)), 2);
    ImGui::SetCursorScreenPos({at.x + theme::grid(1.5F), at.y});
    widgets::section(label_of(open.codebook, event.code).c_str());
    ImGui::SameLine();
    ImGui::PushStyleColor(ImGuiCol_Text, p.muted);
    ImGui::TextUnformatted(clock_text(event.at, 1).c_str());
    ImGui::PopStyleColor();
}

}  // namespace

void draw_note_editor(const Model& model, CodeScreenState& state, ImVec2 from, ImVec2 to, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const codes::Event* event = open.note_on ? open.coding.find(open.note_on) : nullptr;
    if (!event) {
        state.note.on = {};
        return;
    }
    const bool is_new = state.note.on != event->id;
    if (is_new) state.note = {event->id, event->note, false};

    const float margin = theme::grid(2);
    const float width = std::min(to.x - from.x - 2 * margin, theme::px(640));
    const float height = ImGui::GetTextLineHeight() * 5 + theme::grid(7);
    ImGui::SetCursorScreenPos({std::floor((from.x + to.x - width) / 2), std::floor(to.y - height - margin)});
    widgets::begin_card("note", {width, height}, ImGuiWindowFlags_NoScrollbar);
    draw_title(open, *event);
    if (is_new) ImGui::SetKeyboardFocusHere();
    const bool escaped = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
    const bool entered =
        note_field(state.note, {-FLT_MIN, ImGui::GetTextLineHeight() * 3 + ImGui::GetStyle().FramePadding.y * 2});
    widgets::note_last_item("note");
    widgets::hint(_("Enter saves and plays on · Shift Enter: new line · Esc: leave as it was"));
    widgets::end_card();
    const bool leaves = model.wants_to_quit || std::any_of(actions.begin(), actions.end(), [](const Action& action) {
                            return action.as<GoTo>() || action.as<StartNote>();
                        });
    if (leaves) {  // what was typed is not lost to another screen or another note
        actions.insert(actions.begin(), FinishNote{state.note.text});
    } else if (escaped && !is_new) {
        actions.push_back(AbandonNote{});
    } else if (entered) {
        actions.push_back(FinishNote{state.note.text});
    }
}

}  // namespace app
