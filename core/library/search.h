// Searching words in turns: what was asked, whether words answer it, and what is shown of a turn that does.
#pragma once

#include "base/text.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace library {

class SearchQuery {
public:
    // Words that must all occur, in any order; between quotation marks, in that order. The last word may be the
    // beginning of one, as long as nothing follows it.
    explicit SearchQuery(std::string_view text);

    bool is_empty() const { return phrases_.empty(); }
    bool matches(const std::vector<base::Word>& words) const;
    // The bytes of the text where the first of what was asked stands.
    std::pair<std::size_t, std::size_t> place_in(const std::vector<base::Word>& words) const;
    std::string as_fts5() const;

private:
    using Phrase = std::vector<std::string>;

    void add(std::string_view text, bool is_quoted);
    bool stands_at(const Phrase& phrase, bool is_last, const std::vector<base::Word>& words, std::size_t at) const;
    std::size_t find(std::size_t phrase, const std::vector<base::Word>& words) const;

    std::vector<Phrase> phrases_;
    bool ends_within_a_word_ = false;
};

struct Snippet {
    std::string text;  // one line; an ellipsis where something is left out
    std::size_t match_from = 0;
    std::size_t match_to = 0;
};
Snippet snippet_of(const std::string& text, const SearchQuery& query);

// The words of a turn as the index keeps them.
std::string indexed(std::string_view text);

}  // namespace library
