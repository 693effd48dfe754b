// Privacy: erasing a conversation for good, after reading what goes and typing a word.
#include "app/theme.h"
#include "app/views/privacy_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {

namespace {

void wrapped(const std::string& text) {
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
}

void files(const char* title, const std::vector<std::string>& paths) {
    if (paths.empty()) return;
    widgets::section(title);
    for (const std::string& path : paths) {
        ImGui::TextUnformatted(widgets::fitted(path, ImGui::GetContentRegionAvail().x).c_str());
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", path.c_str());
    }
}

void tick(const char* label, bool& ticked) {
    ImGui::Checkbox(label, &ticked);
    widgets::note_last_item(label);
}

library::ErasureReason reason_for(const PrivacyState& state) {
    return state.is_withdrawn ? library::ErasureReason::Withdrawn : library::ErasureReason::Asked;
}

}  // namespace

void draw_erasing_page(const Model& model, PrivacyState& state, Actions& actions) {
    const PrivacyDesk& desk = model.privacy;
    const library::WhatGoes& goes = desk.goes;
    wrapped(fmt::format(fmt::runtime(_("This goes for good, also from the {} backups that have it: codings {}, reports "
                                       "{}, turns of the transcript {}, clips, comments, the consent and its form, "
                                       "pictures and waveforms kept for speed. Only the number of the conversation and "
                                       "the day of erasure are left.")),
                        goes.backups, goes.codings, goes.reports, goes.turns));
    files(_("Recordings that the library keeps itself go too"), goes.own_files);
    files(_("Recordings in a folder of your own"), goes.other_files);
    if (!goes.other_files.empty()) tick(_("Delete these recordings too"), state.takes_recordings);
    files(_("Written from it before; delete these yourself"), goes.gone_out);
    tick(_("Because consent was withdrawn"), state.is_withdrawn);
    ImGui::Dummy({0, theme::grid(0.5F)});
    const std::string word = _("erase");
    widgets::text_field(fmt::format(fmt::runtime(_("Type “{}” to confirm")), word).c_str(), state.typed);
    if (state.typed != word) {
        widgets::hint(_("This cannot be undone."));
        return;
    }
    if (widgets::danger_button(_("Erase for good"))) {
        actions.push_back(EraseConversation{desk.conversation, reason_for(state),
                                            state.takes_recordings ? OwnRecordings::AreDeleted : OwnRecordings::Stay});
        ImGui::CloseCurrentPopup();
    }
}

}  // namespace app
