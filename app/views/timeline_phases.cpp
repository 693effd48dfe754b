// The row of phases, and the part of the conversation that is not coded. Drag a phase's beginning; press the right
// button to say which phase begins there.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/timeline_layout.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "codes/phases.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

const codes::Phase* phase_of(const codes::Codebook& codebook, const std::string& key) {
    const auto found = std::find_if(codebook.phases.begin(), codebook.phases.end(),
                                    [&](const codes::Phase& one) { return one.key == key; });
    return found == codebook.phases.end() ? nullptr : &*found;
}

// The coding as it will be when the drag ends.
codes::Coding marks_as_dragged(const OpenConversationState& open, const EdgeDrag& drag) {
    codes::Coding coding;
    coding.phases = open.coding.phases;
    if (drag.is_held) codes::apply(coding, codes::phasing::moved(coding, drag.was, drag.now));
    return coding;
}

const codes::PhaseMark* edge_near(const OpenConversationState& open, const TimelineLayout& layout,
                                  const TimelineView& view) {
    const float x = ImGui::GetIO().MousePos.x;
    for (const codes::PhaseMark& mark : open.coding.phases)
        if (std::abs(layout.left + view.x_of(mark.at) - x) < theme::px(5)) return &mark;
    return nullptr;
}

void explain(const OpenConversationState& open, base::Time here) {
    const codes::Phase* phase = phase_of(open.codebook, codes::phase_at(open.coding, here));
    if (!phase) return;
    const auto times = codes::time_per_phase(open.coding, codes::coded_span(open.coding, duration_of(open)));
    const auto time = times.find(phase->key);
    ImGui::SetTooltip("%s  %s", phase->label.in(base::language()).c_str(),
                      clock_text(time == times.end() ? base::Time{} : time->second).c_str());
}

}  // namespace

void listen_to_phases(const OpenConversationState& open, const TimelineLayout& layout, CodeScreenState& state,
                      Actions& actions) {
    if (layout.phases.height <= 0) return;
    const TimelineView& view = state.timeline.view;
    ImGui::SetCursorScreenPos({layout.left, layout.phases.y});
    ImGui::InvisibleButton("phases", {std::max(1.0F, layout.right - layout.left), layout.phases.height});
    widgets::note_last_item("phases");
    EdgeDrag& drag = state.timeline.phase_edge;
    const base::Time here = view.time_at(ImGui::GetIO().MousePos.x - layout.left);
    const codes::PhaseMark* edge = edge_near(open, layout, view);
    if (ImGui::IsItemActivated()) {
        drag = {};
        if (edge)
            drag = {{}, true, true, edge->at, edge->at};
        else
            actions.push_back(SeekTo{here});
    }
    if (drag.is_held && ImGui::IsItemActive() && ImGui::GetIO().MouseDelta.x != 0) drag.now = here;
    if (drag.is_held && ImGui::IsItemDeactivated()) {
        if (drag.now != drag.was) actions.push_back(MovePhase{drag.was, drag.now});
        drag = {};
    }
    if (!ImGui::IsItemHovered()) return;
    if (edge) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Right)) state.phase_menu.from = here;
    if (!ImGui::IsAnyMouseDown()) explain(open, here);
}

void draw_phases(const OpenConversationState& open, const TimelineLayout& layout, const TimelineState& state) {
    if (layout.phases.height <= 0) return;
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float top = layout.phases.y + theme::px(2);
    const float bottom = layout.phases.y + layout.phases.height - theme::px(2);
    list.PushClipRect({layout.left, layout.phases.y}, {layout.right, layout.phases.y + layout.phases.height}, true);
    const codes::Coding coding = marks_as_dragged(open, state.phase_edge);
    for (const codes::PhaseStretch& stretch : codes::phase_stretches(coding, {{}, duration_of(open)})) {
        const codes::Phase* phase = phase_of(open.codebook, stretch.phase);
        const codes::Colour colour = phase ? phase->colour : codes::Colour{128, 128, 128};
        const float from = std::floor(layout.left + state.view.x_of(stretch.span.from));
        const float to = std::floor(layout.left + state.view.x_of(stretch.span.to));
        list.AddRectFilled({from, top}, {to - 1, bottom}, theme::tint(colour), theme::px(3));
        list.AddRectFilled({from, top}, {from + theme::px(4), bottom}, theme::colour(colour));
        const float name_at = std::max(from, layout.left) + theme::px(8);
        const std::string name = fmt::format("{}  {}", phase ? phase->label.in(base::language()) : stretch.phase,
                                             clock_text(stretch.span.length()));
        list.PushClipRect({from, top}, {to - theme::px(3), bottom}, true);
        widgets::text_in_middle(list, theme::small(), {name_at, top}, bottom - top, p.ink, name.c_str());
        list.PopClipRect();
    }
    list.PopClipRect();
}

void shade_outside_segment(const OpenConversationState& open, const TimelineLayout& layout, const TimelineView& view) {
    if (!open.coding.segment) return;
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float from = std::clamp(layout.left + view.x_of(open.coding.segment->span.from), layout.left, layout.right);
    const float to = std::clamp(layout.left + view.x_of(open.coding.segment->span.to), layout.left, layout.right);
    const float top = layout.ruler.y + layout.ruler.height;
    const ImU32 shade = theme::with_alpha(p.ground, 0.72F);
    if (from > layout.left) list.AddRectFilled({layout.left, top}, {from, layout.bottom()}, shade);
    if (to < layout.right) list.AddRectFilled({to, top}, {layout.right, layout.bottom()}, shade);
    for (const float x : {from, to})
        if (x > layout.left && x < layout.right)
            list.AddLine({x, layout.ruler.y}, {x, layout.bottom()}, p.muted, theme::px(1));
}

}  // namespace app
