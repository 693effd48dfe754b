// A new coder's test against gold: in words on the left, on the right the page as it will print.
#include "app/theme.h"
#include "app/views/agreement_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "report/kappa_words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

void draw_no_gold(ImVec2 room) {
    widgets::begin_card("no gold", room);
    widgets::empty_state(widgets::icon::kFile, _("Neither of these two is gold"),
                         _("Gold is the coding that others are measured against. Open it, press Ctrl O and mark it as "
                           "gold; then choose it here beside the coding of whoever is tested."));
    widgets::end_card();
}

void draw_choice_of_language(AgreementState& state) {
    const base::Language language = state.certificate_language.value_or(base::language());
    if (widgets::choice("English", language == base::Language::English))
        state.certificate_language = base::Language::English;
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::choice("Nederlands", language == base::Language::Dutch))
        state.certificate_language = base::Language::Dutch;
}

void draw_saving(const report::CertificateSources& test, AgreementState& state, Actions& actions) {
    widgets::section(test.coder.c_str());
    const char* pattern = base::translate(base::language(), "Tested on {} conversation that has a gold coding.",
                                          "Tested on {} conversations that have a gold coding.",
                                          static_cast<unsigned long>(test.conversations));
    widgets::hint(fmt::format(fmt::runtime(pattern), test.conversations).c_str());
    ImGui::Dummy({0, theme::grid(1)});
    draw_choice_of_language(state);
    ImGui::Dummy({0, theme::grid(0.5F)});
    if (widgets::primary_button(_("Save as PDF\xe2\x80\xa6"), {-FLT_MIN, 0}))
        actions.push_back(SaveCertificate{state.certificate_language.value_or(base::language()), ""});
    ImGui::Dummy({0, theme::grid(1)});
    widgets::hint(report::band_caution(base::language()).c_str());
    ImGui::Dummy({0, theme::grid(1)});
    widgets::hint(_("Where you differ is on the tab Differences: hear those moments together."));
}

void draw_sheets(AgreementState& state, const std::vector<PageTexture>& pages, float room) {
    const float width = std::floor(std::min(room - theme::grid(4), theme::px(820)));
    const float height = std::round(width * static_cast<float>(report::kPageHeightPt / report::kPageWidthPt));
    state.page_width_px = static_cast<int>(width * std::max(1.0F, ImGui::GetIO().DisplayFramebufferScale.x));
    for (std::size_t page = 0; page < pages.size(); ++page) {
        ImGui::Dummy({0, theme::grid(1)});
        ImGui::SetCursorPosX(std::floor((room - width) / 2));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::Image(pages[page].id(), {width, height});
        widgets::note_last_item(fmt::format("certificate page {}", page + 1).c_str());
        ImGui::GetWindowDrawList()->AddRect(at, {at.x + width, at.y + height}, theme::palette().hairline);
    }
    ImGui::Dummy({0, theme::grid(1)});
}

}  // namespace

void draw_gold_test(const Model& model, AgreementState& state, const std::vector<PageTexture>& pages, ImVec2 room,
                    Actions& actions) {
    if (!model.agreement->gold_test) return draw_no_gold(room);
    const float gap = theme::grid(1.5F);
    const float left = std::floor(std::clamp(room.x * 0.26F, theme::px(260), theme::px(360)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    widgets::begin_card("saving", {left, room.y});
    draw_saving(*model.agreement->gold_test, state, actions);
    widgets::end_card();
    ImGui::SetCursorScreenPos({at.x + left + gap, at.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    widgets::begin_card("certificate", {room.x - left - gap, room.y});
    ImGui::PopStyleVar();
    draw_sheets(state, pages, ImGui::GetContentRegionAvail().x);
    widgets::end_card();
}

}  // namespace app
