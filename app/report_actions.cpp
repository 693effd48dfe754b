// From the coding to the report: the coach's words, the page as it will print, and the version that never changes
// again.
#include "app/controller.h"
#include "app/report_making.h"
#include "base/error.h"
#include "base/i18n.h"
#include "library/overwriting.h"
#include "library/sharing.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace app {
namespace {

report::Sources sources_of(const OpenConversationState& open) {
    report::Sources sources = report_sources(open.conversation, open.coding, open.codebook, open.turns);
    if (open.player && open.player->is_open()) sources.duration = open.player->info().duration;
    return sources;
}

}  // namespace

void Controller::carry_out(const WriteFeedback& action) {
    if (!model_.open || action.feedback == model_.open->coding.feedback) return;
    edit(codes::edits::wrote(model_.open->coding, action.feedback));
}

void Controller::carry_out(const PreviewReport& action) {
    if (!model_.open) return;
    report::Sources sources = sources_of(*model_.open);
    sources.goals = goals_of(model_.library, model_.open->conversation.id);
    model_.preview = report::make_report(sources, action.language);
    ++model_.preview_serial;
}

void Controller::carry_out(const ShowIssuedReport& action) {
    const std::optional<library::Report> report = model_.library.report(action.report);
    if (!report) throw base::Error(_("This report is no longer in the library."));
    model_.preview = report::report_from_json(report->content);
    ++model_.preview_serial;
}

void Controller::carry_out(const IssueReport& action) {
    if (!model_.open) return;
    if (!save_unsaved())
        throw base::Error(
            _("The coding is not saved yet, so the report cannot be issued. Make room on the disk first."));
    OpenConversationState& open = *model_.open;
    const library::Report kept = issue_report(model_.library, sources_of(open), action.language).report;
    open.reports = model_.library.reports(open.coding.id);
    tell(MessageKind::Information,
         fmt::format(fmt::runtime(_("Report version {} is issued. It stays as it is, whatever you change later.")),
                     kept.version));
}

void Controller::carry_out(const SaveReport& action) {
    const std::filesystem::path path(action.path);
    if (!path.has_parent_path()) {
        FileRequest request;
        request.kind = FileRequest::Kind::Save;
        request.title = _("Save the report");
        request.suggested = action.path.empty() ? "report.pdf" : action.path;
        request.if_chosen = [report = action.report](const std::vector<std::string>& chosen) -> Action {
            return SaveReport{report, chosen.front()};
        };
        services_.ask_file(std::move(request));
        return;
    }
    const std::optional<library::Report> report = model_.library.report(action.report);
    if (!report) throw base::Error(_("This report is no longer in the library."));
    const std::optional<codes::Coding> coding = model_.library.coding(report->coding);
    if (!coding) throw base::Error(_("This report is no longer in the library."));
    library::require_may_share(model_.library, coding->conversation, library::ConsentPurpose::Coaching);
    library::check_export(model_.library, action.path);
    write_report(*report, action.path);
    model_.library.access_log().note(library::AccessVerb::Exported, coding->conversation, action.path);
    tell(MessageKind::Information, fmt::format(fmt::runtime(_("The report is saved: {}")), action.path));
}

}  // namespace app
