// Agreement as numbers: first a sentence, then the figures and what they say, the curve, and the table by code.
#include "app/theme.h"
#include "app/views/agreement_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "report/kappa_words.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

void wrapped(const std::string& text, ImFont* font) {
    ImGui::PushFont(font);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
}

void draw_figure(const AgreementFigure& figure, bool explains, float value_at) {
    const theme::Palette& p = theme::palette();
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ImGui::GetTextLineHeight() + theme::px(7);
    ImGui::InvisibleButton(figure.name.c_str(), {width, height});
    widgets::note_last_item(figure.name.c_str());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool is_pointed_at = ImGui::IsItemHovered() || ImGui::IsItemFocused();
    if (is_pointed_at) list.AddRectFilled(from, {from.x + width, from.y + height}, p.hover, theme::px(4));
    if (!explains) explain_last_item(figure.explanation);
    const float y = from.y + theme::px(3);
    list.AddText({from.x + theme::px(4), y}, p.ink, widgets::fitted(figure.name, value_at - theme::grid(2)).c_str());
    list.AddText(theme::semibold(), ImGui::GetFontSize(), {from.x + value_at, y}, p.ink, figure.value.c_str());
    const float remark_at = value_at + theme::px(64);
    list.AddText({from.x + remark_at, y}, p.muted, widgets::fitted(figure.remark, width - remark_at).c_str());
    if (!explains) return;
    ImGui::Indent(theme::px(4));
    widgets::hint(figure.explanation.c_str());
    ImGui::Unindent(theme::px(4));
    ImGui::Dummy({0, theme::px(2)});
}

void draw_figures(const AgreementDesk& desk, AgreementState& state) {
    wrapped(agreement_sentence(desk), theme::large());
    ImGui::Dummy({0, theme::grid(1)});
    const std::vector<AgreementFigure> figures = agreement_figures(desk);
    float value_at = theme::px(150);
    for (const AgreementFigure& figure : figures)
        value_at = std::max(value_at, ImGui::CalcTextSize(figure.name.c_str()).x + theme::grid(3));
    value_at = std::min(value_at, ImGui::GetContentRegionAvail().x * 0.55F);
    for (const AgreementFigure& figure : figures) draw_figure(figure, state.explains, value_at);
    ImGui::Dummy({0, theme::grid(0.5F)});
    widgets::hint(report::band_caution(base::language()).c_str());
    if (!desk.consensus) return;
    ImGui::Dummy({0, theme::grid(0.5F)});
    wrapped(before_and_after(desk), theme::regular());
}

// A sheet of paper in both themes, as the report is.
void draw_curve(AgreementState& state, const PageTexture& curve, float height) {
    widgets::section(_("How much hangs on the tolerance"));
    draw_picture_of_paper(curve, {ImGui::GetContentRegionAvail().x, height}, state.curve_px);
    widgets::note_last_item("curve of kappa");
    explain_last_item(_(
        "Kappa by events for each tolerance, the one in use marked. A line that still climbs steeply there means that "
        "you often place the same code at another moment."));
}

}  // namespace

void draw_agreement_numbers(const AgreementDesk& desk, AgreementState& state, const PageTexture& curve, ImVec2 room) {
    const float gap = theme::grid(1.5F);
    const float left = std::floor(std::clamp(room.x * 0.42F, theme::px(380), theme::px(620)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    widgets::begin_card("figures", {left, room.y});
    draw_figures(desk, state);
    ImGui::Dummy({0, theme::grid(0.5F)});
    if (widgets::link_button(state.explains ? _("Hide what the numbers say") : _("What do these numbers say?")))
        state.explains = !state.explains;
    ImGui::SameLine(0, theme::grid(1));
    widgets::key_cap("Shift F1");
    widgets::end_card();
    ImGui::SetCursorScreenPos({at.x + left + gap, at.y});
    widgets::begin_card("by code", {room.x - left - gap, room.y});
    draw_curve(state, curve, std::floor(std::clamp(room.y * 0.34F, theme::px(150), theme::px(240))));
    ImGui::Dummy({0, theme::grid(0.5F)});
    draw_label_table(desk, state.explains);
    ImGui::Dummy({0, theme::grid(0.5F)});
    if (widgets::link_button(state.shows_pairs ? _("Hide the pairs") : _("Which code was paired with which?")))
        state.shows_pairs = !state.shows_pairs;
    if (state.shows_pairs) draw_pairs(desk);
    widgets::end_card();
}

}  // namespace app
