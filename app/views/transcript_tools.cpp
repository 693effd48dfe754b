// Beside the tabs: searching in the transcript, and following playback again. And what can be done where there is none.
#include "app/theme.h"
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
    if (search.text.empty()) return {};
    if (count == 0) return _("nothing found");
    if (search.current < count) return fmt::format(fmt::runtime(_("{} of {}")), search.current + 1, count);
    return fmt::format(fmt::runtime(base::translate(base::language(), "{} place", "{} places", count)), count);
}

float search_width() {
    return theme::px(200);
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

void draw_turns_text(const std::string& text) {
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopStyleColor();
    widgets::note_last_item("source of turns");
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

float transcript_tools_width(const Model& model, CodeScreenState& screen) {
    const OpenConversationState& open = *model.open;
    const TranscriptState& state = screen.transcript;
    if (open.turns.empty()) return 0;
    float width = search_width() + 2 * (ImGui::GetFrameHeight() + theme::grid(0.5F)) + theme::px(110);
    if (!talk::have_words(open.turns))
        width = theme::grid(1) +
                ImGui::CalcTextSize(turns_text(open, screen.keymap.of(&open.codebook, model.settings)).c_str()).x;
    if (!state.follows) width += ImGui::CalcTextSize(_("Follow playback")).x + theme::grid(6);
    return width;
}

void draw_transcript_tools(const Model& model, CodeScreenState& state, Actions&) {
    const OpenConversationState& open = *model.open;
    TranscriptState& transcript = state.transcript;
    if (open.turns.empty()) return;
    const Keymap& keymap = state.keymap.of(&open.codebook, model.settings);
    if (!transcript.follows) {
        if (widgets::link_button(_("Follow playback"))) transcript.follows = true;
        if (ImGui::IsItemHovered())
            ImGui::SetTooltip("%s", fmt::format(fmt::runtime(_("You scrolled, so the transcript stands still. {} "
                                                               "goes back to where playback is.")),
                                                keymap.cap("follow"))
                                        .c_str());
        ImGui::SameLine(0, theme::grid(1));
    }
    if (!talk::have_words(open.turns)) return draw_turns_text(turns_text(open, keymap));
    draw_search_field(open, transcript, keymap);
    ImGui::SameLine(0, theme::grid(1));
    const std::size_t count = hits_of(open, transcript).size();
    const std::string found = found_text(transcript.search, count);
    const float left = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::TextUnformatted(found.c_str());
    ImGui::PopStyleColor();
    widgets::note_last_item("found");
    ImGui::SameLine(left + theme::px(100), 0);
    const auto enabled = count > 0 ? widgets::Enabled::Yes : widgets::Enabled::No;
    if (widgets::icon_button(widgets::icon::kArrowUp, _("The one before"), enabled)) step_hit(open, transcript, -1);
    ImGui::SameLine(0, theme::grid(0.25F));
    if (widgets::icon_button(widgets::icon::kArrowDown, _("The next one"), enabled)) step_hit(open, transcript, 1);
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
}

}  // namespace app
