#include "app/theme.h"
#include "app/views/codebook_editor.h"
#include "app/views/codebook_form.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <SDL_keyboard.h>
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace app {

namespace {

ImU32 part_colour(const Document& part) {
    const std::string text = text_in(part, "colour");
    unsigned value = 0;
    const bool is_colour =
        text.size() == 7 && std::from_chars(text.data() + 1, text.data() + 7, value, 16).ptr == text.data() + 7;
    if (!is_colour) return 0;
    return theme::colour({static_cast<unsigned char>(value >> 16), static_cast<unsigned char>(value >> 8 & 0xFF),
                          static_cast<unsigned char>(value & 0xFF)});
}

bool is_wrong(const CodebookEditorState& state, const Part& part, std::size_t at) {
    const auto& mistake = state.reading.mistake;
    const std::string place = fmt::format("/{}/{}", part.member, at);
    return mistake && (mistake->pointer == place || mistake->pointer.starts_with(place + "/"));
}

std::string part_title(const Document& part) {
    for (const char* member : {"label", "text", "reason"}) {
        const std::string words = words_in(part, member);
        if (!words.empty()) return words;
    }
    return _("(no name yet)");
}

void draw_row(CodebookEditorState& state, const Part& part, const Document& list, std::size_t at) {
    std::size_t& chosen = state.items[state.part];
    const theme::Palette& p = theme::palette();
    const std::string title = part_title(list[at]);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = theme::px(30);
    ImGui::PushID(static_cast<int>(at));
    if (ImGui::Selectable("##part", chosen == at, 0, {width, height})) {
        chosen = at;
        state.refused_key.clear();
    }
    widgets::note_last_item(title.c_str());
    ImGui::PopID();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    float left = from.x + theme::grid(1), right = from.x + width - theme::grid(1);
    if (const ImU32 colour = part_colour(list[at])) {
        draw.AddRectFilled({left, from.y + theme::px(7)}, {left + theme::px(5), from.y + height - theme::px(7)}, colour,
                           theme::px(3));
        left += theme::px(14);
    }
    if (const std::string key = text_in(list[at], "default_key"); !key.empty()) {
        const float cap = widgets::key_cap_width(key.c_str());
        widgets::draw_key_cap(draw, {right - cap / 2, from.y + height / 2}, key.c_str());
        right -= cap + theme::grid(0.5F);
    }
    widgets::text_in_middle(draw, theme::regular(), {left, from.y}, height,
                            is_wrong(state, part, at) ? p.danger : p.ink, widgets::fitted(title, right - left).c_str());
}

void add(CodebookEditorState& state, const Part& part) {
    Document made = Document::parse(part.begins_as);
    Document& list = parts_of(state, part);
    made["key"] = free_key(state.document, part.member, kNewKey);
    std::size_t& chosen = state.items[state.part];
    const std::size_t at = list.empty() ? 0 : std::min(chosen + 1, list.size());
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(at), made);
    chosen = at;
    state.focus_form = true;
    touched(state);
}

void take_out(CodebookEditorState& state, Document& list) {
    std::size_t& chosen = state.items[state.part];
    if (chosen >= list.size()) return;
    list.erase(chosen);
    chosen = list.empty() ? 0 : std::min(chosen, list.size() - 1);
    touched(state);
}

void move(CodebookEditorState& state, Document& list, std::ptrdiff_t by) {
    std::size_t& chosen = state.items[state.part];
    const auto to = static_cast<std::ptrdiff_t>(chosen) + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(list.size())) return;
    std::swap(list[chosen], list[static_cast<std::size_t>(to)]);
    chosen = static_cast<std::size_t>(to);
    touched(state);
}

void go(CodebookEditorState& state, const Document& list, std::ptrdiff_t by) {
    std::size_t& chosen = state.items[state.part];
    const auto last = static_cast<std::ptrdiff_t>(list.size()) - 1;
    if (last >= 0)
        chosen =
            static_cast<std::size_t>(std::clamp(static_cast<std::ptrdiff_t>(chosen) + by, std::ptrdiff_t{0}, last));
    state.refused_key.clear();
}

// Arrows choose, Alt with an arrow moves, Insert makes a new one, Delete takes out, Enter fills in.
void keys(CodebookEditorState& state, const Part& part, const std::vector<KeyPress>& pressed) {
    const bool list_has_keys = ImGui::IsWindowFocused() && !ImGui::GetIO().WantTextInput;
    for (const KeyPress& press : pressed) {
        if (press.event.type != SDL_KEYDOWN) continue;
        const SDL_Keycode key = press.event.keysym.sym;
        const bool alt = (press.event.keysym.mod & KMOD_ALT) != 0;
        if (key == SDLK_INSERT) return add(state, part);
        if (alt && (key == SDLK_UP || key == SDLK_DOWN)) move(state, parts_of(state, part), key == SDLK_UP ? -1 : 1);
        if (!list_has_keys || alt) continue;
        if (key == SDLK_UP || key == SDLK_DOWN) go(state, parts_of(state, part), key == SDLK_UP ? -1 : 1);
        if (key == SDLK_DELETE) return take_out(state, parts_of(state, part));
        if (key == SDLK_RETURN) state.focus_form = true;
    }
}

void draw_buttons(CodebookEditorState& state, const Part& part) {
    Document& list = parts_of(state, part);
    const std::size_t chosen = state.items[state.part];
    const auto when = [](bool holds) { return holds ? widgets::Enabled::Yes : widgets::Enabled::No; };
    if (widgets::secondary_button(_(part.one))) add(state, part);
    ImGui::SameLine();
    if (widgets::icon_button(widgets::icon::kArrowUp, _("Move up (Alt+Up)"), when(chosen > 0 && !list.empty())))
        move(state, list, -1);
    ImGui::SameLine(0, 0);
    if (widgets::icon_button(widgets::icon::kArrowDown, _("Move down (Alt+Down)"), when(chosen + 1 < list.size())))
        move(state, list, 1);
    ImGui::SameLine(0, 0);
    if (widgets::icon_button(widgets::icon::kTrash, _("Take out (Delete)"), when(!list.empty()))) take_out(state, list);
}

}  // namespace

void draw_part_list(CodebookEditorState& state, const Part& part, const std::vector<KeyPress>& pressed) {
    draw_buttons(state, part);
    ImGui::BeginChild("##parts", {0, 0}, false, ImGuiWindowFlags_NoNav);
    if (std::exchange(state.focus_list, false)) ImGui::SetWindowFocus();
    keys(state, part, pressed);
    const Document& list = parts_of(state, part);
    if (list.empty()) widgets::hint(_("None yet."));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, theme::px(2)});
    for (std::size_t i = 0; i < list.size(); ++i) draw_row(state, part, list, i);
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace app
