// Finds words in the turns of the open conversation: case and diacritics do not matter, and a part of a word is enough.
#pragma once

#include "talk/turn.h"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

struct SearchHit {
    std::size_t turn = 0;
    std::size_t first = 0, last = 0;  // words of its text, by number

    bool operator==(const SearchHit&) const = default;
};

class TurnSearch {
public:
    // In order of time; worked out again only when the text or the turns (by their serial) are others.
    const std::vector<SearchHit>& hits(const std::vector<talk::Turn>& turns, std::uint64_t serial,
                                       const std::string& text);

private:
    void fold(const std::vector<talk::Turn>& turns);
    void find(const std::string& wanted);

    bool is_folded_ = false;
    std::uint64_t serial_ = 0;
    std::string text_;
    std::vector<std::string> folded_;  // of each turn
    std::vector<SearchHit> hits_;
};

}  // namespace app
