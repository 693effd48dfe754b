// Intraclass correlations: agreement of coders on numbers, such as counts and ratings. Shrout & Fleiss 1979 (Psychol.
// Bull. 86:420-428); intervals: McGraw & Wong 1996 (Psychol. Methods 1:30-46).
#pragma once

#include "analysis/kappa.h"

#include <optional>

namespace analysis {

struct Correlation {
    double value = 0;
    double low = 0;  // 95 %
    double high = 0;
};

// `single`: of one coder; `average`: of the mean of all. One: every target by other coders; Two: the same coders, drawn
// from many, absolute agreement (coaches who may be swapped); Three: these coders only, consistency.
struct Correlations {
    double between_targets = 0;  // mean squares BMS, JMS, EMS, WMS
    double between_coders = 0;
    double rest = 0;
    double within_targets = 0;
    Correlation one_single, two_single, three_single;
    Correlation one_average, two_average, three_average;
};

// numbers[target][coder], complete; nothing with fewer than two of either, or when all numbers are the same.
std::optional<Correlations> intraclass_correlations(const Matrix& numbers);

}  // namespace analysis
