// Under the pad: the last or selected code, and the keys that say more about it. It keeps its height, so that nothing
// above it moves while coding.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/value_keys.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

struct Chip {
    std::string value;
    std::string cap;
    std::string name;
    std::string label;
    float width = 0;
};

std::vector<Chip> chips_of(const codes::Attribute& attribute, const Keymap& keymap) {
    const auto keys = value_keys(attribute);
    std::vector<Chip> chips;
    for (std::size_t i = 0; i < attribute.values.size(); ++i) {
        Chip chip;
        chip.value = attribute.values[i];
        if (keys[i]) chip.cap = value_cap(attribute, *keys[i], keymap);
        chip.label =
            i < attribute.value_labels.size() ? attribute.value_labels[i].in(base::language()) : attribute.values[i];
        chip.name = short_value(attribute, chip.value);
        chip.width = theme::grid(1);
        if (!chip.cap.empty()) chip.width += widgets::key_cap_width(chip.cap.c_str()) + theme::px(4);
        const float small = theme::small()->FontSize * ImGui::GetIO().FontGlobalScale;
        chip.width += theme::small()->CalcTextSizeA(small, FLT_MAX, 0, chip.name.c_str()).x + theme::px(4);
        chips.push_back(chip);
    }
    return chips;
}

float chip_height() {
    return ImGui::GetTextLineHeight() + theme::px(8);
}

float label_width(const codes::Attribute& attribute) {
    return ImGui::CalcTextSize(attribute.label.in(base::language()).c_str()).x + theme::grid(1.5F);
}

int lines_of(const codes::Attribute& attribute, const Keymap& keymap, float width) {
    int lines = 1;
    float x = label_width(attribute);
    for (const Chip& chip : chips_of(attribute, keymap)) {
        if (x + chip.width > width) {
            ++lines;
            x = 0;
        }
        x += chip.width + theme::px(4);
    }
    return lines;
}

bool draw_chip(const Chip& chip, ImVec2 at, bool is_chosen) {
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 to{at.x + chip.width, at.y + chip_height()};
    ImGui::SetCursorScreenPos(at);
    const bool pressed = ImGui::InvisibleButton(chip.value.c_str(), {chip.width, chip_height()});
    widgets::note_last_item(("value " + chip.value).c_str());
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", chip.label.c_str());
    if (is_chosen || ImGui::IsItemHovered()) list.AddRectFilled(at, to, is_chosen ? p.card : p.hover, theme::px(5));
    if (is_chosen) list.AddRect(at, to, p.accent, theme::px(5), 0, theme::px(2));
    float x = at.x + theme::px(4);
    if (!chip.cap.empty()) {
        const float cap = widgets::key_cap_width(chip.cap.c_str());
        widgets::draw_key_cap(list, {x + cap / 2, (at.y + to.y) / 2}, chip.cap.c_str());
        x += cap + theme::px(4);
    }
    widgets::text_in_middle(list, theme::small(), {x, at.y}, to.y - at.y, p.ink, chip.name.c_str());
    return pressed;
}

void draw_values(const OpenConversationState& open, const codes::Event& event, const Keymap& keymap, ImVec2 at,
                 float width, Actions& actions) {
    const auto attributes = attributes_of(open.codebook, event.code);
    if (attributes.empty()) return;
    const theme::Palette& p = theme::palette();
    const std::size_t in_hand = attribute_in_hand(open, event);
    const codes::Attribute& attribute = *attributes[in_hand];
    const auto said = event.attributes.find(attribute.key);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    widgets::text_in_middle(list, theme::semibold(), at, chip_height(), p.accent,
                            attribute.label.in(base::language()).c_str());
    float x = at.x + label_width(attribute);
    float y = at.y;
    for (const Chip& chip : chips_of(attribute, keymap)) {
        if (x + chip.width > at.x + width) {
            x = at.x;
            y += chip_height();
        }
        const bool is_chosen = said != event.attributes.end() && said->second == chip.value;
        if (draw_chip(chip, {x, y}, is_chosen))
            actions.push_back(GiveValue{attribute.key, is_chosen ? std::string() : chip.value});
        x += chip.width + theme::px(4);
    }
    if (attributes.size() < 2) return;
    const std::string more = fmt::format("{}/{}  {} {}", in_hand + 1, attributes.size(),
                                         keymap.cap("previous_attribute"), keymap.cap("next_attribute"));
    ImGui::PushFont(theme::small());
    const float more_width = ImGui::CalcTextSize(more.c_str()).x;
    ImGui::PopFont();
    if (x + more_width < at.x + width)
        widgets::text_in_middle(list, theme::small(), {at.x + width - more_width, y}, chip_height(), p.muted,
                                more.c_str());
}

std::string right_text(const OpenConversationState& open, const codes::Event& event, const Remark* remark,
                       const Keymap& keymap) {
    if (!open.unsaved.empty()) return _("Not saved yet: the disk refuses");
    if (remark) return remark->text;
    if (!event.note.empty()) return event.note.substr(0, event.note.find('\n'));
    return fmt::format(fmt::runtime(_("note: {} · undo: {}")), keymap.cap("note"), keymap.cap("undo"));
}

void draw_first_line(const OpenConversationState& open, const codes::Event& event, const Remark* remark,
                     const Keymap& keymap, ImVec2 at, float width) {
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float line = ImGui::GetTextLineHeight();
    const float end = at.x + width;
    const auto put = [&](ImFont* font, ImU32 colour, const std::string& text, float room) {
        ImGui::PushFont(font);
        const std::string cut = room > theme::grid(3) ? widgets::fitted(text, room) : std::string();
        widgets::text_in_middle(list, font, at, line, colour, cut.c_str());
        at.x += ImGui::CalcTextSize(cut.c_str()).x + (cut.empty() ? 0 : theme::grid(1));
        ImGui::PopFont();
    };
    const char* what = open.selected.size() == 1 ? _("Selected {}") : _("Last code {}");
    put(theme::small(), p.muted, fmt::format(fmt::runtime(what), clock_text(event.at, 1)), width / 2);
    put(theme::semibold(), p.ink, label_of(open.codebook, event.code), end - at.x);
    put(theme::small(), p.ink, details_text(open.codebook, event), end - at.x);
    const std::string right = right_text(open, event, remark, keymap);
    ImGui::PushFont(theme::small());
    const float right_width = std::min(ImGui::CalcTextSize(right.c_str()).x + 1, end - at.x - theme::grid(1));
    ImGui::PopFont();
    if (right_width < theme::grid(6)) return;
    at.x = end - right_width;
    put(theme::small(), open.unsaved.empty() ? p.muted : p.danger, right, right_width);
}

}  // namespace

float last_code_height(const OpenConversationState& open, const Keymap& keymap, float width) {
    int lines = 0;
    for (const codes::Attribute& attribute : open.codebook.attributes)
        lines = std::max(lines, lines_of(attribute, keymap, width - theme::grid(2)));
    return theme::grid(1.5F) + ImGui::GetTextLineHeight() +
           (lines > 0 ? theme::px(3) + static_cast<float>(lines) * chip_height() : 0);
}

void draw_last_code(const Model& model, CodeScreenState& state, ImVec2 at, ImVec2 size, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 to{at.x + size.x, at.y + size.y};
    const codes::Event* event = event_in_hand(open);
    const bool unsaved = !open.unsaved.empty();
    const ImU32 ground = unsaved ? p.danger_soft : event ? p.accent_soft : p.control;
    const float pad = theme::grid(1);
    const float line = ImGui::GetTextLineHeight();
    list.AddRectFilled(at, to, ground, theme::px(6));
    ImGui::SetCursorScreenPos(at);
    ImGui::InvisibleButton("last code", {size.x, std::min(size.y, line + theme::grid(1.25F))});
    widgets::note_last_item("last code");
    list.AddRect(at, to, state.value_comes || ImGui::IsItemHovered() ? p.accent : p.hairline, theme::px(6));
    const ImVec2 inside{at.x + pad, at.y + theme::px(5)};
    if (!event || open.clips.answer) {
        const std::string how =
            open.clips.answer
                ? std::string(_("Codes now go to what was said again. Escape: to the recording again."))
                : fmt::format(fmt::runtime(_("Press a code's key when you hear it. {}: what a code means")),
                              keymap.cap("explain"));
        widgets::text_in_middle(list, theme::small(), inside, line, p.muted,
                                widgets::fitted(how, size.x - 2 * pad).c_str());
        return;
    }
    if (ImGui::IsItemClicked()) actions.push_back(StartNote{event->id});
    const Remark* remark = state.reading.remark_on(open, event->id);
    if (remark && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", remark->text.c_str());
    draw_first_line(open, *event, remark, keymap, inside, size.x - 2 * pad);
    draw_values(open, *event, keymap, {inside.x, inside.y + line + theme::px(3)}, size.x - 2 * pad, actions);
}

}  // namespace app
