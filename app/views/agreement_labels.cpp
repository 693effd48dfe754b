// Agreement by code: a row for each code that one of the two gave.
#include "app/theme.h"
#include "app/views/agreement_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>

namespace app {
namespace {

constexpr ImGuiTableFlags kTable =
    ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_PadOuterX;

void right_aligned(const std::string& text, ImU32 colour) {
    const float free = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(text.c_str()).x;
    if (free > 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + free);
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopStyleColor();
}

void draw_header(const std::vector<AgreementColumn>& columns, float number_width) {
    const theme::Palette& p = theme::palette();
    ImGui::PushFont(theme::small());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto flags = i == 0 ? ImGuiTableColumnFlags_WidthStretch : ImGuiTableColumnFlags_WidthFixed;
        ImGui::TableSetupColumn(columns[i].name.c_str(), flags, i == 0 ? 0.0F : number_width);
    }
    ImGui::TableNextRow();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ImGui::TableNextColumn();
        const std::string name = widgets::fitted(columns[i].name, ImGui::GetContentRegionAvail().x);
        if (i == 0) {
            ImGui::PushStyleColor(ImGuiCol_Text, p.muted);
            ImGui::TextUnformatted(name.c_str());
            ImGui::PopStyleColor();
        } else {
            right_aligned(name, p.muted);
        }
        widgets::note_last_item(("column " + columns[i].name).c_str());
        explain_last_item(columns[i].explanation);
    }
    ImGui::PopFont();
}

void draw_row(const AgreementDesk& desk, const analysis::LabelAgreement& label) {
    const theme::Palette& p = theme::palette();
    const std::vector<std::string> cells = label_cells(desk, label);
    ImGui::TableNextRow();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        ImGui::TableNextColumn();
        if (i > 0) {
            right_aligned(cells[i], p.ink);
        } else {
            ImGui::TextUnformatted(widgets::fitted(cells[i], ImGui::GetContentRegionAvail().x).c_str());
            if (const codes::Code* code = desk.codebook.find(label.label))
                explain_last_item(code->definition.in(base::language()));
        }
        if (i + 1 < cells.size()) continue;
        const auto shared = std::find_if(desk.shared.counts.begin(), desk.shared.counts.end(),
                                         [&](const analysis::LabelAgreement& one) { return one.label == label.label; });
        if (shared != desk.shared.counts.end()) explain_last_item(icc_text(shared->icc));
    }
}

}  // namespace

void draw_label_table(const AgreementDesk& desk, bool explains) {
    const std::vector<AgreementColumn> columns = label_columns(desk);
    const float number_width = std::min(theme::px(72), ImGui::GetContentRegionAvail().x * 0.08F);
    if (desk.numbers.labels.empty()) return;
    if (!ImGui::BeginTable("labels", static_cast<int>(columns.size()), kTable)) return;
    draw_header(columns, number_width);
    for (const analysis::LabelAgreement& label : desk.numbers.labels) draw_row(desk, label);
    ImGui::EndTable();
    if (!explains) {
        widgets::hint(icc_ground(desk).c_str());
        return;
    }
    for (const AgreementColumn& column : columns) {
        widgets::section(column.name.c_str());
        widgets::hint(column.explanation.c_str());
    }
}

}  // namespace app
