#include "app/views/timeline_layout.h"

#include "app/theme.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {
namespace {

constexpr int kMostWaves = 4;
constexpr float kLeastWave = 14, kLeastLane = 24;  // at 1 to 1
constexpr float kMostSqueezed = 0.6F;

float text_width(const std::string& text) {
    const float size = theme::small()->FontSize * ImGui::GetIO().FontGlobalScale;
    return theme::small()->CalcTextSizeA(size, FLT_MAX, 0, text.c_str()).x;
}

bool has_utterances(const OpenConversationState& open) {
    return !open.coding.utterances.empty() || !open.style.marks.empty();
}

float label_width(const OpenConversationState& open) {
    float widest = theme::px(72);
    for (const std::string& label : wave_labels(open)) widest = std::max(widest, text_width(label));
    for (const char* label : {side_name(codes::Side::Professional), side_name(codes::Side::Client), _("Turns")})
        widest = std::max(widest, text_width(label));
    if (has_utterances(open)) widest = std::max(widest, text_width(_("Utterances")));
    return std::ceil(widest) + theme::grid(3);
}

int rows_for(float lane_height) {
    return lane_height >= theme::px(62) ? 3 : lane_height >= theme::px(34) ? 2 : 1;
}

}  // namespace

std::vector<std::string> wave_labels(const OpenConversationState& open) {
    const int channels = std::min(kMostWaves, std::max(1, open.waveform.channels()));
    if (channels == 1) return {_("Sound")};
    std::vector<std::string> labels;
    for (int channel = 1; channel <= channels; ++channel)
        labels.push_back(fmt::format(fmt::runtime(_("Sound {}")), channel));
    return labels;
}

TimelineLayout lay_out_timeline(ImVec2 from, ImVec2 size, const OpenConversationState& open) {
    TimelineLayout layout;
    layout.label_left = from.x + theme::grid(2);
    layout.left = from.x + label_width(open);
    layout.right = from.x + size.x - theme::grid(1);
    const auto waves = static_cast<float>(wave_labels(open).size());
    float utterances = has_utterances(open) ? theme::px(26) : 0;
    float turns = open.turns.empty() || has_utterances(open) ? 0 : theme::px(22);
    float phases = open.coding.phases.empty() ? 0 : theme::px(20);
    float clips = open.clips.clips.empty() ? 0 : theme::px(20);
    float overview = theme::px(22);
    layout.ruler = {from.y, theme::px(24)};
    const float least = waves * kLeastWave + 2 * kLeastLane;
    const auto thin = [&] { return layout.ruler.height + turns + utterances + phases + clips + overview; };
    // In a low window the thin rows give way, so that none falls off the edge.
    const float squeeze = std::clamp((size.y - theme::px(least)) / thin(), kMostSqueezed, 1.0F);
    for (float* height : {&utterances, &turns, &phases, &clips, &overview, &layout.ruler.height})
        *height = std::floor(*height * squeeze);
    const float room = size.y - thin();
    const float share = room / (waves + 2 * 1.3F);
    const float lane = std::floor(std::clamp(share * 1.3F, theme::px(kLeastLane), theme::px(76)));
    const float wave = std::floor(std::max(theme::px(kLeastWave), (room - 2 * lane) / waves));
    float y = layout.ruler.y + layout.ruler.height;
    for (int i = 0; i < static_cast<int>(waves); ++i, y += wave) layout.waves.push_back({y, wave});
    layout.phases = {y, phases};
    y += phases;
    layout.turns = {y, turns};
    y += turns;
    layout.utterances = {y, utterances};
    y += utterances;
    for (TimelineRow& row : layout.lanes) {
        row = {y, lane};
        y += lane;
    }
    layout.clips = {y, clips};
    y += clips;
    layout.overview = {y, overview};
    return layout;
}

const KeptMarks& marks_of(const OpenConversationState& open, const TimelineLayout& layout, TimelineState& state) {
    KeptMarks& kept = state.marks;
    const double px_per_second = state.view.px_per_second();
    const float font_size = theme::small()->FontSize * ImGui::GetIO().FontGlobalScale;
    const int rows = rows_for(layout.lanes[0].height);
    if (kept.coding == open.coding.id && kept.serial == open.coding_serial && kept.px_per_second == px_per_second &&
        kept.font_size == font_size && kept.rows == rows && kept.language == base::language())
        return kept;
    std::map<std::string, float> widths;
    for (const codes::Code& code : open.codebook.codes)
        widths[code.key] = text_width(short_label_of(open.codebook, code.key)) + theme::grid(2);
    LaneRules rules;
    rules.px_per_second = px_per_second;
    rules.rows = rows;
    rules.least_name_px = theme::px(24);
    rules.name_width = [&](const codes::Event& event) {
        const auto width = widths.find(event.code);
        return width == widths.end() ? theme::px(30) : width->second;
    };
    kept.coding = open.coding.id;
    kept.serial = open.coding_serial;
    kept.px_per_second = px_per_second;
    kept.font_size = font_size;
    kept.rows = rows;
    kept.language = base::language();
    rules.side = codes::Side::Professional;
    kept.lanes[0] = lay_out(open.coding.events, rules);
    rules.side = codes::Side::Client;
    kept.lanes[1] = lay_out(open.coding.events, rules);
    return kept;
}

Box2 box_of(const Mark& mark, const LaneMarks& lane, const TimelineRow& row, const TimelineLayout& layout,
            const TimelineView& view) {
    const float pad = theme::px(4);
    const float step = (row.height - 2 * pad) / static_cast<float>(lane.rows_used);
    const float height = std::min(step - theme::px(2), theme::px(26));
    const double begin = view.from.seconds() * view.px_per_second();
    const float x = std::floor(layout.left + view.edge_px + static_cast<float>(mark.x - begin));
    const float y = std::floor(row.y + pad + step * static_cast<float>(mark.row) + (step - height) / 2);
    return {{x, y}, {x + std::max(mark.width, theme::px(kMarkBar)), y + std::floor(height)}};
}

std::span<const Mark> visible(const LaneMarks& lane, const TimelineView& view) {
    const double begin = view.from.seconds() * view.px_per_second() - static_cast<double>(view.edge_px);
    return lane.between(begin, begin + static_cast<double>(view.width_px));
}

UnderPointer mark_at(ImVec2 point, const OpenConversationState& open, const TimelineLayout& layout,
                     const TimelineState& state) {
    constexpr float kNear = 2;  // pixels beside a mark that still mean it
    for (std::size_t side = 0; side < 2; ++side) {
        const TimelineRow& row = layout.lanes[side];
        if (!row.contains(point.y)) continue;
        const LaneMarks& lane = state.marks.lanes[side];
        const auto marks = visible(lane, state.view);
        for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
            if (mark->event >= open.coding.events.size()) break;
            const Box2 box = box_of(*mark, lane, row, layout, state.view);
            const bool inside = point.x >= box.from.x - kNear && point.x < box.to.x + kNear && point.y >= box.from.y &&
                                point.y < box.to.y;
            if (inside) return {&open.coding.events[mark->event], box};
        }
    }
    return {};
}

bool is_dragged(const codes::Event& event, const TimelineDrag& drag, const OpenConversationState& open) {
    if (!drag.has_moved) return false;
    if (drag.grip == Grip::Move) return event.id == drag.event.id || is_selected(open, event.id);
    return (drag.grip == Grip::Begin || drag.grip == Grip::End) && event.id == drag.event.id;
}

codes::Event as_dragged(const codes::Event& event, const TimelineDrag& drag, const OpenConversationState& open) {
    codes::Event moved = event;
    const base::Time by = drag.to - drag.from;
    const base::Time last = std::max(base::Time{}, duration_of(open));
    if (drag.grip == Grip::Move) {
        moved.at = std::clamp(event.at + by, base::Time{}, last);
        if (event.end) moved.end = std::clamp(*event.end + by, base::Time{}, last);
    } else if (drag.grip == Grip::Begin) {
        moved.at = std::clamp(event.at + by, base::Time{}, event.end.value_or(last));
    } else if (drag.grip == Grip::End) {
        // A point has no end yet: it comes where the pointer is. Drawn back over its beginning, it is a point again.
        const base::Time end = event.end ? *event.end + by : drag.to;
        moved.end = std::clamp(end, event.at, std::max(event.at, last));
        if (*moved.end - moved.at < base::milliseconds(50)) moved.end.reset();
    }
    return moved;
}

}  // namespace app
