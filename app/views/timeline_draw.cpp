// What the timeline looks like: ruler, sound, turns, lanes, marks, playhead.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/timeline_layout.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

float small_size() {
    return theme::small()->FontSize * ImGui::GetIO().FontGlobalScale;
}

void draw_label(ImDrawList& list, const TimelineLayout& layout, const TimelineRow& row, const char* text,
                ImU32 colour) {
    widgets::text_in_middle(list, theme::small(), {layout.label_left, row.y}, row.height, colour, text);
}

void draw_ruler(ImDrawList& list, const TimelineLayout& layout, const TimelineView& view) {
    const theme::Palette& p = theme::palette();
    const Ticks marks = ticks(view, theme::px(84));
    const int decimals = marks.step >= base::seconds(1) ? 0 : marks.step >= base::milliseconds(100) ? 1 : 2;
    for (const base::Time at : marks.at) {
        const float x = std::floor(layout.left + view.x_of(at));
        list.AddLine({x, layout.ruler.y + theme::px(6)}, {x, layout.bottom()}, p.hairline);
        list.AddText(theme::small(), small_size(), {x + theme::px(4), layout.ruler.y + theme::px(3)}, p.muted,
                     clock_text(at, decimals).c_str());
    }
}

// Buckets lie on a grid of the whole recording, so that the drawing does not shimmer while the view moves.
const KeptPeaks& peaks_of(const OpenConversationState& open, TimelineState& state, float step_px) {
    const TimelineView& view = state.view;
    const double bucket_us = std::max(1.0, static_cast<double>(step_px) / view.px_per_second() * 1e6);
    const auto first = static_cast<std::int64_t>(static_cast<double>(view.from.microseconds) / bucket_us);
    const int buckets = static_cast<int>(view.width_px / step_px) + 2;
    const base::Span span{{static_cast<std::int64_t>(static_cast<double>(first) * bucket_us)},
                          {static_cast<std::int64_t>(static_cast<double>(first + buckets) * bucket_us)}};
    KeptPeaks& kept = state.peaks;
    if (kept.span == span && kept.buckets == buckets && kept.channels == open.waveform.channels()) return kept;
    kept = {span, buckets, open.waveform.channels(), {}};
    for (int channel = 0; channel < kept.channels; ++channel)
        kept.peaks.push_back(open.waveform.peaks(channel, span, buckets));
    return kept;
}

void draw_wave(ImDrawList& list, const TimelineRow& row, const std::vector<media::Peak>& peaks, float x, float step,
               ImU32 colour) {
    const float middle = row.y + row.height / 2;
    const float most = row.height / 2 - theme::px(3);
    for (const media::Peak& peak : peaks) {
        const float loud = static_cast<float>(std::max(std::abs(peak.low), std::abs(peak.high))) / 127;
        const float half = std::max(0.5F, std::pow(loud, 0.7F) * most);
        list.AddRectFilled({x, middle - half}, {x + step * 0.6F, middle + half}, colour);
        x += step;
    }
}

void draw_waves(ImDrawList& list, const OpenConversationState& open, const TimelineLayout& layout,
                TimelineState& state) {
    const theme::Palette& p = theme::palette();
    if (open.waveform.channels() == 0) {
        const std::string text = open.waveform_job ? fmt::format(fmt::runtime(_("Reading the sound: {} %")),
                                                                 static_cast<int>(open.waveform_job->progress() * 100))
                                                   : std::string(_("No sound to draw"));
        widgets::text_in_middle(list, theme::small(), {layout.left + theme::grid(1), layout.waves[0].y},
                                layout.waves[0].height, p.muted, text.c_str());
        return;
    }
    const float step = std::max(2.0F, theme::px(3));
    const KeptPeaks& kept = peaks_of(open, state, step);
    const float x = layout.left + state.view.x_of(kept.span.from);
    const float real_step = (layout.left + state.view.x_of(kept.span.to) - x) / static_cast<float>(kept.buckets);
    for (std::size_t i = 0; i < layout.waves.size() && i < kept.peaks.size(); ++i) {
        const bool muted = open.player && open.player->is_channel_muted(static_cast<int>(i));
        const ImU32 colour = i % 2 == 0 ? p.wave_professional : p.wave_client;
        draw_wave(list, layout.waves[i], kept.peaks[i], x, real_step,
                  muted ? theme::with_alpha(colour, 0.35F) : colour);
    }
}

// Above the professional, or who speaks first where nobody has said who that is; below everyone else.
std::size_t row_of(const talk::Turn& turn, const std::string& first_speaker) {
    if (turn.role != talk::Role::Unknown) return turn.role == talk::Role::Client ? 1 : 0;
    return turn.speaker != first_speaker ? 1 : 0;
}

ImU32 turn_colour(const talk::Turn& turn) {
    const theme::Palette& p = theme::palette();
    if (turn.role == talk::Role::Unknown) return p.muted;
    return turn.role == talk::Role::Client ? p.wave_client : p.wave_professional;
}

// A row each, so that speaking at once can be seen.
void draw_turns(ImDrawList& list, const OpenConversationState& open, const TimelineLayout& layout,
                const TimelineView& view) {
    const float pad = theme::px(3);
    const float height = std::floor((layout.turns.height - 2 * pad) / 2);
    // By their beginning; turns are short, so those that began a little earlier are found by looking back two minutes.
    const auto by_time = [](const talk::Turn& turn, base::Time at) { return turn.span.from < at; };
    auto turn = std::lower_bound(open.turns.begin(), open.turns.end(), view.from - base::seconds(120), by_time);
    std::array<float, 2> drawn_to = {-1, -1};
    for (; turn != open.turns.end() && turn->span.from < view.to(); ++turn) {
        const std::size_t row = row_of(*turn, open.turns.front().speaker);
        const float from = std::floor(layout.left + view.x_of(turn->span.from));
        const float to = std::max(from + 1, std::floor(layout.left + view.x_of(turn->span.to)) - 1);
        if (to <= drawn_to[row]) continue;
        drawn_to[row] = to;
        const float y = layout.turns.y + pad + height * static_cast<float>(row);
        list.AddRectFilled({from, y}, {to, y + height - 1}, theme::with_alpha(turn_colour(*turn), 0.6F), theme::px(2));
    }
}

void draw_loop(ImDrawList& list, const OpenConversationState& open, const TimelineLayout& layout,
               const TimelineView& view) {
    const theme::Palette& p = theme::palette();
    auto loop = open.player ? open.player->loop() : std::nullopt;
    if (!open.style.plays.empty()) loop = open.style.plays.front();  // heard by itself, once
    if (loop) {
        const float from = layout.left + view.x_of(loop->from);
        const float to = layout.left + view.x_of(loop->to);
        list.AddRectFilled({from, layout.ruler.y}, {to, layout.bottom()}, theme::with_alpha(p.accent, 0.09F));
        for (const float x : {from, to}) list.AddLine({x, layout.ruler.y}, {x, layout.bottom()}, p.accent);
    } else if (open.loop_from) {
        const float x = layout.left + view.x_of(*open.loop_from);
        list.AddLine({x, layout.ruler.y}, {x, layout.bottom()}, theme::with_alpha(p.accent, 0.6F));
    }
}

struct MarkLook {
    bool selected = false;
    bool faded = false;
    bool has_name = false;
};

void draw_mark(ImDrawList& list, const OpenConversationState& open, const codes::Event& event, const Box2& box,
               const MarkLook& look) {
    const theme::Palette& p = theme::palette();
    const codes::Colour colour = colour_of(open.codebook, event.code);
    const float bar = theme::px(kMarkBar);
    const float radius = theme::px(3);
    const float alpha = look.faded ? 0.35F : 1;
    const bool has_ground = box.to.x - box.from.x > bar + 1;
    if (has_ground)
        list.AddRectFilled(box.from, box.to, theme::with_alpha(theme::tint(colour), alpha), radius,
                           ImDrawFlags_RoundCornersRight);
    list.AddRectFilled(box.from, {box.from.x + bar, box.to.y}, theme::colour(colour, alpha), 0);
    if (event.end && has_ground)
        list.AddRectFilled({box.to.x - theme::px(2), box.from.y}, box.to, theme::colour(colour, alpha * 0.8F), 0);
    if (look.has_name && !look.faded) {
        const float left = box.from.x + bar + theme::px(4);
        list.PushClipRect({box.from.x, box.from.y - 2}, {box.to.x - theme::px(2), box.to.y + 2}, true);
        widgets::text_in_middle(list, theme::small(), {left, box.from.y}, box.to.y - box.from.y, p.ink,
                                short_label_of(open.codebook, event.code).c_str());
        list.PopClipRect();
    }
    if (!event.note.empty()) {  // a corner turned down
        const float fold = theme::px(5);
        const float x = has_ground ? box.to.x : box.from.x + fold;
        list.AddTriangleFilled({x - fold, box.from.y}, {x, box.from.y}, {x, box.from.y + fold}, p.ink);
    }
    if (look.selected)
        list.AddRect({box.from.x - 1, box.from.y - 1}, {box.to.x + 1, box.to.y + 1}, p.accent, radius, 0, theme::px(2));
}

void draw_lane(ImDrawList& list, const OpenConversationState& open, const TimelineLayout& layout,
               const TimelineState& state, std::size_t side) {
    const LaneMarks& lane = state.marks.lanes[side];
    std::array<float, 8> last_x;
    last_x.fill(-1e9F);
    for (const Mark& mark : visible(lane, state.view)) {
        if (mark.event >= open.coding.events.size()) break;
        const codes::Event& event = open.coding.events[mark.event];
        Box2 box = box_of(mark, lane, layout.lanes[side], layout, state.view);
        const bool selected = is_selected(open, event.id);
        // Where many lie on the same few pixels, one stroke says it; the selected ones are always drawn.
        float& last = last_x[static_cast<std::size_t>(mark.row) % last_x.size()];
        const bool is_stroke = box.to.x - box.from.x <= theme::px(kMarkBar) + 1;
        if (is_stroke && box.from.x < last + 2 && !selected) continue;
        last = box.from.x;
        const bool dragged = is_dragged(event, state.drag, open);
        draw_mark(list, open, event, box, {selected && !dragged, dragged, mark.has_name});
        if (!dragged) continue;
        const codes::Event ghost = as_dragged(event, state.drag, open);
        box.from.x = std::floor(layout.left + state.view.x_of(ghost.at));
        box.to.x = std::max(box.from.x + theme::px(30), layout.left + state.view.x_of(ghost.end.value_or(ghost.at)));
        draw_mark(list, open, ghost, box, {true, false, true});
    }
}

}  // namespace

void draw_timeline_rows(const OpenConversationState& open, const TimelineLayout& layout, TimelineState& state) {
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float line_left = layout.label_left - theme::grid(2);
    const auto labels = wave_labels(open);
    for (std::size_t i = 0; i < layout.waves.size(); ++i) {
        const bool muted = open.player && open.player->is_channel_muted(static_cast<int>(i));
        draw_label(list, layout, layout.waves[i],
                   muted ? fmt::format("{} {}", labels[i], widgets::icon::kMute).c_str() : labels[i].c_str(), p.muted);
    }
    if (layout.turns.height > 0) draw_label(list, layout, layout.turns, _("Turns"), p.muted);
    if (layout.utterances.height > 0) draw_label(list, layout, layout.utterances, _("Utterances"), p.muted);
    if (layout.phases.height > 0) draw_label(list, layout, layout.phases, _("Phase"), p.muted);
    for (const codes::Side side : {codes::Side::Professional, codes::Side::Client})
        draw_label(list, layout, layout.lanes[static_cast<std::size_t>(side)], side_name(side), p.muted);
    for (std::size_t side = 0; side < 2; ++side) {
        const TimelineRow& row = layout.lanes[side];
        widgets::note_widget(side == 0 ? "lane professional" : "lane client", {layout.left, row.y},
                             {layout.right, row.y + row.height});
    }
    list.PushClipRect({layout.left, layout.ruler.y}, {layout.right, layout.bottom()}, true);
    draw_ruler(list, layout, state.view);
    draw_waves(list, open, layout, state);
    if (layout.turns.height > 0) draw_turns(list, open, layout, state.view);
    draw_loop(list, open, layout, state.view);
    list.PopClipRect();
    for (const TimelineRow& row : {layout.waves.front(), layout.phases, layout.turns, layout.utterances,
                                   layout.lanes[0], layout.lanes[1], layout.overview})
        list.AddLine({line_left, row.y}, {layout.right + theme::grid(1), row.y}, p.hairline);
}

void draw_timeline_marks(const OpenConversationState& open, const TimelineLayout& layout, const TimelineState& state) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect({layout.left, layout.ruler.y}, {layout.right, layout.bottom()}, true);
    for (std::size_t side = 0; side < 2; ++side) draw_lane(list, open, layout, state, side);
    const TimelineDrag& drag = state.drag;
    if (drag.grip == Grip::RubberBand && drag.has_moved) {
        const ImVec2 from{layout.left + state.view.x_of(drag.from), drag.from_y};
        const ImVec2 to = ImGui::GetIO().MousePos;
        list.AddRectFilled(from, to, theme::with_alpha(theme::palette().accent, 0.12F));
        list.AddRect(from, to, theme::palette().accent);
    }
    list.PopClipRect();
}

void draw_timeline_playhead(const OpenConversationState& open, const TimelineLayout& layout,
                            const TimelineState& state) {
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float x = std::floor(layout.left + state.view.x_of(playhead(open)));
    list.PushClipRect({layout.left, layout.ruler.y}, {layout.right, layout.bottom()}, true);
    list.AddRectFilled({x - theme::px(1), layout.ruler.y}, {x + theme::px(1), layout.bottom()}, p.accent);
    const float half = theme::px(6);
    list.AddTriangleFilled({x - half, layout.ruler.y}, {x + half, layout.ruler.y}, {x, layout.ruler.y + theme::px(8)},
                           p.accent);
    list.PopClipRect();
}

void draw_overview(const OpenConversationState& open, const TimelineLayout& layout, TimelineState& state) {
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float height = theme::px(10);
    const ImVec2 from{layout.left + state.view.edge_px,
                      std::floor(layout.overview.y + (layout.overview.height - height) / 2)};
    const ImVec2 to{layout.right - state.view.edge_px, from.y + height};
    const double all = std::max(state.view.duration.seconds(), 1e-3);
    const float width = to.x - from.x;
    const auto x_of = [&](base::Time at) { return from.x + static_cast<float>(at.seconds() / all) * width; };
    list.AddRectFilled(from, to, p.hover, theme::px(5));
    const float thumb_from = x_of(state.view.from);
    const float thumb_to = std::max(thumb_from + theme::px(10), x_of(state.view.to()));
    list.AddRectFilled({thumb_from, from.y}, {thumb_to, to.y}, p.key_edge, theme::px(5));
    float last = -1;
    for (const codes::Event& event : open.coding.events) {
        const float x = std::floor(x_of(event.at));
        if (x <= last + 1) continue;
        last = x;
        list.AddRectFilled({x, from.y + theme::px(3)}, {x + 1, to.y - theme::px(3)}, p.muted);
    }
    const float here = std::floor(x_of(playhead(open)));
    list.AddRectFilled({here - 1, from.y}, {here + 1, to.y}, p.accent);
    ImGui::SetCursorScreenPos(from);
    ImGui::InvisibleButton("overview", {std::max(1.0F, width), height});
    widgets::note_last_item("overview");
    if (!ImGui::IsItemActive()) return;
    const double share = static_cast<double>((ImGui::GetIO().MousePos.x - from.x) / std::max(1.0F, width));
    state.view.show(base::seconds(share * all), state.view.length);
    state.view.follows = false;
}

}  // namespace app
