// The code pad: professional left, client right, each code with its colour, name, key and count; the last code below.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

struct PadRow {
    const codes::Code* code;
    std::string cap;
    int count = 0;
    bool is_running = false;  // a span that has not ended
    float width = 0;
    float height = 0;
};

bool is_running(const OpenConversationState& open, const codes::Code& code) {
    return code.extent == codes::Extent::Span &&
           std::any_of(open.coding.events.begin(), open.coding.events.end(),
                       [&](const codes::Event& event) { return event.code == code.key && !event.end; });
}

void draw_row(const PadRow& row, ImVec2 from) {
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 to{from.x + row.width, from.y + row.height};
    const float radius = theme::px(6);
    const bool hovered = ImGui::IsItemHovered();
    const ImU32 ground = ImGui::IsItemActive() || row.is_running ? p.accent_soft : hovered ? p.hover : p.control;
    list.AddRectFilled(from, to, ground, radius);
    list.AddRect(from, to, row.is_running ? p.accent : p.hairline, radius);
    list.AddRectFilled(from, {from.x + theme::px(5), to.y}, theme::colour(row.code->colour), theme::px(3),
                       ImDrawFlags_RoundCornersLeft);
    float right = to.x - theme::grid(1.25F);
    const std::string count = std::to_string(row.count);
    widgets::text_in_middle(list, theme::regular(), {right - ImGui::CalcTextSize(count.c_str()).x, from.y}, row.height,
                            p.muted, count.c_str());
    right = to.x - theme::px(34);
    if (!row.cap.empty()) {
        const float cap = widgets::key_cap_width(row.cap.c_str());
        widgets::draw_key_cap(list, {right - cap / 2, from.y + row.height / 2}, row.cap.c_str());
        right -= cap;
    }
    const float left = from.x + theme::grid(2);
    widgets::text_in_middle(
        list, theme::regular(), {left, from.y}, row.height, p.ink,
        widgets::fitted(row.code->label.in(base::language()), right - left - theme::grid(0.75F)).c_str());
}

void draw_definition(const codes::Code& code, const std::string& cap) {
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(theme::px(320));
    widgets::section(code.label.in(base::language()).c_str());
    ImGui::TextUnformatted(code.definition.in(base::language()).c_str());
    if (!cap.empty())
        widgets::hint(
            fmt::format(fmt::runtime(_("{} codes it now; Alt {} gives it to what is selected.")), cap, cap).c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

void draw_code(const OpenConversationState& open, const PadRow& row, const CodeScreenState& state, Actions& actions) {
    ImGui::PushID(row.code->key.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton("code", {row.width, row.height});
    widgets::note_last_item(row.code->label.in(base::language()).c_str());
    // The press counts, not the release: that is when it was heard.
    if (ImGui::IsItemActivated()) {
        if (ImGui::GetIO().KeyAlt && !open.selected.empty())
            actions.push_back(RecodeSelected{row.code->key});
        else
            actions.push_back(DropCode{row.code->key, state.pointer_pressed, false});
    }
    if (ImGui::IsItemDeactivated())
        actions.push_back(DropCode{row.code->key, std::max(state.pointer_pressed, state.pointer_released), true});
    draw_row(row, at);
    if (ImGui::IsItemHovered()) draw_definition(*row.code, row.cap);
    ImGui::PopID();
}

void draw_side(const Model& model, CodeScreenState& state, codes::Side side, float width, float row_height,
               Actions& actions) {
    const OpenConversationState& open = *model.open;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    const KeptCounts& counts = counts_of(open, state.counts);
    widgets::section(side_name(side));
    for (const codes::Code& code : open.codebook.codes) {
        if (code.side != side) continue;
        const auto count = counts.by_code.find(code.key);
        draw_code(open,
                  {.code = &code,
                   .cap = keymap.code_cap(code.key),
                   .count = count == counts.by_code.end() ? 0 : count->second,
                   .is_running = is_running(open, code),
                   .width = width,
                   .height = row_height},
                  state, actions);
    }
}

void draw_last_code(const Model& model, CodeScreenState& state, float width, Actions& actions) {
    const OpenConversationState& open = *model.open;
    const codes::Event* event = open.coding.find(open.selected.size() == 1 ? open.selected.front() : open.last_event);
    if (!event) return;
    const theme::Palette& p = theme::palette();
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float pad = theme::grid(1.25F);
    const float small = theme::small()->FontSize * ImGui::GetIO().FontGlobalScale;
    const float height = 2 * pad + 2 * small + ImGui::GetFontSize() + theme::grid(1);
    ImGui::InvisibleButton("last code", {width, height});
    widgets::note_last_item("last code");
    if (ImGui::IsItemClicked()) actions.push_back(StartNote{event->id});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 to{at.x + width, at.y + height};
    const bool unsaved = !open.unsaved.empty();
    list.AddRectFilled(at, to, unsaved ? p.danger_soft : p.accent_soft, theme::px(6));
    list.AddRect(at, to, ImGui::IsItemHovered() ? p.accent : p.hairline, theme::px(6));
    const char* what = open.selected.size() == 1 ? _("Selected {}") : _("Last code {}");
    std::string first = fmt::format(fmt::runtime(what), clock_text(event->at, 1));
    if (!details_text(open.codebook, *event).empty()) first += " · " + details_text(open.codebook, *event);
    float y = at.y + pad;
    list.AddText(theme::small(), small, {at.x + pad, y}, p.muted, widgets::fitted(first, width - 2 * pad).c_str());
    y += small + theme::grid(0.5F);
    list.AddText(theme::semibold(), ImGui::GetFontSize(), {at.x + pad, y}, p.ink,
                 widgets::fitted(label_of(open.codebook, event->code), width - 2 * pad).c_str());
    y += ImGui::GetFontSize() + theme::grid(0.5F);
    std::string last = fmt::format(fmt::runtime(_("note: {} · undo: {}")), keymap.cap("note"), keymap.cap("undo"));
    if (unsaved)
        last = _("Not saved yet: the disk refuses");
    else if (!event->note.empty())
        last = event->note.substr(0, event->note.find('\n'));
    list.AddText(theme::small(), small, {at.x + pad, y}, unsaved ? p.danger : p.muted,
                 widgets::fitted(last, width - 2 * pad).c_str());
}

float row_height(const codes::Codebook& codebook) {
    const auto professional = std::count_if(codebook.codes.begin(), codebook.codes.end(), [](const codes::Code& code) {
        return code.side == codes::Side::Professional;
    });
    const auto rows = std::max(professional, static_cast<std::ptrdiff_t>(codebook.codes.size()) - professional);
    const float room = ImGui::GetContentRegionAvail().y - ImGui::GetTextLineHeight() - theme::grid(1);
    const float step = room / static_cast<float>(std::max<std::ptrdiff_t>(1, rows));
    return std::floor(std::clamp(step - theme::px(6), ImGui::GetTextLineHeight() + theme::px(4), theme::px(36)));
}

}  // namespace

void draw_pad(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    if (open.codebook.codes.empty()) {
        widgets::hint(_("This codebook has no codes."));
        return;
    }
    const float gap = theme::grid(3);
    const float width = std::floor((ImGui::GetContentRegionAvail().x - gap) / 2);
    const float height = row_height(open.codebook);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float bottom = from.y + ImGui::GetContentRegionAvail().y;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme::grid(1), theme::px(6)});
    ImGui::BeginGroup();
    draw_side(model, state, codes::Side::Professional, width, height, actions);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({from.x + width + gap, from.y});
    ImGui::BeginGroup();
    draw_side(model, state, codes::Side::Client, width, height, actions);
    ImGui::Dummy({0, theme::grid(0.5F)});
    draw_last_code(model, state, width, actions);
    ImGui::EndGroup();
    ImGui::PopStyleVar();
    const float middle = std::floor(from.x + width + gap / 2);
    ImGui::GetWindowDrawList()->AddLine({middle, from.y}, {middle, bottom}, theme::palette().hairline);
}

}  // namespace app
