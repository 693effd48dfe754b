#include "app/coding_names.h"
#include "app/theme.h"
#include "app/views/library_parts.h"
#include "app/views/send.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace app {

std::string kind_text(library::Kind kind) {
    switch (kind) {
        case library::Kind::RolePlay:
            return _("role play");
        case library::Kind::Real:
            return _("real conversation");
        case library::Kind::Practice:
            break;
    }
    return _("practice");
}

bool is_date(const std::string& text) {
    if (text.empty()) return true;
    const bool is_day = text.size() == 10 && base::parse_iso8601(text + "T00:00:00Z").has_value();
    return is_day || base::parse_iso8601(text).has_value();
}

namespace {

void field(const Model& model, LibraryState& state, const char* label, std::string& text, const char* hint,
           Actions& actions) {
    widgets::text_field(label, text, hint);
    if (ImGui::IsItemDeactivatedAfterEdit()) keep_draft(model, state, actions);
}

void date_and_kind(const Model& model, LibraryState& state, Actions& actions) {
    library::Conversation& draft = *state.draft;
    const float half = (ImGui::GetContentRegionAvail().x - theme::grid(1)) / 2;
    ImGui::BeginGroup();
    ImGui::PushItemWidth(half);
    ImGui::BeginChild("##date", {half, theme::px(47)}, false,
                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar);
    // Of a moment only the day is shown; it stays a moment unless another day is typed.
    const bool is_moment = draft.date.size() > 10 && base::parse_iso8601(draft.date).has_value();
    const std::string before = is_moment ? draft.date.substr(0, 10) : draft.date;
    std::string day = before;
    widgets::text_field(_("Date"), day, _("2026-11-12"));
    if (day != before) draft.date = day;
    if (ImGui::IsItemDeactivatedAfterEdit()) keep_draft(model, state, actions);
    ImGui::EndChild();
    ImGui::PopItemWidth();
    ImGui::EndGroup();
    ImGui::SameLine();
    ImGui::BeginChild("##kind", {half, theme::px(47)}, false,
                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar);
    int kind = static_cast<int>(draft.kind);
    if (widgets::drop_down(
            _("Kind"), kind,
            {kind_text(library::Kind::Practice), kind_text(library::Kind::RolePlay), kind_text(library::Kind::Real)})) {
        draft.kind = static_cast<library::Kind>(kind);
        keep_draft(model, state, actions);
    }
    ImGui::EndChild();
    if (!is_date(draft.date)) {
        ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().danger);
        ImGui::TextUnformatted(_("Write the date as 2026-11-12."));
        ImGui::PopStyleColor();
    }
}

void fields(const Model& model, LibraryState& state, Actions& actions) {
    library::Conversation& draft = *state.draft;
    field(model, state, _("Trainee"), draft.trainee, _("Who is being coached?"), actions);
    field(model, state, _("Title"), draft.title, "", actions);
    date_and_kind(model, state, actions);
    int language = draft.language == "nl" ? 1 : draft.language == "en" ? 0 : 2;
    if (widgets::drop_down(_("Language of the conversation"), language, {_("English"), _("Dutch"), _("another")})) {
        draft.language = language == 1 ? "nl" : language == 0 ? "en" : "";
        keep_draft(model, state, actions);
    }
    field(model, state, _("Change goal"), draft.change_goal, _("What does the client want to change?"), actions);
    widgets::text_area(_("Remarks"), draft.remarks, theme::px(72));
    if (ImGui::IsItemDeactivatedAfterEdit()) keep_draft(model, state, actions);
}

void recordings(const Model& model, const ConversationCard& card, Actions& actions) {
    const theme::Palette& p = theme::palette();
    for (const library::Recording& recording : card.conversation.recordings) {
        const std::string name = std::filesystem::path(recording.path).filename().string();
        const std::string length = base::to_short_text(recording.duration);
        const float room = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(length.c_str()).x - theme::grid(2);
        ImGui::TextUnformatted(widgets::fitted(name, room).c_str());
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", recording.path.c_str());
        ImGui::SameLine(ImGui::GetContentRegionMax().x - ImGui::CalcTextSize(length.c_str()).x);
        ImGui::TextDisabled("%s", length.c_str());
    }
    if (card.recording_is_there) return;
    ImGui::PushStyleColor(ImGuiCol_Text, p.danger);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(
        _("The recording is not where it was. Codes and reports remain; to play it, find it again."));
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    if (model.finds_recording)
        widgets::hint(_("Searching\xe2\x80\xa6"));
    else if (widgets::secondary_button(_("Find again\xe2\x80\xa6"), {-FLT_MIN, 0}))
        actions.push_back(FindRecording{card.conversation.id, ""});
}

// Two lines each: who, and by which codebook; when, and how much.
void codings(const Model& model, const ConversationCard& card, Actions& actions) {
    for (const library::CodingSummary& coding : card.codings) {
        ImGui::PushID(coding.id.text.c_str());
        const float open_width = ImGui::CalcTextSize(_("Open")).x + theme::grid(2);
        const float room = ImGui::GetContentRegionAvail().x - open_width;
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(widgets::fitted(coding.coder + " · " + codebook_text(model, coding), room).c_str());
        ImGui::SameLine(ImGui::GetContentRegionMax().x - open_width);
        if (widgets::link_button(_("Open"))) actions.push_back(OpenCoding{coding.id});
        ImGui::PushFont(theme::small());
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() - theme::px(7));
        ImGui::TextDisabled("%s", extent_text(coding).c_str());
        ImGui::PopFont();
        ImGui::PopID();
    }
    if (widgets::link_button(_("New coding"))) actions.push_back(AskForCoding{card.conversation.id});
}

void privacy(const Model& model, const ConversationCard& card, Actions& actions) {
    const char* words = card.is_kept_too_long ? _("Was to be kept until {}") : _("Kept until {}");
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, card.is_kept_too_long ? theme::palette().danger : theme::palette().ink);
    ImGui::TextUnformatted(fmt::format(fmt::runtime(words), card.kept_until).c_str());
    ImGui::PopStyleColor();
    if (widgets::secondary_button(_("Consent, keeping, erasing\xe2\x80\xa6"), {-FLT_MIN, 0}))
        actions.push_back(ShowPrivacy{card.conversation.id});
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("Ctrl+P");
    send_button(model, card.conversation, {-FLT_MIN, 0}, actions);
}

void part(const char* title) {
    ImGui::Dummy({0, theme::grid(0.5F)});
    widgets::section(title);
}

}  // namespace

void draw_conversation_panel(const Model& model, LibraryState& state, const ConversationCard& card, Actions& actions) {
    // What undo changed shows at once; what is being typed stays until its field is left.
    if (!state.draft || state.draft->id != card.conversation.id || !has_same_words(state.draft_of, card.conversation)) {
        state.draft = card.conversation;
        state.draft_of = card.conversation;
    }
    ImGui::PushID(card.conversation.id.text.c_str());
    const char* open = card.codings.empty() ? _("Start coding") : _("Go on coding");
    if (widgets::primary_button(open, {-FLT_MIN, theme::px(36)}))
        actions.push_back(OpenConversation{card.conversation.id});
    draw_transcript_hits(model, card.conversation.id, actions);
    fields(model, state, actions);
    part(_("Recording"));
    recordings(model, card, actions);
    part(_("Transcript"));
    draw_transcript_part(model, card, actions);
    part(_("Codings"));
    codings(model, card, actions);
    part(_("Privacy"));
    privacy(model, card, actions);
    ImGui::Dummy({0, theme::grid(1)});
    if (widgets::danger_button(_("Remove from the library\xe2\x80\xa6"), {-FLT_MIN, 0}))
        state.asks_to_remove = card.conversation.id;
    ImGui::PopID();
}

}  // namespace app
