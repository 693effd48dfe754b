// The sentences of "What came next", first what was counted, then how far it can be trusted. Pure; in the language of
// the screen.
#pragma once

#include "codes/codebook.h"

#include <string>
#include <utility>
#include <vector>

namespace app {

std::string label_of_key(const codes::Codebook& codebook, const std::string& key);  // of a code or a group
std::string short_label_of_key(const codes::Codebook& codebook, const std::string& key);
// Inside a sentence: "simple reflection, complex reflection".
std::string labels_of(const codes::Codebook& codebook, const std::vector<std::string>& keys);
// The same for any of them: "simple reflection or complex reflection".
std::string names_of(const codes::Codebook& codebook, const std::vector<std::string>& keys);

// Of pairs: how often `given` stood at all, how often something came after it there, and of that how often `then`.
struct PairCounts {
    const codes::Pair& pair;
    codes::Side given_side;
    codes::Side then_side;
    int times = 0;
    int given = 0;
    int then = 0;  // after whatever came first
    int both = 0;
    int all = 0;
    std::vector<std::pair<std::string, int>> distribution = {};  // where no `then` is asked: label and count
};
std::string sentence_of(const codes::Codebook& codebook, const PairCounts& counts);
std::string certainty_of(const PairCounts& counts);

// Of an order in the conversation: how often `given` came, and of that how often before all of `then` had been heard.
struct OrderCounts {
    const codes::Pair& pair;
    int times = 0;
    int early = 0;
};
std::string sentence_of(const codes::Codebook& codebook, const OrderCounts& counts);
std::string certainty_of(const OrderCounts& counts);

}  // namespace app
