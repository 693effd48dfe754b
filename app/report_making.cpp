#include "app/report_making.h"

#include "base/whole_file.h"
#include "library/sharing.h"
#include "report/html.h"
#include "report/page.h"

namespace app {

report::Sources report_sources(const library::Conversation& conversation, const codes::Coding& coding,
                               const codes::Codebook& codebook, const std::vector<talk::Turn>& turns) {
    report::Sources sources;
    sources.trainee = conversation.trainee;
    sources.conversation = conversation.title;
    sources.date = conversation.date;
    if (!conversation.recordings.empty()) {
        const library::Recording& recording = conversation.recordings.front();
        sources.duration = recording.duration;
        sources.recording_fingerprint = recording.sha256.empty() ? recording.fingerprint : recording.sha256;
    }
    sources.coding = coding;
    sources.codebook = codebook;
    sources.turns = turns;
    return sources;
}

std::vector<codes::Goal> goals_of(library::Library& library, const base::Id& conversation) {
    std::vector<codes::Goal> goals = library.goals().all();
    std::erase_if(goals, [&](const codes::Goal& goal) { return goal.conversation != conversation; });
    return goals;
}

Issued issue_report(library::Library& library, report::Sources sources, base::Language language) {
    library::require_may_share(library, sources.coding.conversation, library::ConsentPurpose::Coaching);
    const std::vector<library::Report> earlier = library.reports(sources.coding.id);  // newest first
    sources.version = earlier.empty() ? 1 : earlier.front().version + 1;
    sources.issued = base::now();
    sources.goals = goals_of(library, sources.coding.conversation);
    const report::Report made = report::make_report(sources, language);
    library::Report frozen;
    frozen.coding = sources.coding.id;
    frozen.version = sources.version;
    frozen.language = base::code(made.language);
    frozen.issued = sources.issued;
    frozen.content = report::to_json(made);
    frozen.pdf = report::to_pdf(made);
    frozen.html = report::to_html(made);
    const library::Report issued = library.issue(frozen);
    library.access_log().note(library::AccessVerb::Issued, sources.coding.conversation, {});
    return {issued, report::page_count(made)};
}

bool is_html_name(const std::string& path) {
    return path.ends_with(".html") || path.ends_with(".htm");
}

void write_report(const library::Report& report, const std::string& path) {
    base::write_whole_file(path, is_html_name(path) ? report.html : report.pdf);
}

}  // namespace app
