// The pointer on the timeline: go there, scrub, select, drag events and their edges, zoom, pan.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/timeline_layout.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

bool is_in_lanes(const TimelineLayout& layout, float y) {
    return layout.lanes[0].contains(y) || layout.lanes[1].contains(y);
}

// A point's beginning is the point itself; its end can be drawn out of the ground of its name.
Grip grip_at(const UnderPointer& under, ImVec2 point) {
    const float edge = theme::px(5);
    const float width = under.box.to.x - under.box.from.x;
    if (width > 4 * edge && point.x > under.box.to.x - edge) return Grip::End;
    if (under.event->end && width > 4 * edge && point.x < under.box.from.x + edge) return Grip::Begin;
    return Grip::Move;
}

void take_hold(const OpenConversationState& open, const TimelineLayout& layout, CodeScreenState& state,
               Actions& actions) {
    const ImGuiIO& io = ImGui::GetIO();
    TimelineState& timeline = state.timeline;
    TimelineDrag& drag = timeline.drag;
    drag = {};
    drag.from_x = io.MousePos.x;
    drag.from_y = io.MousePos.y;
    drag.from = drag.to = timeline.view.time_at(io.MousePos.x - layout.left);
    if (ImGui::IsMouseDown(ImGuiMouseButton_Middle)) {
        drag.grip = Grip::Pan;
        return;
    }
    const UnderPointer under = mark_at(io.MousePos, open, layout, timeline);
    if (!under.event) {
        drag.grip = is_in_lanes(layout, io.MousePos.y) ? Grip::RubberBand : Grip::Scrub;
        if (drag.grip == Grip::Scrub) actions.push_back(SeekTo{drag.from, media::SeekMode::KeyFrame});
        return;
    }
    drag.event = *under.event;
    drag.grip = grip_at(under, io.MousePos);
    if (io.KeyCtrl || io.KeyShift) {
        drag.grip = Grip::None;
        actions.push_back(SelectEvents{clicked_selection(open, under.event->id, state.events.last_clicked)});
    } else if (!is_selected(open, under.event->id)) {
        actions.push_back(SelectEvents{{under.event->id}});
    }
    state.events.last_clicked = under.event->id;
}

void move_on(const TimelineLayout& layout, TimelineState& state, Actions& actions) {
    const ImGuiIO& io = ImGui::GetIO();
    TimelineDrag& drag = state.drag;
    if (drag.grip == Grip::None) return;
    const float far = std::max(std::abs(io.MousePos.x - drag.from_x), std::abs(io.MousePos.y - drag.from_y));
    if (far > theme::px(4)) drag.has_moved = true;
    if (drag.grip == Grip::Pan) {
        state.view.pan(-io.MouseDelta.x);
        state.view.follows = false;
        return;
    }
    const base::Time before = drag.to;
    drag.to = state.view.time_at(io.MousePos.x - layout.left);
    if (drag.grip == Grip::Scrub && drag.to != before && drag.has_moved)
        actions.push_back(SeekTo{drag.to, media::SeekMode::KeyFrame});
}

void select_in_band(const OpenConversationState& open, const TimelineLayout& layout, const TimelineState& state,
                    Actions& actions) {
    const auto [from, to] = std::minmax(state.drag.from, state.drag.to);
    const auto [top, bottom] = std::minmax(state.drag.from_y, ImGui::GetIO().MousePos.y);
    SelectEvents selection;
    if (ImGui::GetIO().KeyCtrl) selection.events = open.selected;
    for (const codes::Event& event : open.coding.events) {
        const TimelineRow& row = layout.lanes[static_cast<std::size_t>(event.speaker)];
        const bool in_rows = row.y < bottom && row.y + row.height > top;
        const bool in_time = event.at <= to && event.end.value_or(event.at) >= from;
        if (in_rows && in_time &&
            std::find(selection.events.begin(), selection.events.end(), event.id) == selection.events.end())
            selection.events.push_back(event.id);
    }
    actions.push_back(std::move(selection));
}

void let_go(const OpenConversationState& open, const TimelineLayout& layout, TimelineState& state, Actions& actions) {
    const TimelineDrag drag = state.drag;
    const codes::Event* event = open.coding.find(drag.event.id);
    const bool still_there = event && *event == drag.event;
    switch (drag.grip) {
        case Grip::Scrub:
            actions.push_back(SeekTo{drag.to});
            break;
        case Grip::RubberBand:
            if (drag.has_moved)
                select_in_band(open, layout, state, actions);
            else
                actions.push_back(SeekTo{drag.from});
            break;
        case Grip::Move:
            if (drag.has_moved && still_there)
                actions.push_back(ShiftSelected{drag.to - drag.from});
            else if (still_there && open.selected.size() > 1)
                actions.push_back(SelectEvents{{drag.event.id}});
            break;
        case Grip::Begin:
        case Grip::End: {
            if (!drag.has_moved || !still_there) break;
            const codes::Event after = as_dragged(drag.event, drag, open);
            if (after != drag.event) actions.push_back(Edit{codes::edits::changed(drag.event, after)});
            break;
        }
        default:
            break;
    }
    state.drag = {};
}

void zoom_and_pan(const OpenConversationState& open, const TimelineLayout& layout, TimelineView& view) {
    const ImGuiIO& io = ImGui::GetIO();
    const float sideways = io.KeyShift ? -io.MouseWheel : io.MouseWheelH;
    if (sideways != 0) view.pan(sideways * theme::px(80));
    if (io.MouseWheel != 0 && !io.KeyShift)
        view.zoom(std::pow(1.25, static_cast<double>(io.MouseWheel)), io.MousePos.x - layout.left);
    if (sideways != 0 || io.MouseWheel != 0) {
        const base::Time here = playhead(open);
        view.follows = here >= view.from && here <= view.to();
    }
}

void show_what_it_is(const OpenConversationState& open, const UnderPointer& under) {
    const codes::Event& event = *under.event;
    const Grip grip = grip_at(under, ImGui::GetIO().MousePos);
    if (grip != Grip::Move) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(theme::px(320));
    widgets::section(label_of(open.codebook, event.code).c_str());
    std::string when = clock_text(event.at, 1);
    if (event.end) when += " – " + clock_text(*event.end, 1);
    const std::string details = details_text(open.codebook, event);
    ImGui::TextUnformatted((details.empty() ? when : when + " · " + details).c_str());
    if (!event.note.empty()) ImGui::TextUnformatted(event.note.c_str());
    if (grip == Grip::End && !event.end) ImGui::TextDisabled("%s", _("Drag to the right to give it a length"));
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

const talk::Turn* turn_at(const OpenConversationState& open, base::Time at) {
    const auto next = std::upper_bound(open.turns.begin(), open.turns.end(), at,
                                       [](base::Time time, const talk::Turn& turn) { return time < turn.span.from; });
    if (next == open.turns.begin()) return nullptr;
    return std::prev(next)->span.contains(at) ? &*std::prev(next) : nullptr;
}

void show_turn(const OpenConversationState& open, base::Time at) {
    const talk::Turn* turn = turn_at(open, at);
    if (!turn || turn->text.empty()) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(theme::px(360));
    if (!turn->speaker.empty()) widgets::section(turn->speaker.c_str());
    ImGui::TextUnformatted(turn->text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

void hover(const OpenConversationState& open, const TimelineLayout& layout, CodeScreenState& state, Actions& actions) {
    const ImGuiIO& io = ImGui::GetIO();
    zoom_and_pan(open, layout, state.timeline.view);
    const UnderPointer under = mark_at(io.MousePos, open, layout, state.timeline);
    if (!under.event) {
        if (layout.turns.contains(io.MousePos.y))
            show_turn(open, state.timeline.view.time_at(io.MousePos.x - layout.left));
        return;
    }
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) actions.push_back(SeekTo{under.event->at});
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
        if (!is_selected(open, under.event->id)) actions.push_back(SelectEvents{{under.event->id}});
        state.menu_of = under.event->id;
    }
    if (!ImGui::IsAnyMouseDown()) show_what_it_is(open, under);
}

}  // namespace

void listen_to_pointer(const OpenConversationState& open, const TimelineLayout& layout, CodeScreenState& state,
                       Actions& actions) {
    TimelineState& timeline = state.timeline;
    ImGui::SetCursorScreenPos({layout.left, layout.ruler.y});
    ImGui::InvisibleButton("moments", {std::max(1.0F, layout.right - layout.left), layout.bottom() - layout.ruler.y},
                           ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle);
    widgets::note_last_item("timeline");
    if (ImGui::IsItemActivated()) take_hold(open, layout, state, actions);
    if (ImGui::IsItemActive()) move_on(layout, timeline, actions);
    if (ImGui::IsItemDeactivated()) let_go(open, layout, timeline, actions);
    if (ImGui::IsItemHovered()) hover(open, layout, state, actions);
    if (timeline.drag.grip != Grip::None && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)))
        timeline.drag = {};
}

}  // namespace app
