#include "app/wrapped_text.h"

#include <algorithm>
#include <imgui_internal.h>
#include <vector>

namespace app::widgets {

namespace {

std::size_t character_length(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80) ++length;
    return length;
}

// How many bytes of the paragraph fit on one line, at least one character.
std::size_t fits(std::string_view paragraph, float width, const std::function<float(std::string_view)>& width_of) {
    std::size_t after_space = 0;
    float used = 0;
    for (std::size_t at = 0; at < paragraph.size();) {
        const std::size_t length = character_length(paragraph, at);
        used += width_of(paragraph.substr(at, length));
        if (used > width && at > 0 && paragraph[at] != ' ') return after_space > 0 ? after_space : at;
        at += length;
        if (paragraph[at - 1] == ' ') after_space = at;
    }
    return paragraph.size();
}

// What the person typed before, for Ctrl+Z; of the one field that has the keyboard. UI thread only.
struct Typed {
    ImGuiID field = 0;
    std::vector<std::string> before;
    std::vector<std::string> after;
};
Typed g_typed;

struct Editing {
    std::string* text;
    std::string* shown;
    float width;
};

float measure(std::string_view character) {
    return ImGui::GetFont()
        ->CalcTextSizeA(ImGui::GetFontSize(), FLT_MAX, 0, character.data(), character.data() + character.size())
        .x;
}

void show(ImGuiInputTextCallbackData& data, const std::string& text, std::size_t cursor, float width) {
    const std::string shown = wrapped(text, width, measure);
    // The cursor stands behind as many real characters as before.
    std::size_t at = 0, real = 0;
    while (at < shown.size() && real < cursor) {
        if (std::string_view(shown).substr(at).starts_with(kSoftBreak)) {
            at += kSoftBreak.size();
        } else {
            ++at;
            ++real;
        }
    }
    if (std::string_view(shown).substr(at).starts_with(kSoftBreak)) at += kSoftBreak.size();
    data.DeleteChars(0, data.BufTextLen);
    data.InsertChars(0, shown.c_str());
    data.CursorPos = data.SelectionStart = data.SelectionEnd = static_cast<int>(std::min(at, shown.size()));
}

bool is_pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
}

void step_back_or_forth(ImGuiInputTextCallbackData& data, const Editing& editing) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!io.KeyCtrl || io.KeyAlt || (!is_pressed(ImGuiKey_Z) && !is_pressed(ImGuiKey_Y))) return;
    const bool forth = io.KeyShift || is_pressed(ImGuiKey_Y);
    auto& from = forth ? g_typed.after : g_typed.before;
    auto& to = forth ? g_typed.before : g_typed.after;
    if (from.empty()) return;
    to.push_back(unwrapped({data.Buf, static_cast<std::size_t>(data.BufTextLen)}));
    const std::string text = from.back();
    from.pop_back();
    show(data, text, text.size(), editing.width);
}

int called_back(ImGuiInputTextCallbackData* data) {
    const Editing& editing = *static_cast<Editing*>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        editing.shown->resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = editing.shown->data();
    } else if (data->EventFlag == ImGuiInputTextFlags_CallbackEdit) {
        const std::string_view shown(data->Buf, static_cast<std::size_t>(data->BufTextLen));
        const std::size_t cursor = unwrapped(shown.substr(0, static_cast<std::size_t>(data->CursorPos))).size();
        g_typed.before.push_back(*editing.text);
        g_typed.after.clear();
        show(*data, unwrapped(shown), cursor, editing.width);
    } else if (data->EventFlag == ImGuiInputTextFlags_CallbackAlways) {
        step_back_or_forth(*data, editing);
    }
    return 0;
}

}  // namespace

std::string wrapped(std::string_view text, float width, const std::function<float(std::string_view)>& width_of) {
    std::string shown;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        std::string_view paragraph = text.substr(from, end - from);
        while (!paragraph.empty()) {
            const std::size_t count = fits(paragraph, width, width_of);
            shown += paragraph.substr(0, count);
            paragraph.remove_prefix(count);
            if (!paragraph.empty()) shown += kSoftBreak;
        }
        if (end < text.size()) shown += '\n';
        from = end + 1;
    }
    return shown;
}

std::string unwrapped(std::string_view shown) {
    constexpr std::string_view kMark = kSoftBreak.substr(0, 3);
    std::string text;
    for (std::size_t at = 0; at < shown.size();) {
        const std::string_view rest = shown.substr(at);
        if (rest.starts_with(kSoftBreak)) {
            at += kSoftBreak.size();
        } else if (rest.starts_with(kMark)) {  // its line end was deleted
            at += kMark.size();
        } else {
            text += shown[at++];
        }
    }
    return text;
}

bool wrapped_input(const char* id, std::string& text, ImVec2 size, ImGuiInputTextFlags flags) {
    const ImGuiStyle& style = ImGui::GetStyle();
    const float room = size.x > 0 ? size.x : ImGui::GetContentRegionAvail().x;
    const float width = room - 2 * style.FramePadding.x - style.ScrollbarSize;
    if (const ImGuiID field = ImGui::GetID(id); g_typed.field != field && ImGui::GetActiveID() == field)
        g_typed = {field, {}, {}};
    std::string shown = wrapped(text, width, measure);
    Editing editing{&text, &shown, width};
    flags |= ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackEdit |
             ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_NoUndoRedo;
    const bool result =
        ImGui::InputTextMultiline(id, shown.data(), shown.capacity() + 1, {room, size.y}, flags, called_back, &editing);
    text = unwrapped(shown.c_str());
    return result;
}

}  // namespace app::widgets
