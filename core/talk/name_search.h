// Finds the names of a list in a text, as names.h says what counts as one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace talk {

enum class Genitive { None, S, ApostropheS, Apostrophe };

class NameSearch {
public:
    explicit NameSearch(const std::vector<std::string>& names);

    struct Hit {
        std::size_t name = 0;     // its number in the list
        std::size_t from = 0;     // bytes: the name ...
        std::size_t name_to = 0;  // ... and
        std::size_t to = 0;       // its genitive, excluded
        Genitive genitive = Genitive::None;
    };
    std::vector<Hit> find(std::string_view text) const;  // in order, none over another

    // The names, by number, that are part of a longer word.
    std::vector<std::size_t> inside_words(std::string_view text) const;

private:
    struct Name {
        std::size_t number = 0;
        std::vector<std::string> words;  // folded
    };
    std::vector<Name> names_;  // the longest first
};

}  // namespace talk
