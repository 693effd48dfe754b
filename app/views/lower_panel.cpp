// Below picture and pad: timeline, list of events or transcript, and what can be done with what is selected.
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/views/transcript_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

bool tab(const char* label, bool chosen) {
    const float padding = ImGui::GetWindowWidth() < theme::px(1450) ? theme::grid(1) : theme::grid(2);
    const bool pressed = widgets::choice(label, chosen, {ImGui::CalcTextSize(label, nullptr, true).x + 2 * padding, 0});
    ImGui::SameLine(0, theme::grid(0.5F));
    return pressed;
}

std::string name_of(LowerTab tab, const OpenConversationState& open) {
    switch (tab) {
        case LowerTab::Timeline:
            return _("Timeline");
        case LowerTab::Events:
            return fmt::format("{} {}##events", _("Events"), open.coding.events.size());
        case LowerTab::Transcript:
            return _("Transcript");
        case LowerTab::Talk:
            return _("Talk");
        case LowerTab::Counts:
            return _("Counts");
        case LowerTab::CameNext:
            return _("What came next");
        case LowerTab::Clips:
            return fmt::format("{} {}##clips", _("Clips"), open.clips.clips.size());
        case LowerTab::Ratings:
            return _("Ratings");
        case LowerTab::Checklists:
            return checklists_title(open.codebook);
    }
    return {};
}

void draw_tabs(const OpenConversationState& open, CodeScreenState& state) {
    const std::vector<LowerTab> tabs = lower_tabs(open);
    if (std::find(tabs.begin(), tabs.end(), state.tab) == tabs.end()) state.tab = LowerTab::Timeline;
    for (const LowerTab one : tabs)
        if (tab(name_of(one, open).c_str(), state.tab == one)) state.tab = one;
}

void right_align(float width) {
    ImGui::SameLine(0, 0);
    const float free = ImGui::GetContentRegionAvail().x - width - theme::grid(1);
    if (free > 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + free);
}

float icon_width() {
    return ImGui::GetFrameHeight() + theme::grid(0.25F);
}

std::string selected_text(const OpenConversationState& open) {
    return fmt::format(fmt::runtime(_("{} selected")), open.selected.size());
}

void draw_selection_tools(const OpenConversationState& open, CodeScreenState& state, const Keymap& keymap,
                          Actions& actions) {
    const std::string count = selected_text(open);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::CalcTextSize(count.c_str()).x;
    const float tools = 4 * icon_width() + ImGui::CalcTextSize(_("Change")).x + theme::grid(7);
    if (ImGui::GetContentRegionAvail().x > width + tools) {
        widgets::text_in_middle(*ImGui::GetWindowDrawList(), theme::regular(), at,
                                ImGui::GetTextLineHeight() + theme::grid(0.5F), theme::palette().ink, count.c_str());
        ImGui::SetCursorScreenPos({at.x + width + theme::grid(1), at.y});
    }
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

void draw_events_and_remarks(const Model& model, CodeScreenState& state, Actions& actions) {
    const float remarks = remarks_width(*model.open, state);
    ImGui::BeginChild("##list", {ImGui::GetContentRegionAvail().x - remarks, 0}, false, ImGuiWindowFlags_NoBackground);
    draw_event_list(model, state, actions);
    ImGui::EndChild();
    if (remarks == 0) return;
    ImGui::SameLine(0, theme::grid(1));
    ImGui::BeginChild("##remarks", {remarks - theme::grid(2), 0}, false, ImGuiWindowFlags_NoBackground);
    draw_remarks(model, state, actions);
    ImGui::EndChild();
}

float segment_width(const OpenConversationState& open) {
    return ImGui::CalcTextSize(segment_text(open).c_str()).x + theme::grid(5);
}

void draw_segment_link(const OpenConversationState& open, CodeScreenState& state, const Keymap& keymap) {
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + theme::grid(0.5F));  // SameLine would go back to the line's top
    if (widgets::link_button((segment_text(open) + "##segment").c_str())) state.segment_menu.is_asked = true;
    widgets::note_last_item("segment");
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s", hint_with_key(_("Which part is coded"), keymap.cap("segment")).c_str());
    ImGui::SameLine(0, theme::grid(1));
}

}  // namespace

std::vector<LowerTab> lower_tabs(const OpenConversationState& open) {
    std::vector<LowerTab> tabs = {LowerTab::Timeline, LowerTab::Events,   LowerTab::Transcript, LowerTab::Talk,
                                  LowerTab::Counts,   LowerTab::CameNext, LowerTab::Clips};
    if (!open.codebook.ratings.empty()) tabs.push_back(LowerTab::Ratings);
    if (!open.codebook.checklists.empty() || !open.codebook.phases.empty()) tabs.push_back(LowerTab::Checklists);
    return tabs;
}

void draw_lower_panel(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    refresh_transcript(open, state);
    if (state.tab != LowerTab::Transcript) state.transcript.words.reset();
    if (state.tab != LowerTab::Clips) keep_clip_words(open, state.clips, actions);
    ImGui::SetCursorPos({theme::grid(1), theme::px(5)});
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(1), theme::px(3)});
    draw_tabs(open, state);
    const bool zooms = state.tab == LowerTab::Timeline;
    const float tools = zooms ? 3 * icon_width() : 0;
    const bool tells_segment = open.selected.empty();
    const float others = (tells_segment ? segment_width(open) : selection_width(open)) + tools;
    const auto styles =
        style_choice_width(StyleChoice::All) + others < ImGui::GetContentRegionAvail().x - theme::grid(1)
            ? StyleChoice::All
            : StyleChoice::InHand;
    right_align(style_choice_width(styles, open.style.style) + others);
    draw_style_choice(model, styles, keymap, actions);
    ImGui::SetCursorPosY(theme::px(10));
    if (tells_segment) draw_segment_link(open, state, keymap);
    ImGui::SetCursorPosY(theme::px(8));
    if (!open.selected.empty()) draw_selection_tools(open, state, keymap, actions);
    if (zooms) draw_zoom_tools(open, state, keymap);
    ImGui::PopStyleVar();
    ImGui::SetCursorPos({0, theme::px(38)});
    if (model.played)
        draw_played_list(model, keymap, actions);
    else
        draw_style_bar(model, keymap, actions);
    const float bar = model.played ? played_list_height() : style_bar_height(open);
    ImGui::SetCursorPos({0, theme::px(38) + bar});
    switch (state.tab) {
        case LowerTab::Timeline:
            draw_timeline(model, state, actions);
            break;
        case LowerTab::Events:
            draw_events_and_remarks(model, state, actions);
            break;
        case LowerTab::Transcript:
            draw_transcript(model, state, actions);
            break;
        case LowerTab::Talk:
            draw_talk(model, state, actions);
            break;
        case LowerTab::Counts:
            draw_counts(model, state, actions);
            break;
        case LowerTab::CameNext:
            draw_came_next(model, state, actions);
            break;
        case LowerTab::Clips:
            draw_clips(model, state, actions);
            break;
        case LowerTab::Ratings:
            draw_ratings_panel(model, state, actions);
            break;
        case LowerTab::Checklists:
            draw_checklists_panel(model, state, actions);
            break;
    }
    code_selected_words(open, state, actions);
}

}  // namespace app
