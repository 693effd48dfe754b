// Which part of the conversation the timeline shows, and where a moment lies in it. A plain value without drawing.
#pragma once

#include "base/time.h"

#include <vector>

namespace app {

struct TimelineView {
    base::Time from;      // at the left edge
    base::Time length;    // as much as is visible; never longer than the conversation
    base::Time duration;  // of the conversation
    float width_px = 1;
    float edge_px = 6;    // kept free left and right, so that marks at 0 and at the very end can be seen and pressed
    bool follows = true;  // keeps the playhead in sight

    bool is_set() const { return length.microseconds > 0; }
    base::Time to() const { return from + length; }
    double px_per_second() const;
    float x_of(base::Time at) const;    // from the left edge of the timeline
    base::Time time_at(float x) const;  // within the conversation

    void fit();
    void show(base::Time around, base::Time length);  // with `around` in the middle
    void zoom(double factor, float around_x);         // the moment under around_x stays where it is
    void pan(float px);
    void follow(base::Time playhead);  // turns the page when the playhead leaves it
    void resize(base::Time duration, float width_px);

private:
    void stay_inside();
};

inline constexpr base::Time kClosestView = base::milliseconds(500);

// Moments for the ruler: round ones, at least `least_px` apart; each as often as needed to fill the view.
struct Ticks {
    base::Time step;
    std::vector<base::Time> at;
};
Ticks ticks(const TimelineView& view, float least_px);

}  // namespace app
