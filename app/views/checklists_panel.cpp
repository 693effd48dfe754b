// Checklists: what was seen and when, ticked at the moment it is heard; beside them the time of each phase.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "codes/phases.h"

#include <algorithm>

namespace app {
namespace {

const codes::Tick* tick_of(const codes::Coding& coding, const ChecklistRow& row) {
    const auto found = std::find_if(coding.ticks.begin(), coding.ticks.end(), [&](const codes::Tick& one) {
        return one.checklist == row.checklist->key && one.item == row.item->key;
    });
    return found == coding.ticks.end() ? nullptr : &*found;
}

// `number`: the digit that ticks it, where digits are for this checklist; else 0.
void draw_item(const OpenConversationState& open, const ChecklistRow& row, int number, CodeScreenState& state,
               Actions& actions) {
    const theme::Palette& p = theme::palette();
    const codes::Tick* tick = tick_of(open.coding, row);
    const std::string label = row.item->label.in(base::language());
    ImGui::PushID(row.item->key.c_str());
    bool ticked = tick != nullptr;
    if (ImGui::Checkbox("##ticked", &ticked)) {
        actions.push_back(ToggleTick{row.checklist->key, row.item->key, media::Clock::now()});
        state.checklist_row = row.name();
    }
    widgets::note_last_item(("tick " + label).c_str());
    ImGui::SameLine(0, theme::grid(1));
    if (number > 0) {
        const std::string key = std::to_string(number);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 size{widgets::key_cap_width(key.c_str()), ImGui::GetFrameHeight()};
        widgets::draw_key_cap(*ImGui::GetWindowDrawList(), {at.x + size.x / 2, at.y + size.y / 2}, key.c_str());
        ImGui::Dummy(size);
        ImGui::SameLine(0, theme::grid(1));
    }
    const float when = tick ? theme::px(78) : theme::grid(1);
    const float room = ImGui::GetContentRegionAvail().x - when;
    const float right = ImGui::GetCursorPosX() + room;
    const bool is_chosen = state.checklist_row == row.name();
    ImGui::AlignTextToFramePadding();
    ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(is_chosen ? p.accent : p.ink), "%s",
                       widgets::fitted(label, room).c_str());
    if (ImGui::IsItemClicked()) state.checklist_row = row.name();
    if (ImGui::IsItemHovered()) {
        const std::string& definition = row.item->definition.in(base::language());
        ImGui::SetTooltip("%s", definition.empty() ? label.c_str() : definition.c_str());
    }
    if (tick) {
        ImGui::SameLine(0, 0);
        const float link = ImGui::GetTextLineHeight() + theme::grid(0.5F);
        ImGui::SetCursorPos({right, ImGui::GetCursorPosY() + (ImGui::GetFrameHeight() - link) / 2});
        if (widgets::link_button(clock_text(tick->at, 1).c_str())) actions.push_back(SeekTo{tick->at});
    }
    ImGui::PopID();
}

void draw_phases(const OpenConversationState& open, const Keymap& keymap, CodeScreenState& state) {
    ImGui::AlignTextToFramePadding();
    widgets::section(_("Phases"));
    const base::Span coded = codes::coded_span(open.coding, duration_of(open));
    const auto times = codes::time_per_phase(open.coding, coded);
    for (const codes::Phase& phase : open.codebook.phases) {
        const auto time = times.find(phase.key);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + theme::px(4), at.y + ImGui::GetTextLineHeight()},
                                                  theme::colour(phase.colour), 2);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + theme::grid(1.5F));
        ImGui::TextUnformatted(phase.label.in(base::language()).c_str());
        if (time == times.end() || coded.length() <= base::Time{}) continue;
        const double share = time->second.seconds() / coded.length().seconds();
        ImGui::SameLine();
        ImGui::TextDisabled("%s · %.0f %%", clock_text(time->second).c_str(), share * 100);
    }
    if (widgets::link_button(_("From here…"))) state.phase_menu.from = playhead(open);
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s  (%s)", _("Say which phase begins at this moment"), keymap.cap("phase").c_str());
}

}  // namespace

std::vector<ChecklistRow> checklist_rows(const codes::Codebook& codebook) {
    std::vector<ChecklistRow> rows;
    for (const codes::Checklist& list : codebook.checklists)
        for (const codes::ChecklistItem& item : list.items) rows.push_back({&list, &item});
    return rows;
}

const char* checklists_title(const codes::Codebook& codebook) {
    return codebook.checklists.empty() ? _("Phases") : _("Checklists");
}

void draw_checklists_panel(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    const auto columns = open.codebook.checklists.size() + (open.codebook.phases.empty() ? 0 : 1);
    if (columns == 0) return widgets::hint(_("This codebook has no checklists and no phases."));
    const int fit = std::max(1, static_cast<int>(ImGui::GetContentRegionAvail().x / theme::px(330)));
    ImGui::SetCursorPosX(theme::grid(1));
    if (!ImGui::BeginTable("checklists", std::min(fit, static_cast<int>(columns)), ImGuiTableFlags_ScrollY)) return;
    for (const codes::Checklist& list : open.codebook.checklists) {
        ImGui::TableNextColumn();
        ImGui::PushID(list.key.c_str());
        ImGui::AlignTextToFramePadding();
        widgets::section(list.label.in(base::language()).c_str());
        const bool is_chosen = state.checklist_row.empty() ? &list == &open.codebook.checklists.front()
                                                           : state.checklist_row.starts_with(list.key + "/");
        int number = 0;
        for (const codes::ChecklistItem& item : list.items) {
            ++number;
            draw_item(open, {&list, &item}, is_chosen && number < 10 ? number : 0, state, actions);
        }
        ImGui::PopID();
    }
    if (!open.codebook.phases.empty()) {
        ImGui::TableNextColumn();
        draw_phases(open, keymap, state);
    }
    ImGui::EndTable();
}

}  // namespace app
