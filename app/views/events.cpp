// The list of events: one row each, follows playback, and ten thousand of them cost no more than those in sight.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>

namespace app {
namespace {

// The last event that the playhead has passed; -1 before the first.
std::ptrdiff_t current_row(const OpenConversationState& open) {
    const auto next = std::upper_bound(open.coding.events.begin(), open.coding.events.end(), playhead(open),
                                       [](base::Time at, const codes::Event& event) { return at < event.at; });
    return next - open.coding.events.begin() - 1;
}

void draw_quote(const std::string& words) {
    if (words.empty()) return;
    const std::string quote = "“" + words + "”";
    const std::string shown = widgets::fitted(quote, ImGui::GetContentRegionAvail().x);
    ImGui::TextUnformatted(shown.c_str());
    if (shown == quote || !ImGui::IsItemHovered()) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(theme::px(480));
    ImGui::TextUnformatted(quote.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

void set_up_columns() {
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn(_("Time"), ImGuiTableColumnFlags_WidthFixed, theme::px(110));
    ImGui::TableSetupColumn(_("Code"), ImGuiTableColumnFlags_WidthFixed, theme::px(240));
    ImGui::TableSetupColumn(_("Speaker"), ImGuiTableColumnFlags_WidthFixed, theme::px(110));
    ImGui::TableSetupColumn(_("Details"), ImGuiTableColumnFlags_WidthFixed, theme::px(140));
    ImGui::TableSetupColumn(_("Words"), ImGuiTableColumnFlags_WidthStretch, 1.5F);
    ImGui::TableSetupColumn(_("Note"), ImGuiTableColumnFlags_WidthStretch, 1);
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::TableHeadersRow();
    ImGui::PopStyleColor();
}

void draw_cells(const OpenConversationState& open, const codes::Event& event) {
    ImGui::TableNextColumn();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + 1},
                                              {at.x + theme::px(4), at.y + ImGui::GetTextLineHeight() - 1},
                                              theme::colour(colour_of(open.codebook, event.code)), 2);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + theme::grid(1.5F));
    ImGui::TextUnformatted(label_of(open.codebook, event.code).c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(side_name(event.speaker));
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(details_text(open.codebook, event).c_str());
    ImGui::TableNextColumn();
    draw_quote(quote_of(open, event));
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(event.note.c_str(), event.note.c_str() + std::min(event.note.find('\n'), event.note.size()));
}

void draw_row(const OpenConversationState& open, const codes::Event& event, bool is_current, CodeScreenState& state,
              Actions& actions) {
    ImGui::PushID(event.id.text.c_str());
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    std::string time = clock_text(event.at, 1);
    if (event.end) time += " – " + clock_text(*event.end, 1);
    if (ImGui::Selectable(time.c_str(), is_selected(open, event.id),
                          ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowItemOverlap)) {
        actions.push_back(SelectEvents{clicked_selection(open, event.id, state.events.last_clicked)});
        if (!ImGui::GetIO().KeyCtrl && !ImGui::GetIO().KeyShift) actions.push_back(SeekTo{event.at});
        state.events.last_clicked = event.id;
    }
    widgets::note_last_item(("event " + time).c_str());
    if (is_current) ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, theme::palette().accent_soft);
    if (ImGui::IsItemClicked(ImGuiMouseButton_Right)) {
        if (!is_selected(open, event.id)) actions.push_back(SelectEvents{{event.id}});
        state.menu_of = event.id;
    }
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        actions.push_back(StartNote{event.id});
    draw_cells(open, event);
    ImGui::PopID();
}

}  // namespace

void draw_event_list(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    if (open.coding.events.empty()) {
        ImGui::SetCursorPosX(theme::grid(2));
        widgets::hint(_("No codes yet. Play, and press a code's key when you hear it."));
        return;
    }
    ImGui::SetCursorPosX(theme::grid(1));
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {theme::grid(1), theme::px(3)});
    const std::ptrdiff_t current = current_row(open);
    follow_row(state.events.list, current, ImGui::GetTextLineHeight() + theme::px(6));
    if (ImGui::BeginTable("events", 6, ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg,
                          {ImGui::GetContentRegionAvail().x - theme::grid(1), 0})) {
        set_up_columns();
        remember_scroll(state.events.list);
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(open.coding.events.size()));
        while (clipper.Step())
            for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
                draw_row(open, open.coding.events[static_cast<std::size_t>(row)], row == current, state, actions);
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
}

}  // namespace app
