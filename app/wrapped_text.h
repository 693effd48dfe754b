// A field of several lines that breaks lines where its width ends; Dear ImGui's own lets them run out of sight. Soft
// breaks are an invisible mark and a line end in what is edited, and are never in the text itself.
#pragma once

#include <functional>
#include <imgui.h>
#include <string>
#include <string_view>

namespace app::widgets {

inline constexpr std::string_view kSoftBreak = "\xe2\x80\x8b\n";  // U+200B

// `width_of` measures; words longer than a line are broken inside.
std::string wrapped(std::string_view text, float width, const std::function<float(std::string_view)>& width_of);
std::string unwrapped(std::string_view shown);

// As ImGui::InputTextMultiline; undo and redo with Ctrl+Z while it has the keyboard.
bool wrapped_input(const char* id, std::string& text, ImVec2 size, ImGuiInputTextFlags flags = 0);

}  // namespace app::widgets
