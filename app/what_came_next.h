// What came next, answered: a question about pairs (codes::Pair) over one coding or several, in words that a coach
// reads right, with the table behind them and the moments to hear. Pure; the tab that shows it is
// views/what_came_next.cpp.
#pragma once

#include "analysis/sequences.h"
#include "app/played_list.h"
#include "codes/coding.h"
#include "talk/turn.h"

#include <string>
#include <vector>

namespace app {

// One coding that is asked, of one conversation.
struct AskedCoding {
    const codes::Coding* coding = nullptr;
    std::string conversation = {};                   // its title, where it is not the one that is open
    const std::vector<talk::Turn>* turns = nullptr;  // where they are known
};

struct WhatCameNext {
    std::string sentence;
    std::string certainty;                   // how far it can be trusted, and what was left out
    std::vector<std::string> rows, columns;  // labels; the first are those that were asked
    std::vector<std::string> short_columns;  // the same where there is little room
    bool has_asked_row = false;
    bool has_asked_column = false;
    analysis::Matrix counts;
    analysis::Transitions figures;  // empty where only order counts
    std::string whole;              // of the table as a whole: whether what came next depended on what came first
    std::vector<Moment> moments;

    bool is_empty() const { return moments.empty() && rows.empty(); }
};

WhatCameNext what_came_next(const codes::Codebook& codebook, const codes::Pair& pair,
                            const std::vector<AskedCoding>& asked);

}  // namespace app
