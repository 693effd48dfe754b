#include "talk/name_search.h"

#include "base/text.h"

#include <algorithm>
#include <numeric>

namespace talk {

namespace {

constexpr std::size_t kShortestInside = 4;  // letters: "jan" is in too many words

// Bytes of the apostrophe at that place; 0 when there is none.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
    for (const std::string_view kind : {"'", "\u2019", "\u2018", "`", "\u00b4"}) {
        if (text.substr(at).starts_with(kind)) return kind.size();
    }
    return 0;
}

bool may_stand_inside_a_name(std::string_view between) {
    return between.find_first_of(",;:?!()\"") == std::string_view::npos;
}

// The words from `at` on are that name; with `with_s`, the last one and an s.
bool is_name(std::string_view text, const std::vector<base::Word>& words, std::size_t at,
             const std::vector<std::string>& name, bool with_s) {
    if (at + name.size() > words.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const base::Word& word = words[at + i];
        const bool is_last = i + 1 == name.size();
        if (word.folded != (is_last && with_s ? name[i] + "s" : name[i])) return false;
        if (i > 0 && !may_stand_inside_a_name(text.substr(words[at + i - 1].to, word.from - words[at + i - 1].to))) {
            return false;
        }
    }
    return true;
}

// What follows the name and belongs to it.
void take_genitive(std::string_view text, const std::vector<base::Word>& words, std::size_t next,
                   NameSearch::Hit& hit) {
    const std::size_t apostrophe = apostrophe_at(text, hit.to);
    if (apostrophe == 0) return;
    const bool has_s = next < words.size() && words[next].from == hit.to + apostrophe && words[next].folded == "s";
    if (has_s) {
        hit.to = words[next].to;
        hit.genitive = Genitive::ApostropheS;
        return;
    }
    const char last = base::folded(text.substr(hit.from, hit.to - hit.from)).back();
    const bool is_quoted = hit.from > 0 && (apostrophe_at(text, hit.from - 1) != 0 ||
                                            (hit.from > 2 && apostrophe_at(text, hit.from - 3) == 3));
    if ((last == 's' || last == 'x' || last == 'z') && !is_quoted) {
        hit.to += apostrophe;
        hit.genitive = Genitive::Apostrophe;
    }
}

}  // namespace

NameSearch::NameSearch(const std::vector<std::string>& names) {
    for (std::size_t number = 0; number < names.size(); ++number) {
        Name name{.number = number, .words = {}};
        for (const base::Word& word : base::words(names[number])) name.words.push_back(word.folded);
        if (!name.words.empty()) names_.push_back(std::move(name));
    }
    std::stable_sort(names_.begin(), names_.end(),
                     [](const Name& a, const Name& b) { return a.words.size() > b.words.size(); });
}

std::vector<NameSearch::Hit> NameSearch::find(std::string_view text) const {
    std::vector<Hit> hits;
    const std::vector<base::Word> words = base::words(text);
    for (std::size_t at = 0; at < words.size();) {
        std::size_t taken = 1;
        for (const Name& name : names_) {
            const bool is_plain = is_name(text, words, at, name.words, false);
            if (!is_plain && !is_name(text, words, at, name.words, true)) continue;
            taken = name.words.size();
            const base::Word& last = words[at + taken - 1];
            Hit hit{.name = name.number, .from = words[at].from, .name_to = last.to, .to = last.to};
            if (is_plain) {
                take_genitive(text, words, at + taken, hit);
            } else {
                hit.name_to = last.to - 1;
                hit.genitive = Genitive::S;
            }
            if (hit.genitive == Genitive::ApostropheS) ++taken;
            hits.push_back(hit);
            break;
        }
        at += taken;
    }
    return hits;
}

std::vector<std::size_t> NameSearch::inside_words(std::string_view text) const {
    std::vector<std::size_t> found;
    const std::vector<base::Word> words = base::words(text);
    for (const Name& name : names_) {
        const std::string joined = std::accumulate(name.words.begin(), name.words.end(), std::string());
        if (joined.size() < kShortestInside) continue;
        for (const base::Word& word : words) {
            const bool is_the_name = name.words.size() == 1 && (word.folded == joined || word.folded == joined + "s");
            if (!is_the_name && word.folded.find(joined) != std::string::npos) found.push_back(name.number);
        }
    }
    return found;
}

}  // namespace talk
