// Text as people write it: valid UTF-8, folded for search, cut to fit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

// True for well-formed UTF-8 without NUL.
bool is_valid_utf8(std::string_view text);
// Replaces what is not UTF-8, and NUL, by U+FFFD.
std::string to_valid_utf8(std::string_view text);
// Lower case without diacritics, for search: "Één gevoel" -> "een gevoel".
std::string folded(std::string_view text);
// Letters and digits that stand together, folded, with the bytes of the text that they are: "z'n été" has z, n and ete.
struct Word {
    std::string folded;
    std::size_t from = 0;
    std::size_t to = 0;
};
std::vector<Word> words(std::string_view text);
std::string_view trimmed(std::string_view text);
// At most so many characters as a reader counts them, accents and all; an ellipsis, which counts as one, shows that
// something is missing.
std::string shortened(std::string_view text, std::size_t max_characters);
// Between blanks, and with a letter or a figure in it.
int count_words(std::string_view text);

}  // namespace base
