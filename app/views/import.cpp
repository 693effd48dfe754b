#include "app/theme.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {

namespace {

constexpr ImGuiWindowFlags kCorner = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                                     ImGuiWindowFlags_NoFocusOnAppearing;

void running(const ImportState& import, Actions& actions) {
    widgets::section(_("Importing"));
    const std::string which =
        import.total > 1 ? fmt::format(fmt::runtime(_("{} of {}")), import.done + 1, import.total) : std::string();
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, 0});
    ImGui::ProgressBar(import.fraction, {-FLT_MIN, theme::px(6)}, "");
    ImGui::PopStyleVar();
    const std::string doing = import.doing.empty() ? _("Looking at the files") : import.doing;
    widgets::hint(widgets::fitted(which.empty() ? doing : which + " \xc2\xb7 " + doing, theme::px(360)).c_str());
    if (widgets::secondary_button(_("Cancel"))) actions.push_back(CancelImport{});
}

void refused(const ImportState& import, Actions& actions) {
    const std::size_t count = import.refused.size();
    const std::string title = fmt::format(fmt::runtime(base::translate(base::language(), "{} file was not imported",
                                                                       "{} files were not imported", count)),
                                          count);
    widgets::section(title.c_str());
    for (const std::string& reason : import.refused) {
        ImGui::Bullet();
        ImGui::SameLine();
        ImGui::PushTextWrapPos(theme::px(380));
        ImGui::TextUnformatted(reason.c_str());
        ImGui::PopTextWrapPos();
    }
    if (import.done > 0) {
        const std::string rest = fmt::format(
            fmt::runtime(base::translate(base::language(), "{} conversation was imported.",
                                         "{} conversations were imported.", static_cast<unsigned long>(import.done))),
            import.done);
        widgets::hint(rest.c_str());
    }
    if (widgets::secondary_button(_("Close"))) actions.push_back(CancelImport{});
}

}  // namespace

void draw_import(const Model& model, Actions& actions) {
    if (!model.import) return;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x - theme::grid(4), screen.y - theme::grid(4)}, ImGuiCond_Always, {1, 1});
    ImGui::SetNextWindowSizeConstraints({theme::px(420), 0}, {theme::px(420), screen.y / 2});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, theme::palette().card);
    ImGui::Begin("##import", nullptr, kCorner & ~(model.import->is_over ? ImGuiWindowFlags_NoScrollbar : 0));
    ImGui::PopStyleColor();
    if (model.import->is_over)
        refused(*model.import, actions);
    else
        running(*model.import, actions);
    ImGui::End();
}

}  // namespace app
