// Agreement on an ordered scale: a rating of whole conversations, or a number that is said of a moment, such as
// strength. Pure functions; kappa.h and krippendorff.h say what each figure is.
#pragma once

#include "analysis/agreement.h"
#include "analysis/krippendorff.h"

#include <optional>
#include <string>
#include <vector>

namespace analysis {

// [coder][unit]: what each said of each, nothing where a coder said nothing.
using ScaleRows = std::vector<std::vector<std::optional<double>>>;

struct ScaleAgreement {
    int units = 0;  // of which at least two coders said something
    // Of two coders, over what both judged: disagreement weighs by how far apart, or by its square.
    std::optional<double> kappa_linear, kappa_quadratic;
    std::optional<double> alpha_ordinal, alpha_interval;
    std::optional<double> alpha_ratio;  // only where the scale has nothing below 0
};

// `steps`: what can be said, in rising order; what is not among them counts nowhere.
ScaleAgreement agreement_on_scale(const ScaleRows& rows, const std::vector<double>& steps);

ScaleRows ratings_given(const CodedTogether& conversations, const std::string& rating);
// Moments are paired by their code, so that what is compared is only what was said of the same one.
ScaleRows numbers_said(const CodedTogether& conversations, const std::string& attribute, base::Time tolerance);

}  // namespace analysis
