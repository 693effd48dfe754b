// The code pad: professional left, client right, each code with its colour, name, key and count; the last code below.
#include "app/pad_rows.h"
#include "app/theme.h"
#include "app/value_keys.h"
#include "app/views/code_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

struct CodeButton {
    const codes::Code* code;
    std::string cap;
    int count = 0;
    bool is_running = false;  // a span that has not ended
    float width = 0;
    float height = 0;
};

// How high the rows are, and how far apart: close together before anything must be scrolled.
struct RowSize {
    float height = 0;
    float gap = 0;
};

bool is_running(const OpenConversationState& open, const codes::Code& code) {
    return code.extent == codes::Extent::Span &&
           std::any_of(open.coding.events.begin(), open.coding.events.end(),
                       [&](const codes::Event& event) { return event.code == code.key && !event.end; });
}

void draw_row(const CodeButton& row, ImVec2 from) {
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

void draw_code(const OpenConversationState& open, const CodeButton& row, const CodeScreenState& state,
               Actions& actions) {
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
    if (ImGui::IsItemHovered()) draw_definition(open, *row.code, row.cap);
    ImGui::PopID();
}

void draw_side(const Model& model, CodeScreenState& state, codes::Side side, ImVec2 size, const RowSize& rows,
               Actions& actions) {
    const OpenConversationState& open = *model.open;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    const KeptCounts& counts = counts_of(open, state.counts);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {theme::grid(1), rows.gap});
    ImGui::BeginChild(side == codes::Side::Professional ? "##professional" : "##client", size, false,
                      ImGuiWindowFlags_NoBackground);
    const float width = ImGui::GetContentRegionAvail().x;
    for (const PadRow& row : pad_rows(open.codebook, side)) {
        const float indent = theme::grid(1.5F) * static_cast<float>(std::min(row.depth, 3));
        ImGui::SetCursorPosX(indent);
        const auto count = counts.by_code.find(row.code->key);
        draw_code(open,
                  {.code = row.code,
                   .cap = keymap.code_cap(row.code->key),
                   .count = count == counts.by_code.end() ? 0 : count->second,
                   .is_running = is_running(open, *row.code),
                   .width = width - indent,
                   .height = rows.height},
                  state, actions);
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

// Where there is nothing to press there is room to say what the code in hand means.
void draw_empty_side(const OpenConversationState& open, codes::Side side, ImVec2 size) {
    ImGui::BeginChild("##empty", size, false, ImGuiWindowFlags_NoBackground);
    widgets::hint(side == codes::Side::Client ? _("This codebook looks at the professional only.")
                                              : _("This codebook looks at the client only."));
    const codes::Event* event = event_in_hand(open);
    if (const codes::Code* code = event ? open.codebook.find(event->code) : nullptr) {
        ImGui::Dummy({0, theme::grid(1)});
        draw_meaning(open, *code);
    }
    ImGui::EndChild();
}

RowSize row_size(const codes::Codebook& codebook, float room) {
    const std::size_t most = std::max({std::size_t{1}, pad_rows(codebook, codes::Side::Professional).size(),
                                       pad_rows(codebook, codes::Side::Client).size()});
    const float step = room / static_cast<float>(most);
    const float gap = std::floor(std::clamp(step * 0.16F, 1.0F, theme::px(6)));
    const float least = ImGui::GetTextLineHeight() + 1;
    return {std::floor(std::clamp(step - gap, least, theme::px(36))), gap};
}

}  // namespace

void draw_pad(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    if (open.codebook.codes.empty()) {
        widgets::hint(_("This codebook has no codes."));
        return;
    }
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    const float gap = theme::grid(3);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float last = last_code_height(open, keymap, room.x);
    const float title = ImGui::GetTextLineHeight() + theme::px(5);
    const ImVec2 side_size{std::floor((room.x - gap) / 2), room.y - title - last - theme::grid(1)};
    const RowSize rows = row_size(open.codebook, side_size.y);
    for (const codes::Side side : {codes::Side::Professional, codes::Side::Client}) {
        const float x = side == codes::Side::Professional ? from.x : from.x + side_size.x + gap;
        ImGui::SetCursorScreenPos({x, from.y});
        widgets::section(side_name(side));
        ImGui::SetCursorScreenPos({x, from.y + title});
        if (pad_rows(open.codebook, side).empty())
            draw_empty_side(open, side, side_size);
        else
            draw_side(model, state, side, side_size, rows, actions);
    }
    const float middle = std::floor(from.x + side_size.x + gap / 2);
    ImGui::GetWindowDrawList()->AddLine({middle, from.y}, {middle, from.y + title + side_size.y},
                                        theme::palette().hairline);
    draw_last_code(model, state, {from.x, from.y + room.y - last}, {room.x, last}, actions);
}

}  // namespace app
