// The row of clips: press one to take it in hand, drag it or one of its edges, press twice to hear it.
#include "app/clip_kinds.h"
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/timeline_layout.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr base::Time kShortest = base::milliseconds(200);

// As it would be if the drag ended now.
base::Span as_dragged(const codes::Clip& clip, const ClipDrag& drag, base::Time duration) {
    base::Span span = clip.span;
    if (drag.clip != clip.id) return span;
    const base::Time by = drag.to - drag.from;
    if (drag.grip == Grip::Begin) span.from = std::clamp(span.from + by, base::Time{}, span.to - kShortest);
    if (drag.grip == Grip::End) span.to = std::clamp(span.to + by, span.from + kShortest, duration);
    if (drag.grip == Grip::Move) {
        const base::Time moved = std::clamp(by, base::Time{} - span.from, std::max(base::Time{}, duration - span.to));
        span = {span.from + moved, span.to + moved};
    }
    return span;
}

struct UnderHand {
    const codes::Clip* clip = nullptr;
    Grip grip = Grip::None;
};

// Of clips that overlap, the shortest.
UnderHand under_pointer(const OpenConversationState& open, const TimelineLayout& layout, const TimelineView& view) {
    const float x = ImGui::GetIO().MousePos.x;
    const float edge = theme::px(5);
    UnderHand under;
    for (const codes::Clip& clip : open.clips.clips) {
        const float from = layout.left + view.x_of(clip.span.from);
        const float to = layout.left + view.x_of(clip.span.to);
        if (x < from - edge || x > to + edge) continue;
        if (under.clip && under.clip->span.length() < clip.span.length()) continue;
        under.clip = &clip;
        const bool is_wide = to - from > 3 * edge;
        under.grip = x > to - edge ? Grip::End : x < from + edge ? Grip::Begin : Grip::Move;
        if (!is_wide && x >= from && x <= to) under.grip = Grip::Move;
    }
    return under;
}

void explain(const UnderHand& under) {
    if (under.grip != Grip::Move) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    const codes::Clip& clip = *under.clip;
    ImGui::SetTooltip("%s · %s – %s\n%s", kind_label(clip.kind), clock_text(clip.span.from, 1).c_str(),
                      clock_text(clip.span.to, 1).c_str(), clip.title.c_str());
}

void let_go(const OpenConversationState& open, ClipDrag& drag, Actions& actions) {
    if (const codes::Clip* clip = open.clips.find(drag.clip)) {
        codes::Clip changed = *clip;
        changed.span = as_dragged(*clip, drag, duration_of(open));
        if (changed.span != clip->span) actions.push_back(ChangeClip{changed});
    }
    drag = {};
}

}  // namespace

void listen_to_clips(const OpenConversationState& open, const TimelineLayout& layout, TimelineState& state,
                     Actions& actions) {
    if (layout.clips.height <= 0) return;
    ImGui::SetCursorScreenPos({layout.left, layout.clips.y});
    ImGui::InvisibleButton("clips", {std::max(1.0F, layout.right - layout.left), layout.clips.height});
    widgets::note_last_item("clips");
    ClipDrag& drag = state.clip;
    const base::Time here = state.view.time_at(ImGui::GetIO().MousePos.x - layout.left);
    const UnderHand under = under_pointer(open, layout, state.view);
    if (ImGui::IsItemActivated()) {
        drag = {};
        if (under.clip) {
            drag = {under.clip->id, under.grip, here, here};
            actions.push_back(HoldClip{under.clip->id});
        } else {
            actions.push_back(SeekTo{here});
        }
    }
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, theme::px(3))) drag.to = here;
    if (ImGui::IsItemDeactivated()) let_go(open, drag, actions);
    if (!ImGui::IsItemHovered() || !under.clip) return;
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) actions.push_back(PlayClip{under.clip->id});
    if (!ImGui::IsAnyMouseDown()) explain(under);
}

void draw_timeline_clips(const OpenConversationState& open, const TimelineLayout& layout, const TimelineState& state) {
    if (layout.clips.height <= 0) return;
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float top = layout.clips.y + theme::px(2);
    const float bottom = layout.clips.y + layout.clips.height - theme::px(2);
    widgets::text_in_middle(list, theme::small(), {layout.label_left, layout.clips.y}, layout.clips.height, p.muted,
                            _("Clips"));
    list.PushClipRect({layout.left, layout.clips.y}, {layout.right, layout.clips.y + layout.clips.height}, true);
    for (const codes::Clip& clip : open.clips.clips) {
        const base::Span span = as_dragged(clip, state.clip, duration_of(open));
        const float from = std::floor(layout.left + state.view.x_of(span.from));
        const float to = std::max(from + theme::px(4), std::floor(layout.left + state.view.x_of(span.to)));
        const codes::Colour colour = kind_colour(clip.kind);
        list.AddRectFilled({from, top}, {to, bottom}, theme::tint(colour), theme::px(3));
        list.AddRectFilled({from, top}, {from + theme::px(3), bottom}, theme::colour(colour));
        list.AddRectFilled({to - theme::px(2), top}, {to, bottom}, theme::colour(colour, 0.8F));
        list.PushClipRect({from, top}, {to - theme::px(3), bottom}, true);
        if (bottom - top >= theme::small()->FontSize)
            widgets::text_in_middle(list, theme::small(), {std::max(from, layout.left) + theme::px(7), top},
                                    bottom - top, p.ink, clip.title.c_str());
        list.PopClipRect();
        if (open.clips.in_hand == clip.id)
            list.AddRect({from - 1, top - 1}, {to + 1, bottom + 1}, p.accent, theme::px(3), 0, theme::px(2));
    }
    list.PopClipRect();
}

}  // namespace app
