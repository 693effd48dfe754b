// What Cairo 1.16 has no call for and a screen reader needs: the document's language, a picture in words, and which way
// the head of a table looks.
#pragma once

#include <string>

namespace report {

// `pdf` as Cairo wrote it in version 1.4, with the language, and `figure_text` for its pictures, added behind it as an
// incremental update (PDF 1.4, 3.4.5). Throws base::Error when it is not written as expected.
std::string pdf_amended(std::string pdf, const std::string& language, const std::string& figure_text);

}  // namespace report
