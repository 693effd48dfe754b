// Whether a coder still codes as before: a sentence, a chart by quarter, and the table behind it.
#include "app/drift_words.h"
#include "app/theme.h"
#include "app/views/agreement_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "report/kappa_words.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

void draw_table(const DriftDesk& desk) {
    constexpr ImGuiTableFlags kTable = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchProp;
    const std::vector<std::string> columns = drift_columns();
    if (!ImGui::BeginTable("quarters", static_cast<int>(columns.size()), kTable)) return;
    for (const std::string& column : columns) ImGui::TableSetupColumn(column.c_str());
    ImGui::TableHeadersRow();
    for (const analysis::QuarterAgreement& quarter : desk.quarters) {
        ImGui::TableNextRow();
        for (const std::string& cell : drift_cells(quarter)) {
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(cell.c_str());
        }
    }
    ImGui::EndTable();
}

void draw_quarters(const DriftDesk& desk, AgreementState& state, const PageTexture& chart) {
    widgets::section(_("Do you still code as before?"));
    ImGui::Dummy({0, theme::grid(0.5F)});
    if (desk.quarters.empty())
        return widgets::hint(
            _("Nothing was coded again and finished yet by this coder with this codebook. Code an old conversation "
              "again now and then, one or two each quarter: a coder changes without noticing it."));
    ImGui::PushTextWrapPos(0);
    ImGui::PushFont(theme::large());
    ImGui::TextUnformatted(drift_sentence(desk).c_str());
    ImGui::PopFont();
    ImGui::PopTextWrapPos();
    ImGui::Dummy({0, theme::grid(1)});
    draw_picture_of_paper(chart, {ImGui::GetContentRegionAvail().x, theme::px(190)}, state.drift_px);
    widgets::note_last_item("chart by quarter");
    ImGui::Dummy({0, theme::grid(0.5F)});
    draw_table(desk);
    ImGui::Dummy({0, theme::grid(1)});
    widgets::hint(
        _("Kappa of the codes then with the codes now, moments within 2 seconds, by the quarter in which the "
          "coding was finished. An open dot rests on too few moments to say."));
    widgets::hint(report::band_caution(base::language()).c_str());
}

}  // namespace

void draw_drift(const Model& model, AgreementState& state, const PageTexture& chart, ImVec2 room, Actions& actions) {
    const float gap = theme::grid(1.5F);
    const float left = std::floor(std::clamp(room.x * 0.38F, theme::px(360), theme::px(560)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    widgets::begin_card("offers", {left, room.y});
    draw_drift_offers(model, actions);
    widgets::end_card();
    ImGui::SetCursorScreenPos({at.x + left + gap, at.y});
    widgets::begin_card("quarters", {room.x - left - gap, room.y});
    draw_quarters(model.drift, state, chart);
    widgets::end_card();
}

}  // namespace app
