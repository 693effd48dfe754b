#include "report/trend_chart.h"

#include "report/image.h"
#include "report/look.h"
#include "report/text_lines.h"

#include <algorithm>
#include <numbers>

namespace report {

namespace {

constexpr double kLeft = 34;  // points; room for the labels of the axis
constexpr double kRight = 8;
constexpr double kTop = 9;
constexpr double kBottom = 17;
constexpr double kRadius = 2.6;

// From values to points on the paper.
struct Frame {
    double width, height, lowest, highest;

    double x(double along) const { return kLeft + 4 + std::clamp(along, 0.0, 1.0) * (width - kLeft - kRight - 8); }
    double y(double value) const {
        const double part = highest > lowest ? std::clamp((value - lowest) / (highest - lowest), 0.0, 1.0) : 0;
        return height - kBottom - part * (height - kTop - kBottom);
    }
};

Frame frame_of(const TrendChart& chart, double width_pt, int width_px, int height_px) {
    return {width_pt, width_pt * height_px / std::max(1, width_px), chart.lowest, chart.highest};
}

void line(cairo_t* cairo, double x1, double y1, double x2, double y2, codes::Colour colour, double width) {
    set_colour(cairo, colour);
    cairo_set_line_width(cairo, width);
    cairo_move_to(cairo, x1, y1);
    cairo_line_to(cairo, x2, y2);
    cairo_stroke(cairo);
}

void draw_axes(cairo_t* cairo, const TrendChart& chart, const Frame& frame) {
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        const double part =
            chart.labels.size() < 2 ? 0 : static_cast<double>(i) / static_cast<double>(chart.labels.size() - 1);
        const double y = frame.y(chart.lowest + part * (chart.highest - chart.lowest));
        line(cairo, kLeft, y, frame.width - kRight, y, i == 0 ? look::kHairline : look::kFaintLine, 0.8);
        const TextLines label(chart.labels[i], look::kSmall, kLeft - 6, Align::Right, 1);
        label.draw(cairo, 0, 0, y + 3);
    }
    const double baseline = frame.height - 4;
    const double half = (frame.width - kLeft - kRight) / 2;
    TextLines(chart.first_day, look::kSmall, half, Align::Left, 1).draw(cairo, 0, kLeft, baseline);
    TextLines(chart.last_day, look::kSmall, half, Align::Right, 1).draw(cairo, 0, kLeft + half, baseline);
}

void draw_milestones(cairo_t* cairo, const TrendChart& chart, const Frame& frame) {
    for (const double along : chart.milestones) {
        const double x = frame.x(along);
        line(cairo, x, kTop - 4, x, frame.height - kBottom, look::kAccent, 1);
        set_colour(cairo, look::kAccent);  // a flag, so that it is known without its colour
        cairo_move_to(cairo, x, kTop - 5);
        cairo_line_to(cairo, x + 6, kTop - 2);
        cairo_line_to(cairo, x, kTop + 1);
        cairo_fill(cairo);
    }
}

void draw_break(cairo_t* cairo, double x, const Frame& frame) {
    const double dashes[] = {2.5, 2.5};
    cairo_set_dash(cairo, dashes, 2, 0);
    line(cairo, x, kTop, x, frame.height - kBottom, look::kFocusInk, 0.9);
    cairo_set_dash(cairo, nullptr, 0, 0);
}

void draw_point(cairo_t* cairo, const TrendMark& mark, const Frame& frame) {
    const double x = frame.x(mark.x), y = frame.y(mark.value);
    cairo_new_path(cairo);  // a text leaves its end behind as the current point
    cairo_arc(cairo, x, y, kRadius, 0, 2 * std::numbers::pi);
    set_colour(cairo, mark.few ? codes::Colour{0xFF, 0xFF, 0xFF} : look::kInk);
    cairo_fill_preserve(cairo);
    set_colour(cairo, look::kInk);
    cairo_set_line_width(cairo, 1);
    cairo_stroke(cairo);
}

void draw_marks(cairo_t* cairo, const TrendChart& chart, const Frame& frame) {
    for (const TrendMark& mark : chart.marks)
        if (mark.low && mark.high)
            line(cairo, frame.x(mark.x), frame.y(*mark.low), frame.x(mark.x), frame.y(*mark.high), look::kMuted, 0.9);
    for (std::size_t i = 1; i < chart.marks.size(); ++i) {
        const TrendMark& before = chart.marks[i - 1];
        const TrendMark& now = chart.marks[i];
        if (now.breaks)  // what the line would join is not the same measuring
            draw_break(cairo, (frame.x(before.x) + frame.x(now.x)) / 2, frame);
        else
            line(cairo, frame.x(before.x), frame.y(before.value), frame.x(now.x), frame.y(now.value), look::kMuted,
                 0.7);
    }
    for (const TrendMark& mark : chart.marks) draw_point(cairo, mark, frame);
}

void draw_diamond(cairo_t* cairo, double x, double y) {
    constexpr double kHalf = 3.4;
    cairo_move_to(cairo, x, y - kHalf);
    cairo_line_to(cairo, x + kHalf, y);
    cairo_line_to(cairo, x, y + kHalf);
    cairo_line_to(cairo, x - kHalf, y);
    cairo_close_path(cairo);
    set_colour(cairo, {0xFF, 0xFF, 0xFF});
    cairo_fill_preserve(cairo);
    set_colour(cairo, look::kAccent);
    cairo_set_line_width(cairo, 1.2);
    cairo_stroke(cairo);
}

void draw_estimates(cairo_t* cairo, const TrendChart& chart, const Frame& frame) {
    const double dashes[] = {1.5, 2};
    cairo_set_dash(cairo, dashes, 2, 0);
    for (std::size_t i = 1; i < chart.estimates.size(); ++i)
        line(cairo, frame.x(chart.estimates[i - 1].x), frame.y(chart.estimates[i - 1].value),
             frame.x(chart.estimates[i].x), frame.y(chart.estimates[i].value), look::kAccent, 0.8);
    cairo_set_dash(cairo, nullptr, 0, 0);
    for (const TrendMark& estimate : chart.estimates)
        for (const TrendMark& mark : chart.marks)
            if (mark.x == estimate.x)
                line(cairo, frame.x(mark.x), frame.y(mark.value), frame.x(mark.x), frame.y(estimate.value),
                     look::kAccent, 1.4);
}

}  // namespace

std::vector<std::pair<double, double>> places_of(const TrendChart& chart, double width_pt, int width_px,
                                                 int height_px) {
    const Frame frame = frame_of(chart, width_pt, width_px, height_px);
    const double scale = width_px / width_pt;
    std::vector<std::pair<double, double>> places;
    for (const TrendMark& mark : chart.marks) places.emplace_back(frame.x(mark.x) * scale, frame.y(mark.value) * scale);
    return places;
}

PageImage draw(const TrendChart& chart, double width_pt, int width_px, int height_px) {
    return image_of(width_px, height_px, width_px / width_pt, [&](cairo_t* cairo) {
        const Frame frame = frame_of(chart, width_pt, width_px, height_px);
        draw_axes(cairo, chart, frame);
        draw_milestones(cairo, chart, frame);
        draw_estimates(cairo, chart, frame);
        draw_marks(cairo, chart, frame);
        for (const TrendMark& estimate : chart.estimates)
            draw_diamond(cairo, frame.x(estimate.x), frame.y(estimate.value));
    });
}

}  // namespace report
