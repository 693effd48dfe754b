// One turn of the transcript: time, speaker by colour and word, its words; and what the pointer does there.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/transcript_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

constexpr float kTimeLeft = 16, kSpeakerLeft = 92, kTextLeft = 260;

bool is_in_range(const TranscriptState& state, std::size_t turn) {
    const talk::TurnRange range = state.range();
    return state.cursor && turn >= range.first && turn <= range.last;
}

void draw_ground(ImDrawList& list, const TurnRow& row, const TranscriptState& state) {
    const theme::Palette& p = theme::palette();
    const float radius = theme::px(4);
    if (row.is_current) {
        list.AddRectFilled(row.from, row.to, p.accent_soft, radius);
        list.AddRectFilled(row.from, {row.from.x + theme::px(3), row.to.y}, p.accent, radius);
    } else if (ImGui::IsItemHovered()) {
        list.AddRectFilled(row.from, row.to, p.hover, radius);
    }
    if (is_in_range(state, row.number))
        list.AddRect({row.from.x + 1, row.from.y}, {row.to.x - 1, row.to.y}, state.has_keys ? p.accent : p.key_edge,
                     radius);
}

void draw_speaker(ImDrawList& list, const TurnRow& row, const talk::Turn& turn, float y) {
    const theme::Palette& p = theme::palette();
    const float line = ImGui::GetTextLineHeight();
    const float left = row.from.x + theme::px(kSpeakerLeft);
    const bool is_known = turn.role != talk::Role::Unknown;
    const ImU32 colour = turn.role == talk::Role::Professional ? p.wave_professional
                         : turn.role == talk::Role::Client     ? p.wave_client
                                                               : p.key_edge;
    list.AddRectFilled({left, y + 1}, {left + theme::px(4), y + line - 1}, colour, 2);
    std::string who = is_known ? role_name(turn.role) : turn.speaker;
    if (who.empty()) who = _("not named");
    const float room = theme::px(kTextLeft - kSpeakerLeft) - theme::grid(2.5F);
    const float at = left + theme::grid(1.25F);
    list.AddText({at, y}, is_known ? p.ink : p.muted, widgets::fitted(who, room).c_str());
    if (!is_known || turn.speaker.empty()) return;
    const float used = ImGui::CalcTextSize(who.c_str()).x + theme::grid(0.75F);
    if (room - used < theme::px(24)) return;
    list.AddText({at + used, y}, p.muted, widgets::fitted(turn.speaker, room - used).c_str());
}

std::string without_words(const talk::Turn& turn) {
    if (turn.span.from == turn.span.to) return _("speaks now");
    return fmt::format(fmt::runtime(_("{} s, no words written down")),
                       base::number(base::language(), turn.span.length().seconds(), 1));
}

enum class Mark { None, Found, Selected };

Mark mark_of(const TurnRow& row, std::size_t word, const std::vector<SearchHit>& hits, const TranscriptState& state) {
    const bool is_selected =
        state.words && state.cursor == row.number && word >= state.words->first() && word <= state.words->last();
    if (is_selected) return Mark::Selected;
    const auto by_turn = [](const SearchHit& hit, std::size_t turn) { return hit.turn < turn; };
    for (auto hit = std::lower_bound(hits.begin(), hits.end(), row.number, by_turn);
         hit != hits.end() && hit->turn == row.number; ++hit)
        if (word >= hit->first && word <= hit->last) return Mark::Found;
    return Mark::None;
}

void draw_words(ImDrawList& list, const TurnRow& row, const talk::Turn& turn, const LaidText& laid,
                const std::vector<SearchHit>& hits, const TranscriptState& state) {
    const theme::Palette& p = theme::palette();
    const float line = ImGui::GetTextLineHeight(), top = row.from.y + theme::px(4);
    for (const PlacedWord& word : laid.words) {
        const ImVec2 at{std::floor(row.text_left + word.x), top + static_cast<float>(word.line) * line};
        const Mark mark = mark_of(row, word.number, hits, state);
        const ImVec2 end{at.x + word.width, at.y + line};
        if (mark == Mark::Selected)
            list.AddRectFilled({at.x - theme::px(2), at.y}, {end.x + theme::px(2), end.y}, p.accent, theme::px(2));
        else if (mark == Mark::Found)
            list.AddRectFilled({at.x - theme::px(2), at.y}, {end.x + theme::px(2), end.y}, p.warning_soft,
                               theme::px(2));
        const char* text = turn.text.c_str();
        list.AddText(at, mark == Mark::Selected ? p.on_accent : p.ink, text + word.word.from, text + word.word.to);
    }
    if (laid.words.empty())
        list.AddText({row.text_left, top}, turn.span.from == turn.span.to ? p.accent : p.muted,
                     without_words(turn).c_str());
}

std::optional<std::size_t> word_under_pointer(const TurnRow& row, const LaidText& laid) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (mouse.x < row.text_left) return {};
    const float line = (mouse.y - row.from.y - theme::px(4)) / ImGui::GetTextLineHeight();
    return laid.word_at(mouse.x - row.text_left, std::max(0, static_cast<int>(std::floor(line))));
}

void press(const OpenConversationState& open, const TurnRow& row, TranscriptState& state, Actions& actions) {
    state.has_keys = true;
    if (ImGui::GetIO().KeyShift && state.cursor) {
        state.cursor = row.number;
        state.words.reset();
        return;
    }
    state.put_cursor(row.number);
    state.follows = true;
    actions.push_back(SeekTo{open.turns[row.number].span.from});
}

// A press goes there; a stroke over words selects them.
void take_pointer(const OpenConversationState& open, const TurnRow& row, const LaidText& laid, TranscriptState& state,
                  Actions& actions) {
    const auto word = word_under_pointer(row, laid);
    if (ImGui::IsItemActivated()) {
        state.pressed_word = word;
        state.is_dragging = false;
    }
    if (ImGui::IsItemActive() && state.pressed_word && word && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 4)) {
        if (!state.is_dragging) state.put_cursor(row.number);
        state.is_dragging = state.has_keys = true;
        state.words = SelectedWords{*state.pressed_word, *word};
    }
    if (ImGui::IsItemDeactivated() && !state.is_dragging) press(open, row, state, actions);
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) && word) {
        state.put_cursor(row.number);
        state.words = SelectedWords{*word, *word};
        state.is_dragging = true;  // letting go does not take the selection away
    }
    if (ImGui::IsItemClicked(ImGuiMouseButton_Right)) {
        if (!is_in_range(state, row.number)) state.put_cursor(row.number);
        if (word && !state.words) state.words = SelectedWords{*word, *word};
        state.has_keys = true;
        state.menu_of = row.number;
    }
}

// The tests press words.
void note_words(const TurnRow& row, const talk::Turn& turn, const LaidText& laid) {
    for (const PlacedWord& word : laid.words) {
        const ImVec2 at{row.text_left + word.x,
                        row.from.y + theme::px(4) + static_cast<float>(word.line) * ImGui::GetTextLineHeight()};
        const std::string text = turn.text.substr(word.word.from, word.word.to - word.word.from);
        widgets::note_widget(fmt::format("word {} {}", row.number, text).c_str(), at,
                             {at.x + word.width, at.y + ImGui::GetTextLineHeight()});
    }
}

}  // namespace

float turn_text_left() {
    return theme::px(kTextLeft);
}

LaidText lay_out_turn(const talk::Turn& turn, float width) {
    ImFont* font = ImGui::GetFont();
    const float size = ImGui::GetFontSize();
    return lay_out(turn.text, width, [font, size](std::string_view text) {
        return font->CalcTextSizeA(size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
    });
}

void draw_turn(const OpenConversationState& open, const TurnRow& row, TranscriptState& state, Actions& actions) {
    const talk::Turn& turn = open.turns[row.number];
    const LaidText laid = lay_out_turn(turn, state.rows.width);
    ImGui::PushID(static_cast<int>(row.number));
    ImGui::SetCursorScreenPos(row.from);
    ImGui::InvisibleButton("turn", {std::max(1.0F, row.to.x - row.from.x), std::max(1.0F, row.to.y - row.from.y)});
    const std::string time = clock_text(turn.span.from, 1);
    widgets::note_last_item(("turn " + time).c_str());
    take_pointer(open, row, laid, state, actions);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_ground(list, row, state);
    const float y = row.from.y + theme::px(4);
    list.AddText({row.from.x + theme::px(kTimeLeft), y}, theme::palette().muted, time.c_str());
    draw_speaker(list, row, turn, y);
    draw_words(list, row, turn, laid, hits_of(open, state), state);
    note_words(row, turn, laid);
    ImGui::PopID();
}

}  // namespace app
