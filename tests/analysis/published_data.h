// Data that others published together with what they worked out from it.
#pragma once

#include "analysis/kappa.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace published {

using analysis::Matrix;
using Data = std::vector<std::vector<std::optional<double>>>;

// 20 subjects, three raters: R's irr, data set "anxiety".
inline const std::vector<std::vector<int>> kAnxiety = {{3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3},
                                                       {3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4},
                                                       {2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2}};

// How often the first coder's value met the second's.
inline Matrix table_of(const std::vector<int>& first, const std::vector<int>& second,
                       const std::vector<int>& categories) {
    const auto place = [&](int value) {
        return static_cast<std::size_t>(std::find(categories.begin(), categories.end(), value) - categories.begin());
    };
    Matrix counts(categories.size(), std::vector<double>(categories.size()));
    for (std::size_t i = 0; i < first.size(); ++i) ++counts[place(first[i])][place(second[i])];
    return counts;
}

// Fleiss 1971, table 1: 30 patients, 6 psychiatrists, 5 diagnoses.
inline const Matrix kDiagnoses = {{0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0},
                                  {2, 0, 4, 0, 0}, {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6},
                                  {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0}, {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1},
                                  {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0}, {0, 2, 0, 4, 0}, {1, 0, 2, 0, 3},
                                  {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0}, {1, 0, 0, 4, 1},
                                  {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6}};

// Krippendorff's own example, "C": 4 observers, 12 units, with gaps.
inline Data krippendorffs_data() {
    const std::optional<double> gap;
    return {{1, 2, 3, 3, 2, 1, 4, 1, 2, gap, gap, gap},
            {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, gap, 3},
            {gap, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, gap},
            {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, gap}};
}

}  // namespace published
