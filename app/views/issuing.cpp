// Issuing a report freezes it; what was issued stands here, to be looked at or saved as a file.
#include "app/theme.h"
#include "app/views/report_panels.h"
#include "app/views/send.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

constexpr const char* kQuestion = "issue";

std::string file_name(const library::Conversation& conversation, const library::Report& report, const char* extension) {
    std::string name = conversation.trainee.empty() ? conversation.title : conversation.trainee;
    if (name.empty()) name = "report";
    name += " " + conversation.date.substr(0, 10) + fmt::format(" v{}", report.version);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '/' || c == '\\' || c == ':'; }, '-');
    return name + extension;
}

void draw_question(const OpenConversationState& open, const ReportScreenState& state, Actions& actions) {
    const int version = open.reports.empty() ? 1 : open.reports.front().version + 1;
    if (!widgets::begin_modal(kQuestion, _("Issue this report?"))) return;
    widgets::hint(
        fmt::format(fmt::runtime(_("Version {} is kept as it is now, in {}: words, numbers and pages. What you change "
                                   "later goes into a next version.")),
                    version, state.language == base::Language::Dutch ? _("Dutch") : _("English"))
            .c_str());
    ImGui::Dummy({0, theme::grid(1)});
    if (widgets::primary_button(fmt::format(fmt::runtime(_("Issue version {}")), version).c_str())) {
        actions.push_back(IssueReport{state.language});
        ImGui::CloseCurrentPopup();
    }
    ImGui::SameLine();
    const bool not_yet = widgets::secondary_button(_("Not yet"));
    if (not_yet || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
    widgets::end_modal();
}

void draw_version(const OpenConversationState& open, const library::Report& report, ReportScreenState& state,
                  Actions& actions) {
    ImGui::PushID(report.id.text.c_str());
    const std::string date = base::to_iso8601(report.issued).substr(0, 16);
    std::string title = fmt::format(fmt::runtime(_("Version {}")), report.version);
    ImGui::AlignTextToFramePadding();
    ImGui::BeginGroup();
    if (widgets::link_button(title.c_str())) state.shows = report.id;
    ImGui::SameLine();
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::PushFont(theme::small());
    std::string when = date;
    std::replace(when.begin(), when.end(), 'T', ' ');
    ImGui::TextUnformatted(fmt::format("{} · {} · {}…", when, report.language, report.sha256.substr(0, 8)).c_str());
    ImGui::PopFont();
    ImGui::PopStyleColor();
    ImGui::EndGroup();
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("SHA-256 %s", report.sha256.c_str());
    const float buttons = theme::px(140);
    ImGui::SameLine();
    ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX(), ImGui::GetContentRegionMax().x - buttons));
    if (widgets::link_button("PDF"))
        actions.push_back(SaveReport{report.id, file_name(open.conversation, report, ".pdf")});
    ImGui::SameLine(0, theme::grid(0.5F));
    if (widgets::link_button("HTML"))
        actions.push_back(SaveReport{report.id, file_name(open.conversation, report, ".html")});
    ImGui::PopID();
}

}  // namespace

void draw_issuing(const Model& model, ReportScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    if (widgets::primary_button(_("Issue report"))) widgets::open_modal(kQuestion);
    draw_question(open, state, actions);
    ImGui::SameLine();
    send_button(model, open.conversation, {0, 0}, actions);
    if (open.reports.empty()) {
        widgets::hint(_("Issuing keeps this page as it is, with a version number. You can then save it as a file."));
        return;
    }
    ImGui::TextDisabled("%s", _("Issued, and unchanged since:"));
    for (const library::Report& report : open.reports) draw_version(open, report, state, actions);
}

}  // namespace app
