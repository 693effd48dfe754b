// What the timeline remembers for itself: what it shows, what is being dragged, and what it worked out before.
#pragma once

#include "app/views/timeline_marks.h"
#include "app/views/timeline_view.h"
#include "base/id.h"
#include "codes/event.h"
#include "media/waveform.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace app {

enum class Grip { None, Scrub, Pan, RubberBand, Move, Begin, End };

struct TimelineDrag {
    Grip grip = Grip::None;
    codes::Event event;  // as it was when taken hold of
    base::Time from;     // the moment under the pointer then
    float from_x = 0, from_y = 0;
    bool has_moved = false;  // further than a trembling hand
    base::Time to;           // the moment under the pointer now
};

// Marks of both lanes, for one state of the coding at one zoom.
struct KeptMarks {
    base::Id coding;
    std::uint64_t serial = 0;
    double px_per_second = 0;
    float font_size = 0;
    int rows = 0;
    base::Language language = base::Language::English;
    std::array<LaneMarks, 2> lanes;
};

struct KeptPeaks {
    base::Span span;
    int buckets = 0;
    int channels = 0;
    std::vector<std::vector<media::Peak>> peaks;
};

// An edge of an utterance, or the beginning of a phase, that is being dragged.
struct EdgeDrag {
    base::Id utterance;
    bool begin = false;
    bool is_held = false;
    base::Time was;
    base::Time now;
};

// A clip, or one of its edges, that is being dragged.
struct ClipDrag {
    base::Id clip;
    Grip grip = Grip::None;
    base::Time from;  // the moment under the pointer then
    base::Time to;    // and now
};

struct TimelineState {
    TimelineView view;
    base::Id conversation;  // whose view it is
    TimelineDrag drag;
    EdgeDrag utterance_edge;
    EdgeDrag phase_edge;
    ClipDrag clip;
    KeptMarks marks;
    KeptPeaks peaks;
    bool was_playing = false;
    base::Time last_playhead;
};

}  // namespace app
