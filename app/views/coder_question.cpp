#include "app/theme.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/text.h"

namespace app {

// Asked once, before the first coding: every coding says whose it is.
void draw_coder_question(const Model& model, UiState& ui, Actions& actions) {
    constexpr const char* kId = "##coder_question";
    if (!model.asks_coder_for) return;
    const bool appears = !ImGui::IsPopupOpen(kId);
    if (appears) widgets::open_modal(kId);
    if (!widgets::begin_modal(kId, _("Who codes?"))) return;
    widgets::hint(_("Your name goes with each coding and on the report. It is asked once; Settings can change it."));
    if (appears) ImGui::SetKeyboardFocusHere();
    const bool enter = widgets::text_field(_("Your name"), ui.coder_name, "", ImGuiInputTextFlags_EnterReturnsTrue);
    const std::string name(base::trimmed(ui.coder_name));
    ImGui::Dummy({0, theme::grid(1)});
    const auto enabled = name.empty() ? widgets::Enabled::No : widgets::Enabled::Yes;
    const bool start = widgets::primary_button(_("Start coding"), {}, enabled);
    ImGui::SameLine();
    const bool cancel = widgets::secondary_button(_("Cancel"));
    if ((start || enter) && !name.empty()) {
        Settings settings = model.settings;
        settings.coder = name;
        actions.push_back(ChangeSettings{settings});
        ImGui::CloseCurrentPopup();
    } else if (cancel || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
        actions.push_back(AbandonCoderQuestion{});
        ImGui::CloseCurrentPopup();
    }
    widgets::end_modal();
}

}  // namespace app
