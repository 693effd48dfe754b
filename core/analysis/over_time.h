// How the numbers of a coding move through the conversation. Pure functions over its segment, or the whole.
#pragma once

#include "analysis/measures.h"

#include <string>
#include <vector>

namespace analysis {

// The same measures for each of so many equal parts of what was coded. Ratings are of the whole, and so in no part;
// talk time is a part's own.
struct Part {
    base::Span span;
    std::map<std::string, MeasureValue> measures;
};
std::vector<Part> measures_by_part(const codes::Codebook& codebook, const codes::Coding& coding,
                                   const std::vector<talk::Turn>& turns, base::Time duration, int parts = 3);

// One measure of counts after each event that moved its numerator or denominator, over all that came before it.
struct RunningPoint {
    base::Time at;
    MeasureValue value;

    bool operator==(const RunningPoint&) const = default;
};
std::vector<RunningPoint> running(const codes::Codebook& codebook, const codes::Measure& measure,
                                  const codes::Coding& coding);

// What an attribute whose values are numbers (strength −3 to +3) says at each event that carries it.
struct StrengthPoint {
    base::Time at;
    base::Id event;
    std::string code;
    double value = 0;

    bool operator==(const StrengthPoint&) const = default;
};
std::vector<StrengthPoint> strengths(const codes::Codebook& codebook, const std::string& attribute,
                                     const codes::Coding& coding);
// Whether each of its values is a number, in rising order: whether it can be drawn.
bool is_scale(const codes::Attribute& attribute);

}  // namespace analysis
