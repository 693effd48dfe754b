#include "report/kappa_chart.h"

#include "base/text.h"
#include "report/image.h"
#include "report/look.h"

#include <algorithm>
#include <cmath>

namespace report {

namespace {

constexpr double kLevelRoom = 30;
constexpr double kSecondRoom = 30;
constexpr double kEdge = 12;
constexpr double kStep = 0.2;
constexpr TextStyle kTick{8, 11.5, Weight::Regular, look::kMuted};
constexpr TextStyle kValue{9.4, 13.5, Weight::SemiBold, look::kAccent};

double lowest_level(const KappaCurve& curve) {
    double lowest = 0;
    for (const auto& [tolerance, kappa] : curve.points) lowest = std::min(lowest, kappa.value_or(0));
    return std::floor(lowest / kStep) * kStep;
}

void text(cairo_t* cairo, const std::string& words, const TextStyle& style, double x, double baseline, double width,
          Align align) {
    TextLines(words, style, width, align, 1).draw(cairo, 0, x, baseline);
}

void draw_field(cairo_t* cairo, const KappaChart& chart, base::Language language) {
    constexpr double kBelow = 3;
    cairo_set_line_width(cairo, 0.75);
    for (const KappaChart::Label& level : chart.levels) {
        set_colour(cairo, look::kHairline);
        cairo_move_to(cairo, chart.left, level.at);
        cairo_line_to(cairo, chart.right, level.at);
        cairo_stroke(cairo);
        text(cairo, level.text, kTick, 0, level.at + kBelow, chart.left - 6, Align::Right);
    }
    constexpr double kHalf = 15;
    for (const KappaChart::Label& second : chart.seconds)
        text(cairo, second.text, kTick, second.at - kHalf, chart.bottom + 13, 2 * kHalf, Align::Centre);
    text(cairo, base::translate(language, "seconds that two codes may be apart"), kTick, chart.left, chart.bottom + 25,
         chart.right - chart.left, Align::Right);
}

void draw_line(cairo_t* cairo, const std::vector<std::pair<double, double>>& line) {
    set_colour(cairo, look::kAccent);
    cairo_set_line_width(cairo, 1.6);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_new_path(cairo);  // a text leaves its end behind as the current point
    for (const auto& [x, y] : line) cairo_line_to(cairo, x, y);
    cairo_stroke(cairo);
}

void draw_chosen(cairo_t* cairo, const KappaChart& chart) {
    constexpr double kRadius = 3.4;
    constexpr double kFull = 6.2832;
    if (!chart.chosen) return;
    const auto [x, y] = *chart.chosen;
    set_colour(cairo, look::kMuted, 0.6);
    cairo_set_line_width(cairo, 0.75);
    cairo_move_to(cairo, x, chart.top);
    cairo_line_to(cairo, x, chart.bottom);
    cairo_stroke(cairo);
    set_colour(cairo, look::kAccent);
    cairo_arc(cairo, x, y, kRadius, 0, kFull);
    cairo_fill(cairo);
    // Beside the point, on the side where there is room; above the line, or below where that is the edge.
    constexpr double kRoom = 44;
    const bool is_right = x + kRoom < chart.right;
    const double baseline = y - 7 < chart.top + 8 ? y + 15 : y - 7;
    text(cairo, chart.chosen_text, kValue, is_right ? x + 6 : x - 6 - kRoom, baseline, kRoom,
         is_right ? Align::Left : Align::Right);
}

}  // namespace

KappaChart kappa_chart(const KappaCurve& curve, double width, double height) {
    KappaChart chart;
    chart.width = width;
    chart.height = height;
    chart.left = kLevelRoom;
    chart.right = width - kEdge;
    chart.top = kEdge;
    chart.bottom = height - kSecondRoom;
    if (curve.points.empty()) return chart;
    const double lowest = lowest_level(curve);
    const double last = std::max(curve.points.back().first.seconds(), 1.0);
    const auto x_of = [&](base::Time at) { return chart.left + at.seconds() / last * (chart.right - chart.left); };
    const auto y_of = [&](double kappa) {
        return chart.bottom - (kappa - lowest) / (1 - lowest) * (chart.bottom - chart.top);
    };
    const int steps = static_cast<int>(std::lround((1 - lowest) / kStep));
    for (int step = 0; step <= steps; ++step) {
        const double level = lowest + step * kStep;
        chart.levels.push_back({y_of(level), base::number(curve.language, level, 1)});
    }
    for (int second = 0; second <= static_cast<int>(last); ++second)
        chart.seconds.push_back({x_of(base::seconds(second)), std::to_string(second)});
    bool goes_on = false;
    for (const auto& [tolerance, kappa] : curve.points) {
        if (kappa && !goes_on) chart.lines.emplace_back();
        goes_on = kappa.has_value();
        if (!kappa) continue;
        chart.lines.back().emplace_back(x_of(tolerance), y_of(*kappa));
        if (tolerance != curve.chosen) continue;
        chart.chosen = chart.lines.back().back();
        chart.chosen_text = base::number(curve.language, *kappa, 2);
    }
    return chart;
}

void draw(cairo_t* cairo, const KappaChart& chart, base::Language language) {
    draw_field(cairo, chart, language);
    for (const auto& line : chart.lines) draw_line(cairo, line);
    draw_chosen(cairo, chart);
}

PageImage picture_of(const KappaCurve& curve, int width_px, int height_px, double pixels_per_point) {
    const double width = std::max(1, width_px) / pixels_per_point, height = std::max(1, height_px) / pixels_per_point;
    return image_of(width_px, height_px, pixels_per_point,
                    [&](cairo_t* cairo) { draw(cairo, kappa_chart(curve, width, height), curve.language); });
}

}  // namespace report
