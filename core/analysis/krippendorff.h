// Krippendorff's alpha: agreement of any number of coders, with gaps (Krippendorff 2011, Computing Krippendorff's
// Alpha-Reliability).
#pragma once

#include <optional>
#include <vector>

namespace analysis {

enum class Level { Nominal, Ordinal, Interval, Ratio };

// data[coder][unit]; nothing where a coder skipped the unit. For Nominal and Ordinal the values only name or order
// categories. Nothing when no unit has two values, or when all values are the same.
std::optional<double> krippendorff_alpha(const std::vector<std::vector<std::optional<double>>>& data, Level level);

}  // namespace analysis
