// Below picture and pad: timeline, list of events or transcript, and what can be done with what is selected.
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {
namespace {

bool tab(const char* label, bool chosen) {
    const bool pressed = widgets::choice(label, chosen);
    ImGui::SameLine(0, theme::grid(0.5F));
    return pressed;
}

void draw_tabs(const OpenConversationState& open, CodeScreenState& state) {
    if (tab(_("Timeline"), state.tab == LowerTab::Timeline)) state.tab = LowerTab::Timeline;
    const std::string events = fmt::format("{} {}##events", _("Events"), open.coding.events.size());
    if (tab(events.c_str(), state.tab == LowerTab::Events)) state.tab = LowerTab::Events;
    if (!open.turns.empty() && tab(_("Transcript"), state.tab == LowerTab::Transcript))
        state.tab = LowerTab::Transcript;
    if (tab(_("Talk"), state.tab == LowerTab::Talk)) state.tab = LowerTab::Talk;
}

void right_align(float width) {
    ImGui::SameLine(0, 0);
    const float free = ImGui::GetContentRegionAvail().x - width - theme::grid(1);
    if (free > 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + free);
}

float icon_width() {
    return ImGui::GetFrameHeight() + theme::grid(0.25F);
}

std::string hint_with_key(const char* what, const std::string& cap) {
    return cap.empty() ? what : fmt::format("{}  ({})", what, cap);
}

std::string selected_text(const OpenConversationState& open) {
    return fmt::format(fmt::runtime(_("{} selected")), open.selected.size());
}

void draw_selection_tools(const OpenConversationState& open, CodeScreenState& state, const Keymap& keymap,
                          Actions& actions) {
    const std::string count = selected_text(open);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(count.c_str());
    ImGui::SameLine();
    if (widgets::link_button(_("Change"))) state.menu_of = open.selected.front();
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::icon_button(widgets::icon::kTrash, hint_with_key(_("Delete"), keymap.cap("delete")).c_str()))
        actions.push_back(DeleteSelected{});
    ImGui::SameLine(0, theme::grid(2));
}

void draw_zoom_tools(const OpenConversationState& open, CodeScreenState& state, const Keymap& keymap) {
    TimelineView& view = state.timeline.view;
    const auto zoom = [&](double factor) {
        const base::Time here = playhead(open);
        const bool in_sight = here >= view.from && here <= view.to();
        view.zoom(factor, in_sight ? view.x_of(here) : view.width_px / 2);
    };
    if (widgets::icon_button(widgets::icon::kMinus, hint_with_key(_("Wider"), keymap.cap("zoom_out")).c_str()))
        zoom(1 / 1.5);
    ImGui::SameLine(0, theme::grid(0.25F));
    if (widgets::icon_button(widgets::icon::kPlus, hint_with_key(_("Closer"), keymap.cap("zoom_in")).c_str()))
        zoom(1.5);
    ImGui::SameLine(0, theme::grid(0.25F));
    const std::string hint = hint_with_key(_("The whole conversation"), keymap.cap("zoom_fit"));
    if (widgets::icon_button(widgets::icon::kArrowsSideways, hint.c_str())) {
        view.fit();
        view.follows = true;
    }
}

float selection_width(const OpenConversationState& open) {
    if (open.selected.empty()) return 0;
    return ImGui::CalcTextSize(selected_text(open).c_str()).x + ImGui::CalcTextSize(_("Change")).x + icon_width() +
           theme::grid(7);
}

}  // namespace

void draw_lower_panel(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    if (state.tab == LowerTab::Transcript && open.turns.empty()) state.tab = LowerTab::Timeline;
    ImGui::SetCursorPos({theme::grid(1), theme::px(5)});
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(1), theme::px(3)});
    draw_tabs(open, state);
    const bool zooms = state.tab == LowerTab::Timeline;
    right_align(selection_width(open) + (zooms ? 3 * icon_width() : 0));
    ImGui::SetCursorPosY(theme::px(8));
    if (!open.selected.empty()) draw_selection_tools(open, state, keymap, actions);
    if (zooms) draw_zoom_tools(open, state, keymap);
    ImGui::PopStyleVar();
    ImGui::SetCursorPos({0, theme::px(38)});
    switch (state.tab) {
        case LowerTab::Timeline:
            draw_timeline(model, state, actions);
            break;
        case LowerTab::Events:
            draw_event_list(model, state, actions);
            break;
        case LowerTab::Transcript:
            draw_transcript(model, state, actions);
            break;
        case LowerTab::Talk:
            draw_talk(model, state, actions);
            break;
    }
}

}  // namespace app
