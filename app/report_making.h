// From a coding to a report: what it is made from, and how it is frozen in the library. The window and the command line
// make theirs the same way.
#pragma once

#include "library/library.h"
#include "report/report.h"

#include <string>

namespace app {

// Everything but the goals, the version and the moment of issue.
report::Sources report_sources(const library::Conversation& conversation, const codes::Coding& coding,
                               const codes::Codebook& codebook, const std::vector<talk::Turn>& turns);

// Those that were set in this conversation.
std::vector<codes::Goal> goals_of(library::Library& library, const base::Id& conversation);

struct Issued {
    library::Report report;  // with its PDF and HTML
    int pages = 0;
};

// Drawn and frozen, under the coding's next version; refused where the conversation may not be shared
// (library/sharing.h).
Issued issue_report(library::Library& library, report::Sources sources, base::Language language);

// A frozen report as a file: HTML when the name ends so, otherwise PDF.
bool is_html_name(const std::string& path);
void write_report(const library::Report& report, const std::string& path);

}  // namespace app
