// Where the words of a text stand when its lines break at a width: what a panel needs to draw them, to colour some of
// them, and to know which one is under the pointer.
#pragma once

#include "talk/words.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace app {

struct PlacedWord {
    talk::Word word;  // or a piece of one that is wider than a line
    std::size_t number = 0;
    int line = 0;
    float x = 0;
    float width = 0;
};

struct LaidText {
    std::vector<PlacedWord> words;
    int lines = 1;  // at least

    // The number of the word nearest to a place; nothing where there are no words.
    std::optional<std::size_t> word_at(float x, int line) const;
};

// `width_of` measures. As many words per line as fit.
LaidText lay_out(std::string_view text, float width, const std::function<float(std::string_view)>& width_of);

}  // namespace app
