// The list of turns: only those in sight are drawn, the one at the playhead stays in sight until the coach scrolls.
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/views/transcript_parts.h"
#include "app/widgets.h"

#include <algorithm>
#include <cmath>
#include <imgui_internal.h>

namespace app {
namespace {

float row_padding() {
    return theme::px(4);
}

void update_rows(const OpenConversationState& open, TurnRows& rows, float text_width) {
    const float font_size = ImGui::GetFontSize();
    if (rows.tops.size() == open.turns.size() + 1 && rows.serial == open.turns_serial && rows.width == text_width &&
        rows.font_size == font_size)
        return;
    rows = {open.turns_serial, text_width, font_size, {}};
    rows.tops.reserve(open.turns.size() + 1);
    float top = 0;
    for (const talk::Turn& turn : open.turns) {
        rows.tops.push_back(top);
        top +=
            static_cast<float>(lay_out_turn(turn, text_width).lines) * ImGui::GetTextLineHeight() + 2 * row_padding();
    }
    rows.tops.push_back(top);
}

std::ptrdiff_t row_to_show(const OpenConversationState& open, TranscriptState& state) {
    if (state.shows_cursor && state.cursor) return static_cast<std::ptrdiff_t>(*state.cursor);
    return state.follows ? talk::turn_begun_by(open.turns, playhead(open)) : -1;
}

// Before the list begins, so that it is drawn in its new place at once.
void scroll(const OpenConversationState& open, TranscriptState& state) {
    const std::ptrdiff_t row = row_to_show(open, state);
    if (row >= 0 && (row != state.scrolled_to || state.shows_cursor)) {
        state.scrolled_to = row;
        state.frames_to_scroll = 2;
    }
    state.shows_cursor = false;
    if (state.frames_to_scroll == 0 || state.scrolled_to < 0) return;
    --state.frames_to_scroll;
    const auto at = std::min(static_cast<std::size_t>(state.scrolled_to), open.turns.size() - 1);
    const float top = state.rows.tops[at], bottom = state.rows.tops[at + 1];
    const bool in_sight = top >= state.scroll_px && bottom <= state.scroll_px + state.height_px;
    if (in_sight && state.height_px > 0) return;
    const float room = std::max(0.0F, state.height_px - (bottom - top));
    const float to = std::max(0.0F, top - room / 3);
    ImGui::SetNextWindowScroll({-1, to});
    state.scroll_px = to;
}

// Whoever turns the wheel or pulls the bar wants to read elsewhere.
void notice_scrolling(TranscriptState& state, float lowest) {
    const float now = ImGui::GetScrollY();
    const bool by_hand = std::abs(now - std::min(state.scroll_px, lowest)) > 2 && state.frames_to_scroll == 0 &&
                         state.height_px == ImGui::GetWindowHeight();
    if (by_hand) state.follows = false;
    state.scroll_px = now;
    state.height_px = ImGui::GetWindowHeight();
}

void draw_visible(const OpenConversationState& open, TranscriptState& state, Actions& actions) {
    const std::vector<float>& tops = state.rows.tops;
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const float left = ImGui::GetWindowPos().x,
                right = left + ImGui::GetWindowWidth() - ImGui::GetStyle().ScrollbarSize;
    const auto first = std::upper_bound(tops.begin(), tops.end(), state.scroll_px) - tops.begin() - 1;
    const std::ptrdiff_t current = talk::turn_begun_by(open.turns, playhead(open));
    for (auto row = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, first));
         row < open.turns.size() && tops[row] < state.scroll_px + state.height_px; ++row)
        draw_turn(open,
                  {.number = row,
                   .from = {left, std::floor(origin.y + tops[row])},
                   .to = {right, std::floor(origin.y + tops[row + 1])},
                   .text_left = left + turn_text_left(),
                   .is_current = static_cast<std::ptrdiff_t>(row) == current},
                  state, actions);
    ImGui::SetCursorScreenPos(origin);
    ImGui::Dummy({1, tops.back()});
}

}  // namespace

void draw_turn_rows(const OpenConversationState& open, TranscriptState& state, float height, Actions& actions) {
    const float margin = theme::grid(1);
    const float width = ImGui::GetContentRegionAvail().x - 2 * margin;
    const float text_width = width - turn_text_left() - ImGui::GetStyle().ScrollbarSize - theme::grid(2);
    update_rows(open, state.rows, std::max(theme::px(80), text_width));
    scroll(open, state);
    ImGui::SetCursorPosX(margin);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    if (ImGui::BeginChild("turns", {width, height}, false, ImGuiWindowFlags_NoNav)) {
        notice_scrolling(state, std::max(0.0F, state.rows.tops.back() - ImGui::GetWindowHeight()));
        draw_visible(open, state, actions);
    }
    ImGui::EndChild();
    ImGui::PopStyleVar(2);
    const ImVec2 from = ImGui::GetItemRectMin(), to = ImGui::GetItemRectMax();
    widgets::note_widget("turns", from, to);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !state.menu_of && !ImGui::IsMouseHoveringRect(from, to))
        state.has_keys = false;
    if (state.has_keys) ImGui::GetWindowDrawList()->AddRect(from, to, theme::palette().accent, theme::px(4));
}

}  // namespace app
