// A measure over time as a chart: points with their intervals, the dates that were marked, and where the coder or the
// codebook changed. Drawn with the report's own drawing, so that screen and paper show the same.
#pragma once

#include "report/page.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace report {

struct TrendMark {
    double x = 0;  // 0 to 1 along the time that is shown
    double value = 0;
    std::optional<double> low, high;
    bool few = false;     // too few to say: an open ring
    bool breaks = false;  // from here on another coder or another version of the codebook
};

struct TrendChart {
    double highest = 1;  // of the axis
    double lowest = 0;
    std::vector<std::string> labels;  // at equal distances from the lowest to the highest
    std::string first_day, last_day;
    std::vector<TrendMark> marks;    // by x
    std::vector<double> milestones;  // x
    // What was estimated, by x: diamonds on a dashed line, each tied to what was measured at the same x.
    std::vector<TrendMark> estimates;
};

// Where the marks are in the picture, in its pixels.
std::vector<std::pair<double, double>> places_of(const TrendChart& chart, double width_pt, int width_px, int height_px);
PageImage draw(const TrendChart& chart, double width_pt, int width_px, int height_px);

}  // namespace report
