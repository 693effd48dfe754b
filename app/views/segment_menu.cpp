// Asks which part of the conversation is to be coded: all of it, a part drawn by chance, or from here to there.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <SDL_scancode.h>
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {
namespace {

constexpr int kMostMinutes = 120;

bool was_pressed(int key) {
    return !ImGui::IsAnyItemActive() && ImGui::IsKeyPressed(key);
}

// Chosen by its digit or by the pointer; that closes the menu.
bool choice(int number, const char* label) {
    widgets::key_cap(std::to_string(number).c_str());
    ImGui::SameLine(0, theme::grid(1));
    const bool chosen = widgets::link_button(label) || was_pressed(SDL_SCANCODE_1 + number - 1);
    if (chosen) ImGui::CloseCurrentPopup();
    return chosen;
}

std::optional<std::uint64_t> seed_in(const std::string& digits) {
    std::uint64_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return {};
    return number;
}

void draw_drawing(SegmentMenuState& menu, Actions& actions) {
    if (choice(2, _("A part drawn by chance")))
        actions.push_back(DrawSegment{base::seconds(60.0 * menu.minutes), seed_in(menu.seed)});
    ImGui::Indent(theme::grid(4));
    if (widgets::icon_button(widgets::icon::kMinus, _("Shorter")) || was_pressed(SDL_SCANCODE_LEFT)) --menu.minutes;
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(fmt::format(fmt::runtime(_("{} min")), menu.minutes).c_str());
    ImGui::SameLine();
    if (widgets::icon_button(widgets::icon::kPlus, _("Longer")) || was_pressed(SDL_SCANCODE_RIGHT)) ++menu.minutes;
    menu.minutes = std::clamp(menu.minutes, 1, kMostMinutes);
    ImGui::SameLine(0, theme::grid(2));
    ImGui::SetNextItemWidth(theme::px(140));
    if (was_pressed(SDL_SCANCODE_5)) ImGui::SetKeyboardFocusHere();
    ImGui::InputTextWithHint("##seed", _("new seed"), &menu.seed, ImGuiInputTextFlags_CharsDecimal);
    widgets::note_last_item("seed");
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s", _("The same seed draws the same part again. Empty: a new one is drawn and shown."));
    ImGui::Unindent(theme::grid(4));
}

void draw_by_hand(const OpenConversationState& open, Actions& actions) {
    const base::Time here = playhead(open);
    const base::Time end = duration_of(open);
    const auto& now = open.coding.segment;
    const auto set = [&](base::Span span) {
        if (span.from < span.to) actions.push_back(SetSegment{codes::Segment{span, std::nullopt}});
    };
    if (choice(3, fmt::format(fmt::runtime(_("From here, {}")), clock_text(here)).c_str()))
        set({here, now && now->span.to > here ? now->span.to : end});
    if (choice(4, fmt::format(fmt::runtime(_("To here, {}")), clock_text(here)).c_str()))
        set({now && now->span.from < here ? now->span.from : base::Time{}, here});
}

}  // namespace

std::string segment_text(const OpenConversationState& open) {
    if (!open.coding.segment) return _("Whole conversation");
    const codes::Segment& segment = *open.coding.segment;
    return fmt::format("{}–{}", clock_text(segment.span.from), clock_text(segment.span.to));
}

void draw_segment_menu(const Model& model, CodeScreenState& state, Actions& actions) {
    SegmentMenuState& menu = state.segment_menu;
    if (!menu.is_asked) return;
    constexpr const char* kMenu = "segment menu";
    const OpenConversationState& open = *model.open;
    if (!menu.is_open) ImGui::OpenPopup(kMenu);
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Appearing, {0.5F, 0.5F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme::grid(2), theme::grid(2)});
    menu.is_open = ImGui::BeginPopup(kMenu);
    ImGui::PopStyleVar();
    if (!menu.is_open) {
        menu.is_asked = false;
        return;
    }
    state.has_popup = true;
    widgets::section(_("Which part is coded"));
    std::string now = segment_text(open);
    if (open.coding.segment && open.coding.segment->seed)
        now += " · " + fmt::format(fmt::runtime(_("drawn with seed {}")), *open.coding.segment->seed);
    ImGui::TextDisabled("%s", now.c_str());
    widgets::note_last_item(now.c_str());
    if (choice(1, _("The whole conversation"))) actions.push_back(SetSegment{});
    draw_drawing(menu, actions);
    draw_by_hand(open, actions);
    if (was_pressed(SDL_SCANCODE_ESCAPE)) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

}  // namespace app
