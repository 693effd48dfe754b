#include "app/views/timeline_view.h"

#include <algorithm>
#include <cmath>

namespace app {

double TimelineView::px_per_second() const {
    return std::max(1.0f, width_px - 2 * edge_px) / std::max(length.seconds(), 1e-6);
}

float TimelineView::x_of(base::Time at) const {
    return edge_px + static_cast<float>((at - from).seconds() * px_per_second());
}

base::Time TimelineView::time_at(float x) const {
    const base::Time at = from + base::seconds(static_cast<double>(x - edge_px) / px_per_second());
    return std::clamp(at, base::Time{}, duration);
}

void TimelineView::fit() {
    from = {};
    length = std::max(duration, kClosestView);
}

void TimelineView::show(base::Time around, base::Time new_length) {
    length = new_length;
    from = {around.microseconds - new_length.microseconds / 2};
    stay_inside();
}

void TimelineView::zoom(double factor, float around_x) {
    const base::Time under = from + base::seconds(static_cast<double>(around_x - edge_px) / px_per_second());
    const base::Time longest = std::max(duration, kClosestView);
    length = std::clamp(base::seconds(length.seconds() / factor), std::min(kClosestView, longest), longest);
    from = under - base::seconds(static_cast<double>(around_x - edge_px) / px_per_second());
    stay_inside();
}

void TimelineView::pan(float px) {
    from += base::seconds(static_cast<double>(px) / px_per_second());
    stay_inside();
}

void TimelineView::follow(base::Time playhead) {
    if (!follows) return;
    const base::Time margin{length.microseconds / 20};
    if (playhead >= from && playhead <= to() - margin) return;
    from = playhead - margin - margin;
    stay_inside();
}

void TimelineView::resize(base::Time new_duration, float new_width_px) {
    width_px = new_width_px;
    if (new_duration == duration) return;
    const bool showed_all = length >= duration;
    duration = new_duration;
    if (showed_all) fit();
    stay_inside();
}

void TimelineView::stay_inside() {
    length = std::min(length, std::max(duration, kClosestView));
    from = std::clamp(from, base::Time{}, std::max(base::Time{}, duration - length));
}

Ticks ticks(const TimelineView& view, float least_px) {
    constexpr double kSteps[] = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800};
    const double least = static_cast<double>(least_px) / view.px_per_second();
    const auto* found = std::lower_bound(std::begin(kSteps), std::end(kSteps), least);
    Ticks result;
    result.step = base::seconds(found == std::end(kSteps) ? 3600 * std::ceil(least / 3600) : *found);
    const std::int64_t step = result.step.microseconds;
    for (std::int64_t at = (view.from.microseconds + step - 1) / step * step; at <= view.to().microseconds; at += step)
        result.at.push_back({at});
    return result;
}

}  // namespace app
