// The pictures of a report as shapes: drawn with Cairo on the pages and written as SVG in HTML.
#pragma once

#include "report/report.h"

#include <string>
#include <utility>
#include <vector>

namespace report {

struct ChartMark {
    double x = 0;
    double width = 0;
    int lane = 0;
    codes::Colour colour;
    bool is_span = false;  // drawn lighter and behind the points
};
struct ChartTick {
    double x = 0;
    std::string label;
};
struct Chart {
    double width = 0;
    double height = 0;
    double lane_left = 0;
    double lane_height = 0;
    std::vector<double> lane_tops;         // professional, client
    std::vector<std::string> lane_labels;  // as many
    std::vector<ChartMark> marks;          // spans first
    std::vector<ChartTick> ticks;          // the first at the left end, the last at the right
    double tick_baseline = 0;
};

Chart timeline_chart(const Report& report, double width);

// A curve over the same stretch of time, so that it stands under the timeline moment by moment.
struct CurveLabel {
    std::string text;
    double baseline = 0;
};
struct CurveChart {
    double width = 0;
    double height = 0;
    double left = 0;  // where time begins
    double zero = 0;  // the line that neither side is above
    std::vector<std::pair<double, double>> line;
    std::vector<CurveLabel> labels;
};

CurveChart curve_chart(const Report& report, const Curve& curve, double width);

}  // namespace report
