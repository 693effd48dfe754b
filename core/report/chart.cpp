#include "report/chart.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace report {

namespace {

constexpr double kLabelWidth = 63;
constexpr double kLaneHeight = 14;
constexpr double kLanePitch = 20;
constexpr double kMarkWidth = 2.6;
constexpr double kRoomForTick = 44;  // between the middles of two labels
constexpr double kShortMinutes = 10;
constexpr double kSameSpot = 0.25;  // nearer marks of one colour cannot be told apart

base::Time end_of(const Report& report) {
    base::Time end = report.duration;
    if (end.microseconds > 0) return end;
    for (const Mark& mark : report.marks) end = std::max({end, mark.at, mark.end.value_or(mark.at)});
    return end.microseconds > 0 ? end : base::seconds(1);
}

void add_marks(Chart& chart, const Report& report, base::Time end) {
    const double room = chart.width - chart.lane_left - kMarkWidth;
    const auto place = [&](base::Time at) {
        const double fraction = static_cast<double>(at.microseconds) / static_cast<double>(end.microseconds);
        return chart.lane_left + std::clamp(fraction, 0.0, 1.0) * room;
    };
    std::set<std::tuple<int, int, int, int, int>> taken;
    std::vector<ChartMark> points;
    for (const Mark& mark : report.marks) {
        const int lane = mark.side == codes::Side::Client ? 1 : 0;
        const double x = place(mark.at);
        if (mark.end && *mark.end > mark.at) {
            const double width = std::max(kMarkWidth, place(*mark.end) + kMarkWidth - x);
            chart.marks.push_back({x, width, lane, mark.colour, true});
        }
        const auto spot = std::tuple(lane, static_cast<int>(x / kSameSpot), static_cast<int>(mark.colour.red),
                                     static_cast<int>(mark.colour.green), static_cast<int>(mark.colour.blue));
        if (taken.insert(spot).second) points.push_back({x, kMarkWidth, lane, mark.colour, false});
    }
    chart.marks.insert(chart.marks.end(), points.begin(), points.end());
}

// Every so many minutes, with room between the labels; the length itself stands at the right.
void add_ticks(Chart& chart, const Report& report, base::Time end) {
    constexpr std::array<int, 9> kMinuteSteps = {1, 2, 5, 10, 15, 30, 60, 120, 240};
    const double minutes = end.seconds() / 60;
    const double per_minute = (chart.width - chart.lane_left) / minutes;
    // In minutes, and where there are few of them in minutes and seconds.
    const bool is_short = minutes < kShortMinutes;
    const auto label = [&](int minute) {
        return is_short ? base::to_short_text(base::seconds(minute * 60)) : fmt::format("{}", minute);
    };
    chart.ticks.push_back({chart.lane_left, label(0)});
    const auto step = std::find_if(kMinuteSteps.begin(), kMinuteSteps.end(),
                                   [&](int each) { return each * per_minute >= kRoomForTick && minutes / each <= 8; });
    if (step != kMinuteSteps.end()) {
        for (int at = *step; (minutes - at) * per_minute >= kRoomForTick; at += *step)
            chart.ticks.push_back({chart.lane_left + at * per_minute, label(at)});
    }
    chart.ticks.push_back({chart.width, is_short ? base::to_short_text(end) : report.length});
}

}  // namespace

Chart timeline_chart(const Report& report, double width) {
    Chart chart;
    chart.width = width;
    chart.lane_left = kLabelWidth;
    chart.lane_height = kLaneHeight;
    chart.lane_tops = {0, kLanePitch};
    chart.lane_labels = {report.wording.professional, report.wording.client};
    chart.tick_baseline = kLanePitch + kLaneHeight + 13;
    chart.height = chart.tick_baseline + 4;
    const base::Time end = end_of(report);
    add_marks(chart, report, end);
    add_ticks(chart, report, end);
    return chart;
}

CurveChart curve_chart(const Report& report, const Curve& curve, double width) {
    constexpr double kMostHeight = 44;
    constexpr double kMostStep = 6;
    constexpr double kEdge = 6;
    int highest = 0;
    int lowest = 0;
    for (const CurvePoint& point : curve.points) {
        highest = std::max(highest, point.level);
        lowest = std::min(lowest, point.level);
    }
    const double step = std::min(kMostStep, kMostHeight / std::max(1, highest - lowest));
    const auto height_of = [&](int level) { return kEdge + step * (highest - level); };
    CurveChart chart;
    chart.width = width;
    chart.left = kLabelWidth;
    chart.zero = height_of(0);
    chart.height = height_of(lowest) + kEdge;
    const double end = end_of(report).seconds();
    const auto place = [&](base::Time at) {
        return chart.left + std::clamp(at.seconds() / end, 0.0, 1.0) * (width - chart.left);
    };
    chart.line.emplace_back(chart.left, chart.zero);
    for (const CurvePoint& point : curve.points) {
        chart.line.emplace_back(place(point.at), chart.line.back().second);
        chart.line.emplace_back(place(point.at), height_of(point.level));
    }
    chart.line.emplace_back(width, chart.line.back().second);
    constexpr double kRoomForLabel = 10;
    constexpr double kMiddle = 3;
    chart.labels.push_back({"0", chart.zero + kMiddle});
    if (step * highest >= kRoomForLabel) chart.labels.push_back({fmt::format("{:+}", highest), kEdge + kMiddle});
    if (step * -lowest >= kRoomForLabel)
        chart.labels.push_back({fmt::format("−{}", -lowest), height_of(lowest) + kMiddle});
    return chart;
}

}  // namespace report
