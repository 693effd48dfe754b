// What Cairo 1.16 has no call for and a screen reader needs: the document's language, a picture in words, and which way
// the head of a table looks.
#pragma once

#include <string>
#include <vector>

namespace report {

// `pdf` as Cairo wrote it in version 1.4, with the language, and the words for each of its pictures in turn, added
// behind it as an incremental update (PDF 1.4, 3.4.5). Throws base::Error when it is not written as expected.
std::string pdf_amended(std::string pdf, const std::string& language, const std::vector<std::string>& figure_texts);

}  // namespace report
