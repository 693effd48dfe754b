// What the trainee answered to the codebook's questions, before any number was shown; the report sets it beside what
// was measured.
#include "app/theme.h"
#include "app/views/report_panels.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace app {
namespace {

void draw_question(const codes::SelfQuestion& question, FeedbackDraft& draft) {
    auto& answers = draft.words.self_view;
    const auto given = answers.find(question.key);
    const auto answer = [&](const char* label, codes::Most most) {
        const bool chosen = given != answers.end() && given->second == most;
        ImGui::SameLine(0, theme::grid(0.5F));
        if (!widgets::choice(label, chosen)) return;
        // Pressing it again takes it back.
        if (chosen)
            answers.erase(question.key);
        else
            answers[question.key] = most;
        draft.is_changed = true;
        draft.typed_at = std::chrono::steady_clock::now();
    };
    ImGui::PushID(question.key.c_str());
    ImGui::TextWrapped("%s", question.label.in(base::language()).c_str());
    ImGui::Dummy({0, 0});
    answer(_("The trainee"), codes::Most::Professional);
    widgets::note_last_item((question.key + " trainee").c_str());
    answer(_("The client"), codes::Most::Client);
    answer(_("The same"), codes::Most::Same);
    ImGui::PopID();
}

}  // namespace

void draw_self_view(const OpenConversationState& open, FeedbackDraft& draft) {
    if (open.codebook.self_questions.empty()) return;
    ImGui::Dummy({0, theme::grid(1)});
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().accent);
    widgets::section(_("The trainee's own view"));
    ImGui::PopStyleColor();
    ImGui::TextDisabled("%s", _("Ask before you show a number."));
    for (const codes::SelfQuestion& question : open.codebook.self_questions) draw_question(question, draft);
}

}  // namespace app
