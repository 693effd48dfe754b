#include "app/views/timeline_marks.h"

#include <algorithm>

namespace app {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// The first row that is free at x; where all are taken, the one whose last mark lies furthest back.
int row_for(double x, const std::vector<Mark>& marks, const std::vector<std::size_t>& last_in_row) {
    int best = 0;
    double best_x = 1e300;
    for (std::size_t row = 0; row < last_in_row.size(); ++row) {
        if (last_in_row[row] == kNone) return static_cast<int>(row);
        const Mark& last = marks[last_in_row[row]];
        if (last.x + static_cast<double>(last.width) <= x) return static_cast<int>(row);
        if (last.x < best_x) {
            best_x = last.x;
            best = static_cast<int>(row);
        }
    }
    return best;
}

void give_way(Mark& last, const codes::Event& event, double x, float least_name_px) {
    if (event.end) return;  // a span is as long as it is; the newer mark lies over it
    last.width = std::min(last.width, std::max(kMarkBar, static_cast<float>(x - last.x) - 1));
    last.has_name = last.has_name && last.width >= least_name_px;
}

}  // namespace

LaneMarks lay_out(const std::vector<codes::Event>& events, const LaneRules& rules) {
    LaneMarks lane;
    std::vector<std::size_t> last_in_row(static_cast<std::size_t>(std::max(1, rules.rows)), kNone);
    for (std::size_t i = 0; i < events.size(); ++i) {
        const codes::Event& event = events[i];
        if (event.speaker != rules.side) continue;
        Mark mark{.event = i, .x = event.at.seconds() * rules.px_per_second, .has_name = true};
        const double span_px = event.end ? (*event.end - event.at).seconds() * rules.px_per_second : 0;
        mark.width = std::max({static_cast<float>(span_px), rules.name_width(event), kMarkBar});
        mark.row = row_for(mark.x, lane.marks, last_in_row);
        std::size_t& last = last_in_row[static_cast<std::size_t>(mark.row)];
        if (last != kNone) {
            Mark& before = lane.marks[last];
            const bool same_moment = events[before.event].at == event.at;
            if (same_moment && mark.x < before.x + static_cast<double>(before.width))
                mark.x = before.x + static_cast<double>(kSameMomentStep);
            if (mark.x < before.x + static_cast<double>(before.width))
                give_way(before, events[before.event], mark.x, rules.least_name_px);
        }
        last = lane.marks.size();
        lane.rows_used = std::max(lane.rows_used, mark.row + 1);
        lane.widest = std::max(lane.widest, mark.width);
        lane.marks.push_back(mark);
    }
    std::stable_sort(lane.marks.begin(), lane.marks.end(), [](const Mark& a, const Mark& b) { return a.x < b.x; });
    return lane;
}

std::span<const Mark> LaneMarks::between(double from_x, double to_x) const {
    const auto by_x = [](const Mark& mark, double x) { return mark.x < x; };
    const auto first = std::lower_bound(marks.begin(), marks.end(), from_x - static_cast<double>(widest), by_x);
    const auto last = std::lower_bound(first, marks.end(), to_x, by_x);
    return {first, last};
}

}  // namespace app
