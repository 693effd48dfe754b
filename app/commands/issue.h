// Issuing a report: made from the coding, drawn, and frozen in the library.
#pragma once

#include "library/library.h"

#include <string>

namespace commands {

struct Issued {
    library::Report report;  // with its PDF and HTML
    int pages = 0;
};

// `language` is "nl", "en", or empty for the conversation's own.
Issued issue_report(library::Library& library, const codes::Coding& coding, const std::string& language);

}  // namespace commands
