// Where the professional was at their best, by what the codebook says of its pairs (`strength`). Pure.
#pragma once

#include "codes/codebook.h"
#include "codes/coding.h"

#include <vector>

namespace analysis {

// Points into the codebook and the coding.
struct BestMoment {
    const codes::Pair* pair = nullptr;
    const codes::Event* first = nullptr;
    const codes::Event* answer = nullptr;  // nothing: none was coded
};

// In the order of the codebook's pairs, then of the conversation. What counts for several pairs stands with the first.
std::vector<BestMoment> best_moments(const codes::Codebook& codebook, const codes::Coding& coding);

}  // namespace analysis
