// What poppler's programs say about a PDF: its text, its fonts, its metadata.
#pragma once

#include <string>

namespace pdf {

// `command` is pdftotext, pdfinfo or pdffonts with options, e.g. "pdftotext -layout".
std::string ask(const std::string& command, const std::string& bytes);
std::string text(const std::string& bytes);
// The text of one page, counted from 1.
std::string text_of_page(const std::string& bytes, int page);

}  // namespace pdf
