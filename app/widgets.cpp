#include "app/widgets.h"

#include "app/theme.h"

#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

namespace app::widgets {

namespace {

struct ButtonColours {
    ImU32 ground, hover, active, text, edge;
};

bool coloured_button(const char* label, ImVec2 size, const ButtonColours& colours) {
    ImGui::PushStyleColor(ImGuiCol_Button, colours.ground);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, colours.hover);
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, colours.active);
    ImGui::PushStyleColor(ImGuiCol_Text, colours.text);
    ImGui::PushStyleColor(ImGuiCol_Border, colours.edge);
    const float padding = size.x > 0 ? 0 : theme::grid(2);  // a text in the middle of a given width needs none
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {padding, theme::grid(0.875)});
    const bool pressed = ImGui::Button(label, size);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(5);
    note_last_item(label);
    return pressed;
}

bool maybe_disabled(Enabled enabled, const char* label, ImVec2 size, const ButtonColours& colours) {
    ImGui::BeginDisabled(enabled == Enabled::No);
    const bool pressed = coloured_button(label, size, colours);
    ImGui::EndDisabled();
    return pressed;
}

ImU32 darker(ImU32 colour) {
    ImVec4 c = ImGui::ColorConvertU32ToFloat4(colour);
    return ImGui::ColorConvertFloat4ToU32({c.x * 0.9F, c.y * 0.9F, c.z * 0.9F, c.w});
}

}  // namespace

bool primary_button(const char* label, ImVec2 size, Enabled enabled) {
    const theme::Palette& p = theme::palette();
    ImGui::PushFont(theme::semibold());
    const bool pressed =
        maybe_disabled(enabled, label, size, {p.accent, darker(p.accent), darker(p.accent), p.on_accent, p.accent});
    ImGui::PopFont();
    return pressed;
}

bool secondary_button(const char* label, ImVec2 size, Enabled enabled) {
    const theme::Palette& p = theme::palette();
    return maybe_disabled(enabled, label, size, {p.card, p.hover, p.accent_soft, p.ink, p.key_edge});
}

bool danger_button(const char* label, ImVec2 size) {
    const theme::Palette& p = theme::palette();
    return coloured_button(label, size, {p.danger_soft, p.danger_soft, p.danger_soft, p.danger, p.danger});
}

bool icon_button(const char* icon, const char* name, Enabled enabled) {
    const theme::Palette& p = theme::palette();
    const float side = ImGui::GetFrameHeight();
    ImGui::PushID(name);
    ImGui::BeginDisabled(enabled == Enabled::No);
    ImGui::PushStyleColor(ImGuiCol_Button, IM_COL32_BLACK_TRANS);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, p.hover);
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, p.accent_soft);
    ImGui::PushStyleColor(ImGuiCol_Border, IM_COL32_BLACK_TRANS);
    ImGui::PushStyleColor(ImGuiCol_Text, p.muted);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, 0});
    const bool pressed = ImGui::Button(icon, {side, side});
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(5);
    note_last_item(name);
    if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%.*s", static_cast<int>(ImGui::FindRenderedTextEnd(name) - name), name);
    ImGui::EndDisabled();
    ImGui::PopID();
    return pressed;
}

bool link_button(const char* label) {
    const theme::Palette& p = theme::palette();
    ImGui::PushFont(theme::semibold());
    ImGui::PushStyleColor(ImGuiCol_Button, IM_COL32_BLACK_TRANS);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, p.accent_soft);
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, p.accent_soft);
    ImGui::PushStyleColor(ImGuiCol_Border, IM_COL32_BLACK_TRANS);
    ImGui::PushStyleColor(ImGuiCol_Text, p.accent);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(0.75), theme::grid(0.25)});
    const bool pressed = ImGui::Button(label);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(5);
    ImGui::PopFont();
    note_last_item(label);
    return pressed;
}

bool choice(const char* label, bool chosen, ImVec2 size) {
    const theme::Palette& p = theme::palette();
    ImGui::PushFont(chosen ? theme::semibold() : theme::regular());
    const ImU32 ground = chosen ? p.accent_soft : IM_COL32_BLACK_TRANS;
    const bool pressed = coloured_button(
        label, size,
        {ground, chosen ? p.accent_soft : p.hover, p.accent_soft, chosen ? p.accent : p.muted, IM_COL32_BLACK_TRANS});
    ImGui::PopFont();
    return pressed;
}

bool begin_card(const char* id, ImVec2 size, ImGuiWindowFlags flags) {
    ImGui::PushStyleColor(ImGuiCol_ChildBg, theme::palette().card);
    const bool visible = ImGui::BeginChild(id, size, true, flags);
    ImGui::PopStyleColor();
    return visible;
}

void end_card() {
    ImGui::EndChild();
}

void pill(const char* text, ImU32 text_colour, ImU32 ground) {
    const ImVec2 measure = theme::small()->CalcTextSizeA(ImGui::GetFontSize() * 14 / 16, FLT_MAX, 0, text);
    const float font_size = ImGui::GetFontSize() * 14 / 16;
    const ImVec2 size{measure.x + theme::grid(2), measure.y + theme::grid(0.5)};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy(size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, ground, size.y / 2);
    list.AddText(theme::small(), font_size, {at.x + theme::grid(1), at.y + theme::grid(0.25)}, text_colour, text);
    note_last_item(text);
}

namespace {
constexpr float kKeyText = 13.5F / 16;
ImVec2 key_cap_size(const char* key) {
    const float font_size = std::round(theme::regular()->FontSize * ImGui::GetIO().FontGlobalScale * kKeyText);
    const ImVec2 text = theme::regular()->CalcTextSizeA(font_size, FLT_MAX, 0, key);
    const float height = theme::px(20);
    return {std::max(height, std::ceil(text.x) + theme::px(12)), height};
}
}  // namespace

float key_cap_width(const char* key) {
    return key_cap_size(key).x;
}

void draw_key_cap(ImDrawList& list, ImVec2 centre, const char* key) {
    const theme::Palette& p = theme::palette();
    const ImVec2 size = key_cap_size(key);
    const ImVec2 from{std::floor(centre.x - size.x / 2), std::floor(centre.y - size.y / 2)};
    const ImVec2 to{from.x + size.x, from.y + size.y};
    list.AddRectFilled(from, to, p.key, theme::px(4));
    list.AddRect(from, to, p.key_edge, theme::px(4));
    const float font_size = std::round(theme::regular()->FontSize * ImGui::GetIO().FontGlobalScale * kKeyText);
    const ImVec2 text = theme::regular()->CalcTextSizeA(font_size, FLT_MAX, 0, key);
    list.AddText(theme::regular(), font_size, {std::round(centre.x - text.x / 2), std::round(centre.y - text.y / 2)},
                 p.ink, key);
}

void key_cap(const char* key) {
    const ImVec2 size = key_cap_size(key);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetTextLineHeight();
    ImGui::Dummy({size.x, height});
    draw_key_cap(*ImGui::GetWindowDrawList(), {at.x + size.x / 2, at.y + height / 2}, key);
}

void heading(const char* text) {
    ImGui::PushFont(theme::title());
    ImGui::TextUnformatted(text);
    ImGui::PopFont();
}

void section(const char* text) {
    ImGui::PushFont(theme::semibold());
    ImGui::TextUnformatted(text);
    ImGui::PopFont();
}

void hint(const char* text) {
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text);
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
}

void empty_state(const char* icon, const char* title, const char* text) {
    const theme::Palette& p = theme::palette();
    const float room = ImGui::GetContentRegionAvail().x;
    const float left = ImGui::GetCursorPosX();
    const auto centred = [&](const char* line, ImFont* font, ImU32 colour) {
        ImGui::PushFont(font);
        const float width = std::min(ImGui::CalcTextSize(line, nullptr, false, room * 0.8F).x, room);
        ImGui::SetCursorPosX(left + std::floor((room - width) / 2));
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width + 1);
        ImGui::PushStyleColor(ImGuiCol_Text, colour);
        ImGui::TextUnformatted(line);
        ImGui::PopStyleColor();
        ImGui::PopTextWrapPos();
        ImGui::PopFont();
    };
    const float height = ImGui::GetContentRegionAvail().y;
    if (height > theme::grid(24)) ImGui::Dummy({1, std::floor((height - theme::grid(20)) / 3)});
    centred(icon, theme::title(), p.accent);
    centred(title, theme::large(), p.ink);
    if (*text != '\0') centred(text, theme::regular(), p.muted);
}

}  // namespace app::widgets
