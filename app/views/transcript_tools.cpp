// Above the turns: searching in the transcript, and following playback again. And what can be done where there is none.
#include "app/theme.h"
#include "app/views/code_panels.h"
#include "app/views/transcript_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {
namespace {

std::string found_text(const TranscriptSearch& search, std::size_t count) {
    if (count == 0) return _("nothing found");
    if (search.current < count) return fmt::format(fmt::runtime(_("{} of {}")), search.current + 1, count);
    return fmt::format(fmt::runtime(base::translate(base::language(), "{} place", "{} places", count)), count);
}

float search_width() {
    return theme::px(280);
}

// Enter goes to the next hit, with Shift to the one before; Escape gives the keys to the hit that was found.
void draw_search_field(const OpenConversationState& open, TranscriptState& state, const Keymap& keymap) {
    TranscriptSearch& search = state.search;
    ImGui::SetNextItemWidth(search_width());
    if (search.takes_focus) ImGui::SetKeyboardFocusHere();
    search.takes_focus = false;
    const std::string hint =
        fmt::format("{}  {}  {}", widgets::icon::kSearch, _("Search the transcript"), keymap.cap("find"));
    const std::string before = search.text;
    const bool entered = ImGui::InputTextWithHint(
        "##find", hint.c_str(), &search.text, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    widgets::note_last_item(_("Search the transcript"));
    const bool escaped = ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
    if (escaped) {
        search.text = before;  // Dear ImGui puts back what was there first
        state.has_keys = state.cursor.has_value();
    }
    if (search.text != before) search.current = hits_of(open, state).size();
    if (!entered) return;
    const bool is_first = search.current >= hits_of(open, state).size();
    if (is_first) search.current = 0;
    step_hit(open, state, is_first ? 0 : ImGui::GetIO().KeyShift ? -1 : 1);
    search.takes_focus = true;
}

// Turns without words are not searched; they say where they come from, and how they are marked again.
std::string turns_text(const OpenConversationState& open, const Keymap& keymap) {
    const char* source =
        open.turn_source == talk::TurnSource::Speech ? _("Found by speech activity") : _("Marked by hand");
    return fmt::format(fmt::runtime(_("{} · mark: {} the professional, {} the client, {} nobody")), source,
                       keymap.cap("mark_professional"), keymap.cap("mark_client"), keymap.cap("mark_nobody"));
}

void draw_muted(const std::string& text, const char* name) {
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopStyleColor();
    widgets::note_last_item(name);
}

void draw_search(const OpenConversationState& open, TranscriptState& state, const Keymap& keymap) {
    draw_search_field(open, state, keymap);
    const std::size_t count = hits_of(open, state).size();
    if (!state.search.text.empty()) {
        ImGui::SameLine(0, theme::grid(1));
        draw_muted(found_text(state.search, count), "found");
    }
    if (count == 0) return;
    ImGui::SameLine(0, theme::grid(1));
    if (widgets::icon_button(widgets::icon::kArrowUp, _("The one before"))) step_hit(open, state, -1);
    ImGui::SameLine(0, theme::grid(0.25F));
    if (widgets::icon_button(widgets::icon::kArrowDown, _("The next one"))) step_hit(open, state, 1);
}

void draw_follow(TranscriptState& state, const Keymap& keymap) {
    if (widgets::link_button(_("Follow playback"))) state.follows = true;
    if (!ImGui::IsItemHovered()) return;
    const std::string why =
        fmt::format(fmt::runtime(_("You scrolled, so the transcript stands still. {} goes back to where playback is.")),
                    keymap.cap("follow"));
    ImGui::SetTooltip("%s", why.c_str());
}

void how_to_mark(const Keymap& keymap) {
    const std::string text = fmt::format(
        fmt::runtime(_("Or mark who speaks while you listen: {} the professional, {} the client, {} nobody.")),
        keymap.cap("mark_professional"), keymap.cap("mark_client"), keymap.cap("mark_nobody"));
    const float room = ImGui::GetContentRegionAvail().x;
    const float width = std::min(room, ImGui::CalcTextSize(text.c_str()).x);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::floor((room - width) / 2));
    widgets::hint(text.c_str());
}

}  // namespace

void draw_transcript_tools(const Model& model, CodeScreenState& state) {
    const OpenConversationState& open = *model.open;
    TranscriptState& transcript = state.transcript;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    ImGui::SetCursorPosX(theme::grid(2));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme::grid(1), theme::px(3)});
    if (talk::have_words(open.turns))
        draw_search(open, transcript, keymap);
    else
        draw_muted(turns_text(open, keymap), "source of turns");
    if (!transcript.follows) {
        ImGui::SameLine(0, theme::grid(1));
        draw_follow(transcript, keymap);
    }
    if (transcript.has_keys) {
        ImGui::SameLine(0, theme::grid(2));
        draw_muted(_("↑ ↓ turn · ← → word · Shift: select · Enter: go there · Esc: keys back to playing"), "keys");
    }
    ImGui::PopStyleVar();
}

void draw_no_transcript(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    widgets::empty_state(widgets::icon::kSpeech, _("No transcript yet"),
                         _("Drop a transcript on this window (.vtt, .srt, .json or .txt), as Zoom, Teams or Whisper "
                           "make them, or choose one."));
    ImGui::Dummy({0, theme::grid(0.5F)});
    const float width = ImGui::CalcTextSize(_("Add a transcript…")).x + theme::grid(5);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::floor((ImGui::GetContentRegionAvail().x - width) / 2));
    if (widgets::primary_button(_("Add a transcript…"), {width, 0}))
        actions.push_back(AttachTranscript{open.conversation.id, ""});
    ImGui::Dummy({0, theme::grid(0.5F)});
    how_to_mark(state.keymap.of(&open.codebook, model.settings));
    ImGui::SetCursorPosX(theme::grid(2));
    ImGui::BeginGroup();
    draw_turns_offer(open, actions);
    ImGui::EndGroup();
}

}  // namespace app
