#include "app/commands/issue.h"

#include "app/commands/find.h"
#include "report/html.h"
#include "report/page.h"
#include "report/report.h"

namespace commands {

namespace {

base::Language language_of(const std::string& asked, const library::Conversation& conversation) {
    const std::string& key = asked.empty() ? conversation.language : asked;
    if (key == "nl") return base::Language::Dutch;
    return key == "en" ? base::Language::English : base::language();
}

report::Sources sources_of(library::Library& library, const codes::Coding& coding,
                           const library::Conversation& conversation) {
    const std::vector<library::Report> earlier = library.reports(coding.id);  // newest first
    report::Sources sources;
    sources.trainee = conversation.trainee;
    sources.conversation = conversation.title;
    sources.date = conversation.date;
    sources.duration = duration_of(conversation);
    if (!conversation.recordings.empty()) {
        const library::Recording& recording = conversation.recordings.front();
        sources.recording_fingerprint = recording.sha256.empty() ? recording.fingerprint : recording.sha256;
    }
    sources.coding = coding;
    sources.codebook = codebook_of(library, coding);
    sources.turns = library.turns(conversation.id);
    sources.version = earlier.empty() ? 1 : earlier.front().version + 1;
    sources.issued = base::now();
    return sources;
}

}  // namespace

Issued issue_report(library::Library& library, const codes::Coding& coding, const std::string& language) {
    const library::Conversation conversation = conversation_of(library, coding);
    const report::Sources sources = sources_of(library, coding, conversation);
    const report::Report made = report::make_report(sources, language_of(language, conversation));
    library::Report frozen;
    frozen.coding = coding.id;
    frozen.language = base::code(made.language);
    frozen.issued = sources.issued;
    frozen.content = report::to_json(made);
    frozen.pdf = report::to_pdf(made);
    frozen.html = report::to_html(made);
    return {library.issue(frozen), report::page_count(made)};
}

}  // namespace commands
