// What the rules of a codebook take out of the count.
#pragma once

#include "analysis/volleys.h"

#include <vector>

namespace analysis {

// By time. What one rule took out is no longer there for the next.
std::vector<RuleChange> changes_by_rules(const codes::Codebook& codebook, const codes::Coding& coding,
                                         const std::vector<Volley>& volleys);

}  // namespace analysis
