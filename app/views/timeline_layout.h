// Where the rows of the timeline lie on screen, and which mark is under a point.
#pragma once

#include "app/views/code_panels.h"
#include "app/views/timeline_state.h"

#include <array>
#include <imgui.h>
#include <vector>

namespace app {

struct TimelineRow {
    float y = 0;
    float height = 0;
    bool contains(float at) const { return at >= y && at < y + height; }
};

struct TimelineLayout {
    float label_left = 0;
    float left = 0;  // of the moments
    float right = 0;
    TimelineRow ruler;
    std::vector<TimelineRow> waves;
    TimelineRow turns;       // no height: there are none
    TimelineRow utterances;  // the same; they take the place of the turns
    TimelineRow phases;
    TimelineRow clips;  // no height: there are none
    std::array<TimelineRow, 2> lanes;
    TimelineRow overview;

    float bottom() const { return clips.y + clips.height; }
};
TimelineLayout lay_out_timeline(ImVec2 from, ImVec2 size, const OpenConversationState& open);
std::vector<std::string> wave_labels(const OpenConversationState& open);

// Marks laid out for the coding as it is; worked out again only when something differs.
const KeptMarks& marks_of(const OpenConversationState& open, const TimelineLayout& layout, TimelineState& state);

struct Box2 {
    ImVec2 from, to;
};
Box2 box_of(const Mark& mark, const LaneMarks& lane, const TimelineRow& row, const TimelineLayout& layout,
            const TimelineView& view);
// Marks that may be seen, in the order of drawing.
std::span<const Mark> visible(const LaneMarks& lane, const TimelineView& view);

struct UnderPointer {
    const codes::Event* event = nullptr;
    Box2 box;
};
UnderPointer mark_at(ImVec2 point, const OpenConversationState& open, const TimelineLayout& layout,
                     const TimelineState& state);

// An event as it would be if the drag ended now.
codes::Event as_dragged(const codes::Event& event, const TimelineDrag& drag, const OpenConversationState& open);
bool is_dragged(const codes::Event& event, const TimelineDrag& drag, const OpenConversationState& open);

// The parts: timeline_draw.cpp draws, timeline_hand.cpp listens to the pointer.
void draw_timeline_rows(const OpenConversationState& open, const TimelineLayout& layout, TimelineState& state);
void draw_timeline_marks(const OpenConversationState& open, const TimelineLayout& layout, const TimelineState& state);
void draw_timeline_playhead(const OpenConversationState& open, const TimelineLayout& layout,
                            const TimelineState& state);
void draw_permission(const Reading& reading, const TimelineLayout& layout, const TimelineView& view);
void draw_remark_dots(const OpenConversationState& open, KeptReading& kept, const TimelineLayout& layout,
                      const TimelineView& view);
void draw_overview(const OpenConversationState& open, const TimelineLayout& layout, TimelineState& state);
// Rows with pointer of their own, before listen_to_pointer: timeline_utterances.cpp, timeline_phases.cpp.
void listen_to_utterances(const OpenConversationState& open, const TimelineLayout& layout, TimelineState& state,
                          Actions& actions);
void draw_utterances(const OpenConversationState& open, const TimelineLayout& layout, const TimelineState& state);
void listen_to_phases(const OpenConversationState& open, const TimelineLayout& layout, CodeScreenState& state,
                      Actions& actions);
void draw_phases(const OpenConversationState& open, const TimelineLayout& layout, const TimelineState& state);
void listen_to_clips(const OpenConversationState& open, const TimelineLayout& layout, TimelineState& state,
                     Actions& actions);  // timeline_clips.cpp
void draw_timeline_clips(const OpenConversationState& open, const TimelineLayout& layout, const TimelineState& state);
void shade_outside_segment(const OpenConversationState& open, const TimelineLayout& layout, const TimelineView& view);
void listen_to_pointer(const OpenConversationState& open, const TimelineLayout& layout, CodeScreenState& state,
                       Actions& actions);

}  // namespace app
