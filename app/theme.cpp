#include "app/theme.h"

#include <algorithm>
#include <cmath>

namespace app::theme {

namespace {

constexpr ImU32 rgb(unsigned hex) {
    return IM_COL32((hex >> 16) & 0xff, (hex >> 8) & 0xff, hex & 0xff, 0xff);
}

constexpr Palette kLight = {.ground = rgb(0xF6F4F0),
                            .card = rgb(0xFFFFFF),
                            .hairline = rgb(0xE3E0DA),
                            .ink = rgb(0x23262B),
                            .muted = rgb(0x656A73),
                            .accent = rgb(0x0F6E6C),
                            .on_accent = rgb(0xFFFFFF),
                            .accent_soft = rgb(0xE1EEED),
                            .control = rgb(0xFBFAF8),
                            .hover = rgb(0xF1EFEA),
                            .key = rgb(0xEEEBE5),
                            .key_edge = rgb(0xD8D4CC),
                            .danger = rgb(0xA8281F),
                            .danger_soft = rgb(0xFBE9E7),
                            .warning_soft = rgb(0xFFF3D6),
                            .good = rgb(0x0D5C43),
                            .good_soft = rgb(0xDFF1EA),
                            .video = rgb(0x23262B),
                            .wave_professional = rgb(0x8FB3D1),
                            .wave_client = rgb(0xD6C08A)};

constexpr Palette kDark = {.ground = rgb(0x16181B),
                           .card = rgb(0x202327),
                           .hairline = rgb(0x363B42),
                           .ink = rgb(0xE9E7E2),
                           .muted = rgb(0xA5AAB2),
                           .accent = rgb(0x55C2BD),
                           .on_accent = rgb(0x0B1E1E),
                           .accent_soft = rgb(0x1D3D3D),
                           .control = rgb(0x272B30),
                           .hover = rgb(0x30353B),
                           .key = rgb(0x343A41),
                           .key_edge = rgb(0x4A515A),
                           .danger = rgb(0xFF9C91),
                           .danger_soft = rgb(0x44231F),
                           .warning_soft = rgb(0x41361A),
                           .good = rgb(0x7FD6B2),
                           .good_soft = rgb(0x1B3A2F),
                           .video = rgb(0x0D0E10),
                           .wave_professional = rgb(0x5D88AD),
                           .wave_client = rgb(0xA58E55)};

// UI thread only; what the theme and fonts are now.
const Palette* g_palette = &kLight;

ImVec4 vec(ImU32 colour) {
    return ImGui::ColorConvertU32ToFloat4(colour);
}

double luminance(ImU32 colour) {
    const auto linear = [](unsigned channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour & 0xff) + 0.7152 * linear((colour >> 8) & 0xff) +
           0.0722 * linear((colour >> 16) & 0xff);
}

ImU32 mixed(ImU32 a, ImU32 b, float share_of_b) {
    const ImVec4 x = vec(a), y = vec(b);
    const auto mix = [share_of_b](float p, float q) { return p + (q - p) * share_of_b; };
    return ImGui::ColorConvertFloat4ToU32({mix(x.x, y.x), mix(x.y, y.y), mix(x.z, y.z), 1});
}

void set_distances(ImGuiStyle& style) {
    style.WindowPadding = {grid(2), grid(2)};
    style.FramePadding = {grid(1.25), grid(0.75)};
    style.ItemSpacing = {grid(1), grid(1)};
    style.ItemInnerSpacing = {grid(0.75), grid(0.5)};
    style.ScrollbarSize = px(12);
    style.GrabMinSize = px(14);
    style.IndentSpacing = grid(2);
    style.WindowRounding = style.ChildRounding = style.PopupRounding = px(kRadius);
    style.FrameRounding = style.GrabRounding = px(6);
    style.ScrollbarRounding = px(6);
    style.WindowBorderSize = style.FrameBorderSize = style.ChildBorderSize = style.PopupBorderSize = 1;
    style.AntiAliasedLinesUseTex = false;  // SDL_Renderer draws such lines badly
}

}  // namespace

const Palette& palette() {
    return *g_palette;
}

ImU32 colour(codes::Colour colour, float alpha) {
    return IM_COL32(colour.red, colour.green, colour.blue,
                    std::clamp(static_cast<int>(std::lround(alpha * 255)), 0, 255));
}

ImU32 with_alpha(ImU32 colour, float alpha) {
    const auto part = static_cast<ImU32>(std::lround(std::clamp(alpha, 0.F, 1.F) * 255));
    return (colour & ~IM_COL32_A_MASK) | (part << IM_COL32_A_SHIFT);
}

ImU32 tint(codes::Colour code) {
    return mixed(palette().card, colour(code), g_palette == &kLight ? 0.18F : 0.3F);
}

double contrast(ImU32 a, ImU32 b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

float px(float px_at_1) {
    return std::round(px_at_1 * scale());
}

void apply(Theme theme) {
    g_palette = theme == Theme::Dark ? &kDark : &kLight;
    const Palette& p = palette();
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    set_distances(style);
    const auto set = [&style](ImGuiCol which, ImU32 colour) { style.Colors[which] = vec(colour); };
    set(ImGuiCol_Text, p.ink);
    set(ImGuiCol_TextDisabled, p.muted);
    set(ImGuiCol_TextSelectedBg, with_alpha(p.accent, 0.3F));
    set(ImGuiCol_WindowBg, p.ground);
    set(ImGuiCol_ChildBg, IM_COL32_BLACK_TRANS);
    set(ImGuiCol_PopupBg, p.card);
    set(ImGuiCol_Border, p.hairline);
    set(ImGuiCol_Separator, p.hairline);
    for (const ImGuiCol which : {ImGuiCol_FrameBg, ImGuiCol_Button}) set(which, p.control);
    for (const ImGuiCol which : {ImGuiCol_FrameBgHovered, ImGuiCol_ButtonHovered, ImGuiCol_HeaderHovered})
        set(which, p.hover);
    for (const ImGuiCol which : {ImGuiCol_FrameBgActive, ImGuiCol_ButtonActive, ImGuiCol_HeaderActive, ImGuiCol_Header})
        set(which, p.accent_soft);
    set(ImGuiCol_CheckMark, p.accent);
    set(ImGuiCol_SliderGrab, p.accent);
    set(ImGuiCol_SliderGrabActive, p.accent);
    set(ImGuiCol_ScrollbarBg, IM_COL32_BLACK_TRANS);
    set(ImGuiCol_ScrollbarGrab, p.key_edge);
    set(ImGuiCol_ScrollbarGrabHovered, p.muted);
    set(ImGuiCol_ScrollbarGrabActive, p.muted);
    set(ImGuiCol_NavHighlight, p.accent);
    set(ImGuiCol_ModalWindowDimBg, IM_COL32(20, 22, 25, 110));
    set(ImGuiCol_TableHeaderBg, p.control);
    set(ImGuiCol_TableBorderLight, p.hairline);
    set(ImGuiCol_TableBorderStrong, p.hairline);
    set(ImGuiCol_PlotHistogram, p.accent);
}

}  // namespace app::theme
