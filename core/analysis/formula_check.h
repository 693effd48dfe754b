// Looks through the formulas of a codebook before anybody counts with them: is each well formed, and does it name only
// what the codebook has? Pure functions.
#pragma once

#include "analysis/formulas.h"
#include "codes/codebook.h"

#include <optional>
#include <string>

namespace analysis {

// The first mistake in a formula of this codebook, or nothing.
std::optional<FormulaMistake> mistake_in(const codes::Codebook& codebook, const std::string& formula);

// The first mistake in the measures of a codebook, and where it stands.
struct MeasureMistake {
    std::size_t measure = 0;  // counted from 0
    std::string member;       // "numerator" or "denominator"
    FormulaMistake mistake;
};
std::optional<MeasureMistake> mistake_in_measures(const codes::Codebook& codebook);

}  // namespace analysis
