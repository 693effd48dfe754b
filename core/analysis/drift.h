// Whether a coder still codes as before: what they coded again, without seeing the earlier codes, against what they
// coded then, by quarter of a year. Pure functions over values; agreement as in agreement.h, where the earlier coding
// is the first "coder".
#pragma once

#include "analysis/agreement.h"

#include <compare>
#include <vector>

namespace analysis {

// Under this many moments a kappa of a whole quarter says too little.
inline constexpr int kFewMomentsOfQuarter = 30;

struct Quarter {
    int year = 0;
    int number = 1;  // 1 to 4

    auto operator<=>(const Quarter&) const = default;
};
Quarter quarter_of(base::Timestamp when);

struct CodedAgain {
    codes::Coding earlier, later;
    base::Timestamp done;
};
struct QuarterAgreement {
    Quarter quarter;
    Agreement agreement;
    bool few = false;
};
// Only quarters in which something was done, the first one first. What lies outside the segment of either coding is
// left out.
std::vector<QuarterAgreement> agreement_by_quarter(const std::vector<CodedAgain>& again, base::Time tolerance);

}  // namespace analysis
