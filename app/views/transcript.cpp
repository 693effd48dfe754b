// The transcript: who said what, follows playback; press a line to go there.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>

namespace app {
namespace {

std::ptrdiff_t current_turn(const OpenConversationState& open) {
    const auto next = std::upper_bound(open.turns.begin(), open.turns.end(), playhead(open),
                                       [](base::Time at, const talk::Turn& turn) { return at < turn.span.from; });
    return next - open.turns.begin() - 1;
}

std::string speaker_of(const talk::Turn& turn) {
    if (turn.role == talk::Role::Professional) return _("Professional");
    if (turn.role == talk::Role::Client) return _("Client");
    return turn.speaker;
}

// Rows have one height, so that an hour of talk costs no more than what is in sight; the rest of a long turn shows
// under the pointer.
void draw_turn(const talk::Turn& turn, bool is_current, Actions& actions) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const std::string time = clock_text(turn.span.from, 1);
    if (ImGui::Selectable(time.c_str(), is_current, ImGuiSelectableFlags_SpanAllColumns))
        actions.push_back(SeekTo{turn.span.from});
    widgets::note_last_item(("turn " + time).c_str());
    const bool hovered = ImGui::IsItemHovered();
    ImGui::TableNextColumn();
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::TextUnformatted(speaker_of(turn).c_str());
    ImGui::PopStyleColor();
    ImGui::TableNextColumn();
    const float room = ImGui::GetContentRegionAvail().x;
    const std::string shown = widgets::fitted(turn.text, room);
    ImGui::TextUnformatted(shown.c_str());
    if (!hovered || shown == turn.text) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(theme::px(480));
    ImGui::TextUnformatted(turn.text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

}  // namespace

void draw_transcript(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    ImGui::SetCursorPosX(theme::grid(1));
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {theme::grid(1), theme::px(3)});
    const std::ptrdiff_t current = current_turn(open);
    follow_row(state.turns, current, ImGui::GetTextLineHeight() + theme::px(6));
    if (ImGui::BeginTable("turns", 3, ImGuiTableFlags_ScrollY,
                          {ImGui::GetContentRegionAvail().x - theme::grid(1), 0})) {
        ImGui::TableSetupColumn("time", ImGuiTableColumnFlags_WidthFixed, theme::px(80));
        ImGui::TableSetupColumn("speaker", ImGuiTableColumnFlags_WidthFixed, theme::px(130));
        ImGui::TableSetupColumn("text", ImGuiTableColumnFlags_WidthStretch);
        remember_scroll(state.turns);
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(open.turns.size()));
        while (clipper.Step())
            for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
                ImGui::PushID(row);
                draw_turn(open.turns[static_cast<std::size_t>(row)], row == current, actions);
                ImGui::PopID();
            }
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
}

}  // namespace app
