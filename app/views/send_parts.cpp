#include "app/views/send_parts.h"

#include "app/theme.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>
#include <imgui_internal.h>

namespace app {

namespace {

bool key_pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)) && !ImGui::IsWindowAppearing();
}

constexpr std::size_t kLongPassphrase = 512;  // so that typing leaves no copies of it behind

}  // namespace

void draw_wrapped(const std::string& text) {
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
}

void draw_problem(const std::string& text) {
    if (text.empty()) return;
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().danger);
    draw_wrapped(text);
    ImGui::PopStyleColor();
}

void draw_words_to_compare(const std::string& name, const std::string& words) {
    draw_wrapped(fmt::format(
        fmt::runtime(_("Ask {} by telephone to read out the words of their own card. They have to be these:")), name));
    ImGui::PushFont(theme::large());
    draw_wrapped(words);
    ImGui::PopFont();
}

void draw_progress(float fraction) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, 0});
    ImGui::ProgressBar(fraction, {-FLT_MIN, theme::px(6)}, "");
    ImGui::PopStyleVar();
}

bool begin_facts(const char* id) {
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {theme::grid(0.5F), theme::px(5)});
    if (ImGui::BeginTable(id, 2, ImGuiTableFlags_BordersInnerH)) {
        ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthFixed);
        ImGui::TableSetupColumn("text", ImGuiTableColumnFlags_WidthStretch);
        return true;
    }
    ImGui::PopStyleVar();
    return false;
}

void draw_fact(const char* name, const std::string& text) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextDisabled("%s", name);
    ImGui::TableNextColumn();
    draw_wrapped(text);
}

void end_facts() {
    ImGui::EndTable();
    ImGui::PopStyleVar();
}

bool first_button(const char* label, bool is_enabled) {
    const bool is_clicked =
        widgets::primary_button(label, {0, 0}, is_enabled ? widgets::Enabled::Yes : widgets::Enabled::No);
    ImGui::SetItemDefaultFocus();
    return is_enabled && (is_clicked || (ImGui::IsItemFocused() && key_pressed(ImGuiKey_Enter)));
}

bool second_button(const char* label) {
    const bool is_clicked = widgets::secondary_button(label);
    return is_clicked || (ImGui::IsItemFocused() && key_pressed(ImGuiKey_Enter)) || key_pressed(ImGuiKey_Escape);
}

void focus_anew() {
    ImGui::NavInitWindow(ImGui::GetCurrentWindow(), true);
}

void password_field(const char* label, sealed::SecretText& secret) {
    secret.text().reserve(kLongPassphrase);
    widgets::text_field(label, secret.text(), "", ImGuiInputTextFlags_Password);
}

}  // namespace app
