// Names in what was said and written: other names put in their place, and a look at what still names someone. Pure.
//
// A name is one word or more, found as whole words whatever their capitals and accents ("andre" is "André"; "Jan" is
// not in "januari"), with hyphens and line ends between its words as well as blanks. Where a longer name is meant too,
// it goes first ("Jan de Vries" before "Jan"). A word that is also a name ("Roos", "Will") is taken for the name: one
// word too many is a smaller mistake than a name that stays.
#pragma once

#include "talk/turn.h"

#include <string>
#include <string_view>
#include <vector>

namespace talk {

struct NameReplacement {
    std::string name;
    std::string instead;
};

// Capitals are kept ("JAN" becomes "PIET", "jan" "piet"), and so is the genitive: "Jans", "Anna's" and "Hans'" become
// "Piets", "Eva's" and "Kees'", each as Dutch spells it.
std::string with_names_replaced(std::string_view text, const std::vector<NameReplacement>& names);
// Their words and their speakers.
std::vector<Turn> with_names_replaced(std::vector<Turn> turns, const std::vector<NameReplacement>& names);

// A text that goes along, and what the caller calls the place: "title", a file's name, "transcript". Several may be of
// one place.
struct Passage {
    std::string where;
    std::string text;
};

enum class NameFound {
    Listed,         // a name of the list
    InsideAWord,    // a name of the list is part of a longer word: "jandevries.mp4", "Annabel"
    LooksLikeAName  // not in the list; a capital in the middle of a sentence
};

struct NameLeft {
    NameFound found = NameFound::Listed;
    std::string name;  // as the list has it, or as it stands in the text
    std::string where;
    int times = 0;

    bool operator==(const NameLeft&) const = default;
};

// What still names someone: the list's names first, in its order, then what looks like a name by how often it comes.
// `harmless` are words that are known not to name anyone, such as the replacements. A word that only ever begins
// sentences is not held for a name, nor are days and months.
std::vector<NameLeft> names_left(const std::vector<Passage>& passages, const std::vector<std::string>& names,
                                 const std::vector<std::string>& harmless);

}  // namespace talk
