// The places of a transcript that could not be read, with their line numbers, so that the file can be mended.
#include "app/theme.h"
#include "app/views/views.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace app {
namespace {

void draw_place(const UnreadPlace& place) {
    const std::string line = place.line > 0 ? fmt::format(fmt::runtime(_("line {}")), place.line) : std::string();
    ImGui::TextDisabled("%s", line.c_str());
    ImGui::SameLine(theme::px(96));
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(place.reason.c_str());
    ImGui::PopTextWrapPos();
}

void draw_places(const std::vector<UnreadPlace>& places) {
    const std::string* file = nullptr;
    for (const UnreadPlace& place : places) {
        if (file == nullptr || *file != place.file)
            widgets::section(std::filesystem::path(place.file).filename().c_str());
        file = &place.file;
        draw_place(place);
    }
}

}  // namespace

void draw_unread(const Model& model, Actions& actions) {
    constexpr const char* kId = "##unread";
    if (!model.shows_unread) return;
    if (!ImGui::IsPopupOpen(kId)) widgets::open_modal(kId);
    if (!widgets::begin_modal(kId, _("This could not be read"), 640)) return;
    widgets::hint(
        _("Everything else of the transcript is there. Mend the file at these places and add it again, if "
          "what is missing matters."));
    const float rows = static_cast<float>(std::min<std::size_t>(model.unread.size() + 1, 12));
    if (ImGui::BeginChild("places", {0, rows * ImGui::GetTextLineHeightWithSpacing() + theme::grid(1)}))
        draw_places(model.unread);
    ImGui::EndChild();
    ImGui::Dummy({0, theme::grid(1)});
    const bool closes = widgets::primary_button(_("Close"));
    ImGui::SetItemDefaultFocus();
    if (closes || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
        actions.push_back(ShowUnread{false});
        ImGui::CloseCurrentPopup();
    }
    widgets::end_modal();
}

}  // namespace app
