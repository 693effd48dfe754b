// The timeline tab: what it shows now, its rows, and the pointer on them.
#include "app/theme.h"
#include "app/views/timeline_layout.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

constexpr base::Time kUsualView = base::seconds(180);

void begin_view(const OpenConversationState& open, TimelineState& state) {
    state.conversation = open.conversation.id;
    state.view.fit();
    if (state.view.duration > kUsualView + kUsualView) state.view.show(playhead(open), kUsualView);
    state.view.follows = true;
    state.last_playhead = playhead(open);
}

void keep_playhead_in_sight(const OpenConversationState& open, TimelineState& state) {
    const bool plays = open.player && open.player->is_playing();
    const base::Time here = playhead(open);
    const base::Time moved = here - state.last_playhead;
    const bool jumped = moved > base::seconds(1.5) || moved < base::milliseconds(-100);
    if ((plays && !state.was_playing) || jumped || (!plays && moved != base::Time{})) state.view.follows = true;
    if (state.drag.grip == Grip::None && moved != base::Time{}) state.view.follow(here);
    state.was_playing = plays;
    state.last_playhead = here;
}

void listen_to_labels(const OpenConversationState& open, const TimelineLayout& layout, Actions& actions) {
    const auto labels = wave_labels(open);
    if (!open.player || labels.size() < 2) return;
    for (std::size_t i = 0; i < layout.waves.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        ImGui::SetCursorScreenPos({layout.label_left, layout.waves[i].y});
        const bool muted = open.player->is_channel_muted(static_cast<int>(i));
        if (ImGui::InvisibleButton("mute", {std::max(1.0F, layout.left - layout.label_left), layout.waves[i].height}))
            actions.push_back(MuteChannel{static_cast<int>(i), !muted});
        widgets::note_last_item(labels[i].c_str());
        if (ImGui::IsItemHovered())
            ImGui::SetTooltip("%s", muted ? _("Muted; press to hear it") : _("Press to mute this channel"));
        ImGui::PopID();
    }
}

}  // namespace

void draw_timeline(const Model& model, CodeScreenState& state, Actions& actions) {
    const OpenConversationState& open = *model.open;
    TimelineState& timeline = state.timeline;
    const TimelineLayout layout = lay_out_timeline(ImGui::GetCursorScreenPos(), ImGui::GetContentRegionAvail(), open);
    if (layout.right - layout.left < theme::px(60)) return;
    timeline.view.edge_px = theme::px(6);
    timeline.view.resize(duration_of(open), layout.right - layout.left);
    if (timeline.conversation != open.conversation.id || !timeline.view.is_set()) begin_view(open, timeline);
    keep_playhead_in_sight(open, timeline);
    marks_of(open, layout, timeline);
    listen_to_utterances(open, layout, timeline, actions);
    listen_to_phases(open, layout, state, actions);
    listen_to_clips(open, layout, timeline, actions);
    listen_to_pointer(open, layout, state, actions);
    marks_of(open, layout, timeline);  // the pointer may have zoomed
    draw_timeline_rows(open, layout, timeline);
    draw_permission(state.reading.of(open), layout, timeline.view);
    draw_phases(open, layout, timeline);
    draw_timeline_clips(open, layout, timeline);
    draw_utterances(open, layout, timeline);
    draw_timeline_marks(open, layout, timeline);
    draw_remark_dots(open, state.reading, layout, timeline.view);
    shade_outside_segment(open, layout, timeline.view);
    draw_timeline_playhead(open, layout, timeline);
    draw_overview(open, layout, timeline);
    listen_to_labels(open, layout, actions);
}

}  // namespace app
