// Where the events of one lane are drawn: rows, so that events close together do not hide each other, and room for
// their names. Laid out for the whole conversation at one zoom, so that nothing jumps while panning; kept until the
// coding or the zoom changes. Without drawing.
#pragma once

#include "codes/coding.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace app {

struct Mark {
    std::size_t event = 0;  // index in the coding
    double x = 0;           // pixels from the conversation's start, at this zoom
    float width = 0;        // of the span, or of the name's ground; at least kMarkBar
    int row = 0;
    bool has_name = false;  // there is room for it
};

inline constexpr float kMarkBar = 3;         // the stroke at the event's moment
inline constexpr float kSameMomentStep = 5;  // between marks of one moment that share a row

struct LaneMarks {
    std::vector<Mark> marks;  // by x
    int rows_used = 1;
    float widest = 0;

    // Those that may be seen between two places.
    std::span<const Mark> between(double from_x, double to_x) const;
};

struct LaneRules {
    codes::Side side = codes::Side::Professional;
    double px_per_second = 1;
    int rows = 2;
    float least_name_px = 18;                              // a shorter name says nothing
    std::function<float(const codes::Event&)> name_width;  // with its margins
};
LaneMarks lay_out(const std::vector<codes::Event>& events, const LaneRules& rules);

}  // namespace app
