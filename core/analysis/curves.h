// The curves of a codebook: lines over time that rise with some codes and fall with others, such as change talk against
// sustain talk. Counts drawn out in time: they claim nothing that the counts do not.
#pragma once

#include "codes/coding.h"

#include <vector>

namespace analysis {

struct CurvePoint {
    base::Time at;
    int level = 0;  // from this moment on

    bool operator==(const CurvePoint&) const = default;
};

// A point for each event that moves the line, by time; before the first it is 0. An event that stands for both sides
// does not move it.
std::vector<CurvePoint> curve_points(const codes::Codebook& codebook, const codes::Curve& curve,
                                     const std::vector<codes::Event>& events);

}  // namespace analysis
