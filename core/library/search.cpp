#include "library/search.h"

#include <algorithm>

namespace library {

namespace {

constexpr std::size_t kMostWords = 32;
constexpr std::size_t kBefore = 60;  // bytes shown in front of the match, and behind it
constexpr std::size_t kBehind = 100;

}  // namespace

SearchQuery::SearchQuery(std::string_view text) {
    bool is_quoted = false;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('"', at), text.size());
        add(text.substr(at, end - at), is_quoted);
        is_quoted = !is_quoted;
        at = end + 1;
    }
    const std::vector<base::Word> words = base::words(text);
    ends_within_a_word_ = !words.empty() && words.back().to == text.size();
}

void SearchQuery::add(std::string_view text, bool is_quoted) {
    Phrase phrase;
    for (base::Word& word : base::words(text)) {
        if (phrases_.size() + phrase.size() == kMostWords) break;
        if (is_quoted)
            phrase.push_back(std::move(word.folded));
        else
            phrases_.push_back({std::move(word.folded)});
    }
    if (!phrase.empty()) phrases_.push_back(std::move(phrase));
}

bool SearchQuery::stands_at(const Phrase& phrase, bool is_last, const std::vector<base::Word>& words,
                            std::size_t at) const {
    if (at + phrase.size() > words.size()) return false;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        const bool is_beginning = is_last && ends_within_a_word_ && i + 1 == phrase.size();
        const std::string& word = words[at + i].folded;
        if (is_beginning ? !word.starts_with(phrase[i]) : word != phrase[i]) return false;
    }
    return true;
}

std::size_t SearchQuery::find(std::size_t phrase, const std::vector<base::Word>& words) const {
    for (std::size_t at = 0; at < words.size(); ++at)
        if (stands_at(phrases_[phrase], phrase + 1 == phrases_.size(), words, at)) return at;
    return words.size();
}

bool SearchQuery::matches(const std::vector<base::Word>& words) const {
    for (std::size_t phrase = 0; phrase < phrases_.size(); ++phrase)
        if (find(phrase, words) == words.size()) return false;
    return !is_empty();
}

std::pair<std::size_t, std::size_t> SearchQuery::place_in(const std::vector<base::Word>& words) const {
    const std::size_t at = is_empty() ? words.size() : find(0, words);
    if (at == words.size()) return {0, 0};
    return {words[at].from, words[at + phrases_[0].size() - 1].to};
}

std::string SearchQuery::as_fts5() const {
    std::string text;
    for (const Phrase& phrase : phrases_) {
        text += text.empty() ? "\"" : " \"";
        for (const std::string& word : phrase) text += word + " ";
        text.back() = '"';
    }
    return ends_within_a_word_ ? text + "*" : text;
}

Snippet snippet_of(const std::string& text, const SearchQuery& query) {
    const std::vector<base::Word> words = base::words(text);
    const auto [from, to] = query.place_in(words);
    const bool is_cut_behind = text.size() > to + kBehind;
    std::size_t first = 0;
    std::size_t last = is_cut_behind ? to : text.size();
    for (const base::Word& word : words) {
        if (first == 0 && from > kBefore && word.from + kBefore >= from) first = word.from;
        if (is_cut_behind && word.to <= to + kBehind) last = std::max(last, word.to);
    }
    Snippet snippet{first > 0 ? "…" : "", 0, 0};
    snippet.match_from = snippet.text.size() + from - first;
    snippet.match_to = snippet.text.size() + to - first;
    snippet.text += text.substr(first, last - first);
    if (last < text.size()) snippet.text += "…";
    for (char& letter : snippet.text)
        if (letter == '\n' || letter == '\r' || letter == '\t') letter = ' ';
    return snippet;
}

std::string indexed(std::string_view text) {
    std::string all;
    for (const base::Word& word : base::words(text)) all += (all.empty() ? "" : " ") + word.folded;
    return all;
}

}  // namespace library
