#include "app/theme.h"
#include "app/views/came_next_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

// Beyond this, one in twenty by chance.
constexpr double kHardlyChance = 1.96;
constexpr double kFullShade = 4;
constexpr double kFewExpected = 5;
// Of Okabe and Ito: told apart by everyone.
constexpr codes::Colour kMore{0x00, 0x72, 0xB2};
constexpr codes::Colour kLess{0xE6, 0x9F, 0x00};

struct Cell {
    double count = 0;
    std::optional<double> share = {}, expected = {}, residual = {}, odds_ratio = {}, yules_q = {};

    bool is_rough() const { return !expected || *expected < kFewExpected; }
};

Cell cell_of(const WhatCameNext& answer, std::size_t r, std::size_t c) {
    Cell cell{.count = answer.counts[r][c]};
    const analysis::Transitions& figures = answer.figures;
    if (figures.probability.empty()) return cell;
    cell.share = figures.probability[r][c];
    cell.expected = figures.expected[r][c];
    cell.residual = figures.adjusted_residual[r][c];
    cell.odds_ratio = figures.odds_ratio[r][c];
    cell.yules_q = figures.yules_q[r][c];
    return cell;
}

std::string figure(const std::optional<double>& value, int decimals) {
    return value ? base::number(base::language(), *value, decimals) : _("n/a");
}

std::string verdict(const Cell& cell) {
    if (!cell.residual) return {};
    if (cell.is_rough()) return _("Fewer than 5 expected: too rough to say.");
    if (*cell.residual > kHardlyChance) return _("More often than chance would do.");
    if (*cell.residual < -kHardlyChance) return _("Less often than chance would do.");
    return _("Chance could do that, too.");
}

void draw_tooltip(const WhatCameNext& answer, std::size_t r, std::size_t c, const Cell& cell) {
    std::string text =
        fmt::format(fmt::runtime(_("{} → {}: {} times")), answer.rows[r], answer.columns[c], figure(cell.count, 0));
    if (cell.share) {
        text += fmt::format(fmt::runtime(_("; of this row {} %")), figure(*cell.share * 100, 0));
        text += "\n" + fmt::format(fmt::runtime(_("Expected by chance: {}. Adjusted residual: {}.")),
                                   figure(cell.expected, 1), figure(cell.residual, 1));
        text += "\n" + fmt::format(fmt::runtime(_("Odds ratio: {}. Yule's Q: {}.")), figure(cell.odds_ratio, 2),
                                   figure(cell.yules_q, 2));
        text += "\n" + verdict(cell);
    }
    ImGui::SetTooltip("%s", text.c_str());
}

void shade(const Cell& cell) {
    if (!cell.residual || cell.is_rough() || std::abs(*cell.residual) < 1) return;
    const auto strength = static_cast<float>(std::min(std::abs(*cell.residual), kFullShade) / kFullShade);
    ImGui::TableSetBgColor(ImGuiTableBgTarget_CellBg,
                           theme::colour(*cell.residual > 0 ? kMore : kLess, 0.10F + 0.28F * strength));
}

std::string text_of(const Cell& cell) {
    std::string text = figure(cell.count, 0);
    if (cell.share && cell.count > 0) text += fmt::format("  {} %", figure(*cell.share * 100, 0));
    if (cell.residual && !cell.is_rough() && std::abs(*cell.residual) > kHardlyChance)
        text += *cell.residual > 0 ? " ↑" : " ↓";
    return text;
}

void draw_cell(const WhatCameNext& answer, std::size_t r, std::size_t c) {
    const Cell cell = cell_of(answer, r, c);
    const theme::Palette& p = theme::palette();
    shade(cell);
    const bool is_asked = answer.has_asked_row && r == 0 && (c == 0 || !answer.has_asked_column);
    const bool is_quiet = cell.count == 0 || (cell.share && cell.is_rough());
    ImGui::PushFont(is_asked ? theme::semibold() : theme::regular());
    ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(is_quiet && !is_asked ? p.muted : p.ink), "%s",
                       text_of(cell).c_str());
    ImGui::PopFont();
    if (ImGui::IsItemHovered()) draw_tooltip(answer, r, c, cell);
}

void draw_headers(const WhatCameNext& answer, float column) {
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
    ImGui::TableNextColumn();
    for (std::size_t c = 0; c < answer.columns.size(); ++c) {
        ImGui::TableNextColumn();
        ImGui::TextDisabled("%s", widgets::fitted(answer.short_columns[c], column).c_str());
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", answer.columns[c].c_str());
    }
}

}  // namespace

void draw_came_next_table(const WhatCameNext& answer) {
    const auto columns = answer.columns.size();
    if (columns == 0) return;
    const float label = theme::px(170);
    const float room = ImGui::GetContentRegionAvail().x - label - theme::grid(2);
    const float column = std::clamp(room / static_cast<float>(columns) - theme::grid(1), theme::px(92), theme::px(150));
    constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                                       ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_BordersInnerH;
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {theme::px(5), theme::px(2)});
    if (ImGui::BeginTable("transitions", static_cast<int>(columns) + 1, kFlags, ImGui::GetContentRegionAvail())) {
        ImGui::TableSetupScrollFreeze(1, 1);
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, label);
        for (std::size_t c = 0; c < columns; ++c)
            ImGui::TableSetupColumn(answer.columns[c].c_str(), ImGuiTableColumnFlags_WidthFixed, column);
        draw_headers(answer, column);
        for (std::size_t r = 0; r < answer.rows.size(); ++r) {
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            ImGui::PushFont(answer.has_asked_row && r == 0 ? theme::semibold() : theme::regular());
            ImGui::TextUnformatted(widgets::fitted(answer.rows[r], label).c_str());
            ImGui::PopFont();
            if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", answer.rows[r].c_str());
            for (std::size_t c = 0; c < columns; ++c) {
                ImGui::TableNextColumn();
                draw_cell(answer, r, c);
            }
        }
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
}

}  // namespace app
