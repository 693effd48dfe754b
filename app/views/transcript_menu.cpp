// What can be done with a turn, or with the turns that are selected; and the field in which its words are corrected.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/views/transcript_parts.h"
#include "app/widgets.h"
#include "app/wrapped_text.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {
namespace {

bool menu_item(const char* label, const std::string& key) {
    const bool pressed = ImGui::MenuItem(label, key.empty() ? nullptr : key.c_str());
    widgets::note_last_item(label);
    return pressed;
}

void draw_speakers(const Keymap& keymap, talk::TurnRange range, Actions& actions) {
    if (menu_item(_("The professional speaks"), {})) actions.push_back(GiveTurns{range, talk::Role::Professional});
    if (menu_item(_("The client speaks"), {})) actions.push_back(GiveTurns{range, talk::Role::Client});
    if (menu_item(_("Another speaks"), {})) actions.push_back(GiveTurns{range, talk::Role::Unknown});
    if (menu_item(_("The other side speaks"), keymap.cap("swap_speaker"))) actions.push_back(SwapSpeakers{range});
    if (menu_item(_("Swap both sides in the whole transcript"), keymap.cap("swap_all"))) actions.push_back(SwapRoles{});
}

void draw_items(const OpenConversationState& open, const Keymap& keymap, TranscriptState& state, Actions& actions) {
    const talk::TurnRange range = state.range();
    const bool is_one = range.first == range.last;
    const talk::Turn& turn = open.turns[range.first];
    if (is_one) {
        if (menu_item(_("Go there"), _("Enter"))) actions.push_back(SeekTo{turn.span.from});
        if (menu_item(_("Play it in a loop"), {})) {
            actions.push_back(SetLoop{turn.span});
            actions.push_back(SeekTo{turn.span.from});
        }
        if (menu_item(_("Correct the words"), keymap.cap("correct_turn"))) begin_correcting(open, state);
        if (menu_item(_("Split here"), keymap.cap("split_turn"))) actions.push_back(split_at_cursor(open, state));
        if (menu_item(_("Join with the next"), keymap.cap("join_turns"))) actions.push_back(JoinTurns{range.first});
        ImGui::Separator();
    }
    draw_speakers(keymap, range, actions);
    ImGui::Separator();
    if (menu_item(is_one ? _("Remove this turn") : _("Remove these turns"), keymap.cap("delete")))
        actions.push_back(RemoveTurns{range});
}

}  // namespace

SplitTurn split_at_cursor(const OpenConversationState& open, const TranscriptState& state) {
    const std::size_t turn = state.cursor.value_or(0);
    SplitTurn split{turn, {}};
    if (state.words) split.byte = talk::words_of(open.turns[turn].text)[state.words->first()].from;
    return split;
}

void draw_turn_menu(const Model& model, CodeScreenState& state, Actions& actions) {
    TranscriptState& transcript = state.transcript;
    if (!transcript.menu_of) return;
    constexpr const char* kMenu = "turn menu";
    if (!transcript.menu_is_open) ImGui::OpenPopup(kMenu);
    transcript.menu_is_open = transcript.cursor && ImGui::BeginPopup(kMenu);
    if (!transcript.menu_is_open) {
        transcript.menu_of.reset();
        return;
    }
    state.has_popup = true;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
    draw_items(*model.open, state.keymap.of(&model.open->codebook, model.settings), transcript, actions);
    ImGui::EndPopup();
}

void draw_turn_editor(const OpenConversationState& open, TranscriptState& state, Actions& actions) {
    CorrectedTurn& correcting = state.correcting;
    if (!correcting.turn) return;
    const talk::Turn& turn = open.turns[*correcting.turn];
    ImGui::SetCursorPosX(theme::grid(2));
    ImGui::BeginGroup();
    const std::string title = clock_text(turn.span.from, 1) + "  " + role_name(turn.role);
    widgets::section(title.c_str());
    ImGui::SameLine(0, theme::grid(2));
    widgets::hint(_("Enter saves · Esc: leave as it was"));
    if (correcting.is_new) ImGui::SetKeyboardFocusHere();
    const ImVec2 size{ImGui::GetContentRegionAvail().x - theme::grid(2),
                      ImGui::GetTextLineHeight() * 2 + ImGui::GetStyle().FramePadding.y * 2 + theme::px(2)};
    const bool entered =
        widgets::wrapped_input("##turn", correcting.text, size,
                               ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CtrlEnterForNewLine);
    widgets::note_last_item("turn text");
    ImGui::EndGroup();
    const bool escaped = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)) && !correcting.is_new;
    // Left by the mouse: what was typed is kept, as everywhere.
    const bool left = ImGui::IsItemDeactivated() && !escaped;
    correcting.is_new = false;
    if (entered || left) actions.push_back(CorrectTurn{*correcting.turn, correcting.text});
    if (entered || left || escaped) correcting = {};
}

}  // namespace app
