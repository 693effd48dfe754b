#include "talk/names.h"

#include "base/letter_case.h"
#include "base/text.h"
#include "talk/name_search.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace talk {

namespace {

bool ends_in(std::string_view text, std::string_view letters) {
    const std::string last = base::folded(text);
    return !last.empty() && letters.find(last.back()) != std::string_view::npos;
}

// How Dutch writes what belongs to someone. Where "'s" was written it stays: English writes it behind every name.
std::string_view genitive_of(std::string_view name, Genitive found) {
    if (found == Genitive::None) return "";
    if (found == Genitive::ApostropheS || ends_in(name, "aiouy")) return "'s";
    return ends_in(name, "sxz") ? "'" : "s";
}

std::string as_written(const std::string& instead, std::string_view found) {
    if (base::is_in_capitals(found)) return base::in_capitals(instead);
    return base::begins_with_capital(found) ? instead : base::beginning_small(instead);
}

std::vector<std::string> listed(const std::vector<NameReplacement>& names) {
    std::vector<std::string> all;
    for (const NameReplacement& name : names) all.push_back(name.name);
    return all;
}

std::string replaced(std::string_view text, const std::vector<NameReplacement>& names, const NameSearch& search) {
    std::string result;
    std::size_t at = 0;
    for (const NameSearch::Hit& hit : search.find(text)) {
        const std::string_view found = text.substr(hit.from, hit.name_to - hit.from);
        const std::string& instead = names[hit.name].instead;
        result += text.substr(at, hit.from - at);
        result += as_written(instead, found);
        result += base::is_in_capitals(found) ? base::in_capitals(genitive_of(instead, hit.genitive))
                                              : std::string(genitive_of(instead, hit.genitive));
        at = hit.to;
    }
    return result += text.substr(at);
}

// Written with a capital wherever they stand, in Dutch or in English.
constexpr std::array kCalendar = {"monday",  "tuesday",   "wednesday", "thursday", "friday",  "saturday", "sunday",
                                  "january", "february",  "march",     "april",    "may",     "june",     "july",
                                  "august",  "september", "october",   "november", "december"};

bool begins_sentence(std::string_view text, std::size_t at) {
    while (at > 0) {
        const char before = text[--at];
        if (before == '\n') return true;
        if (std::string_view(".?!:;").find(before) != std::string_view::npos) return true;
        const bool is_quote_or_blank = std::string_view(" \t\r\"'([-").find(before) != std::string_view::npos;
        const bool is_typographic = static_cast<unsigned char>(before) >= 0x80;  // quotes, dashes, the ellipsis
        if (!is_quote_or_blank && !is_typographic) return false;
    }
    return true;
}

// "Jan" and "VandenBerg", not "MI" nor "iPad".
bool looks_like_a_name(std::string_view text, const base::Word& word) {
    const std::string_view letters = text.substr(word.from, word.to - word.from);
    if (word.folded.size() < 2 || !base::begins_with_capital(letters) || base::is_in_capitals(letters)) return false;
    if (std::find(kCalendar.begin(), kCalendar.end(), word.folded) != kCalendar.end()) return false;
    return !begins_sentence(text, word.from);
}

// Counts by name and place, in the order in which they were first met.
class Findings {
public:
    void add(NameFound found, const std::string& name, const std::string& where) {
        const auto same = std::find_if(all_.begin(), all_.end(), [&](const NameLeft& one) {
            return one.found == found && one.name == name && one.where == where;
        });
        if (same != all_.end()) {
            ++same->times;
        } else {
            all_.push_back({found, name, where, 1});
        }
    }
    std::vector<NameLeft> take() { return std::move(all_); }

private:
    std::vector<NameLeft> all_;
};

std::vector<NameLeft> listed_names(const std::vector<Passage>& passages, const std::vector<std::string>& names) {
    const NameSearch search(names);
    Findings findings;
    for (const Passage& passage : passages) {
        for (const NameSearch::Hit& hit : search.find(passage.text)) {
            findings.add(NameFound::Listed, names[hit.name], passage.where);
        }
        for (const std::size_t name : search.inside_words(passage.text)) {
            findings.add(NameFound::InsideAWord, names[name], passage.where);
        }
    }
    std::vector<NameLeft> found = findings.take();
    const auto place = [&](const NameLeft& one) {
        return std::pair(one.found, std::find(names.begin(), names.end(), one.name));
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const NameLeft& a, const NameLeft& b) { return place(a) < place(b); });
    return found;
}

std::vector<NameLeft> likely_names(const std::vector<Passage>& passages, const NameSearch& known) {
    Findings findings;
    for (const Passage& passage : passages) {
        const std::vector<NameSearch::Hit> hits = known.find(passage.text);
        for (const base::Word& word : base::words(passage.text)) {
            const bool is_known = std::any_of(hits.begin(), hits.end(), [&](const NameSearch::Hit& hit) {
                return hit.from <= word.from && word.from < hit.to;
            });
            if (is_known || !looks_like_a_name(passage.text, word)) continue;
            findings.add(NameFound::LooksLikeAName, passage.text.substr(word.from, word.to - word.from), passage.where);
        }
    }
    std::vector<NameLeft> found = findings.take();
    std::map<std::string, int> times;
    for (const NameLeft& one : found) times[one.name] += one.times;
    std::stable_sort(found.begin(), found.end(), [&](const NameLeft& a, const NameLeft& b) {
        return std::tuple(-times[a.name], a.name) < std::tuple(-times[b.name], b.name);
    });
    return found;
}

}  // namespace

std::string with_names_replaced(std::string_view text, const std::vector<NameReplacement>& names) {
    return replaced(text, names, NameSearch(listed(names)));
}

std::vector<Turn> with_names_replaced(std::vector<Turn> turns, const std::vector<NameReplacement>& names) {
    const NameSearch search(listed(names));
    for (Turn& turn : turns) {
        turn.text = replaced(turn.text, names, search);
        turn.speaker = replaced(turn.speaker, names, search);
    }
    return turns;
}

std::vector<NameLeft> names_left(const std::vector<Passage>& passages, const std::vector<std::string>& names,
                                 const std::vector<std::string>& harmless) {
    std::vector<NameLeft> found = listed_names(passages, names);
    std::vector<std::string> known = names;
    known.insert(known.end(), harmless.begin(), harmless.end());
    const std::vector<NameLeft> likely = likely_names(passages, NameSearch(known));
    found.insert(found.end(), likely.begin(), likely.end());
    return found;
}

}  // namespace talk
