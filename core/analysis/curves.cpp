#include "analysis/curves.h"

#include "analysis/counted.h"

namespace analysis {

std::vector<CurvePoint> curve_points(const codes::Codebook& codebook, const codes::Curve& curve,
                                     const std::vector<codes::Event>& events) {
    std::vector<CurvePoint> points;
    int level = 0;
    for (const codes::Event& event : events) {
        const bool rises = counts_for_any(codebook, event, curve.up);
        const bool falls = counts_for_any(codebook, event, curve.down);
        if (rises == falls) continue;
        level += rises ? 1 : -1;
        points.push_back({event.at, level});
    }
    return points;
}

}  // namespace analysis
