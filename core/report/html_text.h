// What the HTML report is made of: text made harmless, and its style sheet.
#pragma once

#include <string>

namespace report {

// Safe between tags and inside quoted attributes; control characters, which HTML forbids, are left out.
std::string escaped(const std::string& text);

const char* style_sheet();

}  // namespace report
