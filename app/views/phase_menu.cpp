// Asks which phase begins at a moment: by its number, or by the pointer.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "codes/phases.h"

#include <SDL_scancode.h>
#include <fmt/format.h>

namespace app {
namespace {

// True when chosen, by pointer or by its digit.
bool choice(int number, const char* label, bool is_now) {
    const std::string cap = std::to_string(number);
    const bool pressed = ImGui::MenuItem(label, cap.c_str(), is_now);
    widgets::note_last_item(label);
    const int place = number == 0 ? SDL_SCANCODE_0 : SDL_SCANCODE_1 + number - 1;
    return pressed || ImGui::IsKeyPressed(place);
}

}  // namespace

void draw_phase_menu(const Model& model, CodeScreenState& state, Actions& actions) {
    PhaseMenuState& menu = state.phase_menu;
    if (!menu.from) return;
    constexpr const char* kMenu = "phase menu";
    const OpenConversationState& open = *model.open;
    if (!menu.is_open) ImGui::OpenPopup(kMenu);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Appearing, {0.5F, 0.5F});
    menu.is_open = ImGui::BeginPopup(kMenu);
    if (!menu.is_open) {
        menu.from.reset();
        return;
    }
    state.has_popup = true;
    const base::Time from = *menu.from;
    widgets::section(fmt::format(fmt::runtime(_("From {} on")), clock_text(from, 1)).c_str());
    const std::string now = codes::phase_at(open.coding, from);
    std::optional<std::string> chosen;
    int number = 0;
    for (const codes::Phase& phase : open.codebook.phases)
        if (choice(++number, phase.label.in(base::language()).c_str(), phase.key == now)) chosen = phase.key;
    ImGui::Separator();
    if (choice(0, _("No phase"), now.empty())) chosen = std::string();
    if (chosen) actions.push_back(SetPhase{*chosen, from});
    if (chosen || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

}  // namespace app
