// The counts: as they were coded and as the codebook's rules count them, the measures made of both, and each place
// where a rule changed a count.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

constexpr ImGuiTableFlags kCountsTable = ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg;

void right_text(const std::string& text) {
    const float free = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(text.c_str()).x;
    if (free > 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + free);
    ImGui::TextUnformatted(text.c_str());
}

void draw_headers() {
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::TableHeadersRow();
    ImGui::PopStyleColor();
}

int count_in(const std::map<std::string, int>& counts, const std::string& code) {
    const auto found = counts.find(code);
    return found == counts.end() ? 0 : found->second;
}

void draw_counts_table(const codes::Codebook& codebook, const Reading& reading, ImVec2 size) {
    const bool has_rules = !codebook.rules.empty();
    if (!ImGui::BeginTable("counts", has_rules ? 3 : 2, kCountsTable, size)) return;
    ImGui::TableSetupColumn(_("Code"), ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn(_("As coded"), ImGuiTableColumnFlags_WidthFixed, theme::px(76));
    if (has_rules) ImGui::TableSetupColumn(_("By the rules"), ImGuiTableColumnFlags_WidthFixed, theme::px(96));
    draw_headers();
    for (const codes::Code& code : codebook.codes) {
        const int as_coded = count_in(reading.as_coded, code.key);
        if (as_coded == 0) continue;
        const int by_rules = count_in(reading.by_rules, code.key);
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + 1},
                                                  {at.x + theme::px(4), at.y + ImGui::GetTextLineHeight() - 1},
                                                  theme::colour(code.colour), 2);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + theme::grid(1.5F));
        ImGui::TextUnformatted(
            widgets::fitted(code.label.in(base::language()), ImGui::GetContentRegionAvail().x).c_str());
        ImGui::TableNextColumn();
        right_text(std::to_string(as_coded));
        if (!has_rules) continue;
        ImGui::TableNextColumn();
        ImGui::PushFont(by_rules == as_coded ? theme::regular() : theme::semibold());
        right_text(std::to_string(by_rules));
        ImGui::PopFont();
    }
    ImGui::EndTable();
}

void draw_measure(const report::MeasureRow& as_coded, const report::MeasureRow& by_rules, bool has_rules) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(widgets::fitted(as_coded.label, ImGui::GetContentRegionAvail().x).c_str());
    ImGui::PushFont(theme::small());
    if (!by_rules.counted.empty()) ImGui::TextDisabled("%s", by_rules.counted.c_str());
    if (!by_rules.remark.empty()) widgets::hint(by_rules.remark.c_str());
    ImGui::PopFont();
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", as_coded.value.c_str());
    if (!has_rules) return;
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", by_rules.value.c_str());
}

void draw_measures_table(const codes::Codebook& codebook, const Reading& reading, ImVec2 size) {
    const bool has_rules = !codebook.rules.empty();
    if (!ImGui::BeginTable("measures", has_rules ? 3 : 2, kCountsTable, size)) return;
    ImGui::TableSetupColumn(_("Measure"), ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn(_("As coded"), ImGuiTableColumnFlags_WidthFixed, theme::px(84));
    if (has_rules) ImGui::TableSetupColumn(_("By the rules"), ImGuiTableColumnFlags_WidthFixed, theme::px(96));
    draw_headers();
    for (std::size_t i = 0; i < reading.measures.size(); ++i)
        draw_measure(reading.measures[i], reading.measures_by_rules[i], has_rules);
    ImGui::EndTable();
    if (!reading.problem.empty()) widgets::hint(reading.problem.c_str());
}

void go_to(const analysis::RuleChange& change, Actions& actions) {
    actions.push_back(SelectEvents{{change.event}});
    actions.push_back(SeekTo{change.at});
}

std::string reason_of(const codes::Codebook& codebook, const std::string& rule) {
    const auto found = std::find_if(codebook.rules.begin(), codebook.rules.end(),
                                    [&](const codes::Rule& each) { return each.key == rule; });
    return found == codebook.rules.end() ? rule : found->reason.in(base::language());
}

void draw_place(const OpenConversationState& open, const analysis::RuleChange& change, bool is_chosen,
                Actions& actions) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::PushID(change.event.text.c_str());
    const std::string time = clock_text(change.at, 1);
    if (ImGui::Selectable(time.c_str(), is_chosen, ImGuiSelectableFlags_SpanAllColumns)) go_to(change, actions);
    widgets::note_last_item(("place " + time).c_str());
    if (is_chosen && ImGui::GetScrollMaxY() > 0) ImGui::SetScrollHereY(0.5F);
    ImGui::PopID();
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(label_of(open.codebook, change.code).c_str());
    ImGui::TableNextColumn();
    const std::string reason = reason_of(open.codebook, change.rule);
    const std::string shown = widgets::fitted(reason, ImGui::GetContentRegionAvail().x);
    ImGui::TextUnformatted(shown.c_str());
    if (shown != reason && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", reason.c_str());
}

void draw_places(const OpenConversationState& open, const Reading& reading, CodeScreenState& state, Actions& actions) {
    if (open.codebook.rules.empty()) {
        widgets::hint(_("This codebook has no rules for counting: every code counts."));
        return;
    }
    const auto& changed = reading.volleys.changed;
    if (changed.empty()) {
        widgets::hint(_("No rule changed a count so far."));
        return;
    }
    state.counts_row = std::min(state.counts_row, changed.size() - 1);
    const std::string count =
        fmt::format(fmt::runtime(base::translate(base::language(), "{} place where a rule changed a count",
                                                 "{} places where a rule changed a count", changed.size())),
                    changed.size());
    widgets::section(count.c_str());
    ImGui::SameLine();
    ImGui::TextDisabled("%s", _("↑ ↓ Enter: go there"));
    if (!ImGui::BeginTable("places", 3, kCountsTable)) return;
    ImGui::TableSetupColumn(_("Time"), ImGuiTableColumnFlags_WidthFixed, theme::px(72));
    ImGui::TableSetupColumn(_("Code"), ImGuiTableColumnFlags_WidthFixed, theme::px(150));
    ImGui::TableSetupColumn(_("Does not count, because"), ImGuiTableColumnFlags_WidthStretch);
    draw_headers();
    for (std::size_t i = 0; i < changed.size(); ++i) draw_place(open, changed[i], i == state.counts_row, actions);
    ImGui::EndTable();
}

}  // namespace

void draw_counts(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    if (open.coding.events.empty()) {
        ImGui::SetCursorPosX(theme::grid(2));
        widgets::hint(_("Nothing to count yet. Play, and press a code's key when you hear it."));
        return;
    }
    const Reading& reading = state.reading.of(open);
    ImGui::SetCursorPosX(theme::grid(1));
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {theme::grid(1), theme::px(3)});
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const ImVec2 part{std::floor((room.x - theme::grid(4)) * 0.32F), room.y};
    draw_counts_table(open.codebook, reading, part);
    ImGui::SameLine(0, theme::grid(1.5F));
    draw_measures_table(open.codebook, reading, part);
    ImGui::SameLine(0, theme::grid(1.5F));
    ImGui::BeginChild("##places", {0, room.y}, false, ImGuiWindowFlags_NoBackground);
    draw_places(open, reading, state, actions);
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

bool counts_take(const KeyPress& press, const OpenConversationState& open, CodeScreenState& state, Actions& actions) {
    constexpr int kModifiers = KMOD_CTRL | KMOD_SHIFT | KMOD_ALT | KMOD_GUI | KMOD_MODE;
    if (state.tab != LowerTab::Counts || (press.event.keysym.mod & kModifiers) != 0) return false;
    const auto& changed = state.reading.of(open).volleys.changed;
    if (changed.empty()) return false;
    const std::size_t last = changed.size() - 1;
    state.counts_row = std::min(state.counts_row, last);
    switch (press.event.keysym.scancode) {
        case SDL_SCANCODE_DOWN:
            state.counts_row = std::min(state.counts_row + 1, last);
            return true;
        case SDL_SCANCODE_UP:
            state.counts_row -= state.counts_row > 0 ? 1 : 0;
            return true;
        case SDL_SCANCODE_RETURN:
        case SDL_SCANCODE_KP_ENTER:
            if (press.event.repeat == 0) go_to(changed[state.counts_row], actions);
            return true;
        default:
            return false;
    }
}

}  // namespace app
