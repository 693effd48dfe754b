// From the coding to the report: the coach's words, the page as it will print, and the version that never changes
// again.
#include "app/controller.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/whole_file.h"
#include "report/html.h"
#include "report/page.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace app {
namespace {

report::Sources sources_of(const OpenConversationState& open) {
    report::Sources sources;
    sources.trainee = open.conversation.trainee;
    sources.conversation = open.conversation.title;
    sources.date = open.conversation.date;
    if (!open.conversation.recordings.empty()) {
        const library::Recording& recording = open.conversation.recordings.front();
        sources.duration = recording.duration;
        sources.recording_fingerprint = recording.sha256.empty() ? recording.fingerprint : recording.sha256;
    }
    if (open.player && open.player->is_open()) sources.duration = open.player->info().duration;
    sources.coding = open.coding;
    sources.codebook = open.codebook;
    sources.turns = open.turns;
    return sources;
}

bool ends_with_html(const std::filesystem::path& path) {
    return path.extension() == ".html" || path.extension() == ".htm";
}

// A report must never take the place of a library or of a recording, by whatever name or link it is reached.
void refuse_to_overwrite_work(library::Library& library, const std::filesystem::path& path) {
    std::error_code failed;
    bool is_work = path.extension() == ".terugblik";
    for (const library::Conversation& conversation : library.conversations())
        for (const library::Recording& recording : conversation.recordings)
            is_work = is_work || std::filesystem::equivalent(path, recording.path, failed);
    if (is_work)
        throw base::Error(
            fmt::format(fmt::runtime(_("{}: this is a recording or a library. Choose another name for the report.")),
                        path.string()));
}

}  // namespace

void Controller::carry_out(const WriteFeedback& action) {
    if (!model_.open || action.feedback == model_.open->coding.feedback) return;
    edit(codes::edits::wrote(model_.open->coding, action.feedback));
}

void Controller::carry_out(const PreviewReport& action) {
    if (!model_.open) return;
    model_.preview = report::make_report(sources_of(*model_.open), action.language);
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
    report::Sources sources = sources_of(open);
    const std::vector<library::Report> before = model_.library.reports(open.coding.id);
    sources.version = before.empty() ? 1 : before.front().version + 1;
    sources.issued = base::now();
    const report::Report issued = report::make_report(sources, action.language);

    library::Report frozen;
    frozen.coding = open.coding.id;
    frozen.version = sources.version;
    frozen.language = base::code(action.language);
    frozen.issued = sources.issued;
    frozen.content = report::to_json(issued);
    frozen.pdf = report::to_pdf(issued);
    frozen.html = report::to_html(issued);
    const library::Report kept = model_.library.issue(frozen);
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
    refuse_to_overwrite_work(model_.library, path);
    base::write_whole_file(action.path, ends_with_html(path) ? report->html : report->pdf);
    tell(MessageKind::Information, fmt::format(fmt::runtime(_("The report is saved: {}")), action.path));
}

}  // namespace app
