#include "app/theme.h"
#include "app/widgets.h"
#include "app/wrapped_text.h"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

namespace app::widgets {

namespace {

std::vector<Noted> g_noted;  // UI thread only

void field_name(const char* label) {
    ImGui::PushFont(theme::small());
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::TextUnformatted(label, ImGui::FindRenderedTextEnd(label));
    ImGui::PopStyleColor();
    ImGui::PopFont();
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - theme::grid(0.5));
}

}  // namespace

std::string fitted(const std::string& text, float width) {
    if (ImGui::CalcTextSize(text.c_str()).x <= width) return text;
    constexpr const char* kEllipsis = "\xe2\x80\xa6";
    const float room = width - ImGui::CalcTextSize(kEllipsis).x;
    const char* end = text.c_str();
    ImGui::GetFont()->CalcTextSizeA(ImGui::GetFontSize(), room > 0 ? room : 0, 0, text.c_str(), nullptr, &end);
    std::string cut(text.c_str(), end);
    while (!cut.empty() && cut.back() == ' ') cut.pop_back();
    return cut + kEllipsis;
}

void text_in_middle(ImDrawList& list, ImFont* font, ImVec2 at, float height, ImU32 colour, const char* text) {
    const float size = font->FontSize * ImGui::GetIO().FontGlobalScale;
    list.AddText(font, size, {at.x, std::floor(at.y + (height - size) / 2)}, colour, text);
}

void open_modal(const char* id) {
    ImGui::OpenPopup(id);
}

bool begin_modal(const char* id, const char* title, float width_at_1) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(theme::px(width_at_1), screen.x - theme::grid(4));
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, screen.y - theme::grid(4)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme::grid(3), theme::grid(3)});
    const bool shown = ImGui::BeginPopupModal(id, nullptr,
                                              ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_AlwaysAutoResize |
                                                  ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    if (!shown) return false;
    ImGui::PushFont(theme::large());
    ImGui::TextUnformatted(title);
    ImGui::PopFont();
    ImGui::Dummy({0, 0});
    return true;
}

void close_modals() {
    if (!ImGui::GetCurrentContext()->OpenPopupStack.empty()) ImGui::ClosePopupToLevel(0, true);
}

void end_modal() {
    ImGui::EndPopup();
}

bool text_field(const char* label, std::string& text, const char* hint_text, ImGuiInputTextFlags flags) {
    ImGui::PushID(label);
    field_name(label);
    ImGui::SetNextItemWidth(-FLT_MIN);
    const bool changed = ImGui::InputTextWithHint("##field", hint_text, &text, flags);
    note_last_item(label);
    ImGui::PopID();
    return changed;
}

bool text_area(const char* label, std::string& text, float height) {
    ImGui::PushID(label);
    field_name(label);
    const bool changed = wrapped_input("##field", text, {0, height});
    note_last_item(label);
    ImGui::PopID();
    return changed;
}

bool drop_down(const char* label, int& chosen, const std::vector<std::string>& choices) {
    ImGui::PushID(label);
    field_name(label);
    ImGui::SetNextItemWidth(-FLT_MIN);
    const bool in_range = chosen >= 0 && chosen < static_cast<int>(choices.size());
    bool changed = false;
    const bool is_open =
        ImGui::BeginCombo("##field", in_range ? choices[static_cast<std::size_t>(chosen)].c_str() : "");
    note_last_item(label);
    if (is_open) {
        for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
            ImGui::PushID(i);
            const char* text = choices[static_cast<std::size_t>(i)].c_str();
            if (ImGui::Selectable(text, i == chosen)) {
                changed = i != chosen;
                chosen = i;
            }
            note_last_item(text);
            ImGui::PopID();
        }
        ImGui::EndCombo();
    }
    ImGui::PopID();
    return changed;
}

void note_widget(const char* label, ImVec2 from, ImVec2 to) {
    g_noted.push_back({std::string(label, ImGui::FindRenderedTextEnd(label)), from, to});
}

void note_last_item(const char* label) {
    note_widget(label, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
}

const std::vector<Noted>& noted_widgets() {
    return g_noted;
}

void forget_noted_widgets() {
    g_noted.clear();
}

}  // namespace app::widgets
