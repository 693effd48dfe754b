// The row of utterances: the professional's above, the client's below; filled once they have a code. Press one to take
// it in hand, drag an edge to mend it.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/timeline_layout.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "codes/utterances.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

using codes::Utterance;

Box2 box_of(base::Span span, codes::Side speaker, const TimelineLayout& layout, const TimelineView& view) {
    const float gap = theme::px(3);
    const float height = std::floor((layout.utterances.height - 3 * gap) / 2);
    const float y = layout.utterances.y + gap + (speaker == codes::Side::Client ? height + gap : 0);
    const float from = std::floor(layout.left + view.x_of(span.from));
    // A hairline of ground between two that touch.
    return {{from, y}, {std::max(from + theme::px(2), std::floor(layout.left + view.x_of(span.to)) - 1), y + height}};
}

struct UnderTurn {
    const Utterance* utterance = nullptr;
    bool at_begin = false;
    bool at_end = false;
};

UnderTurn turn_under_pointer(const OpenConversationState& open, const TimelineLayout& layout,
                             const TimelineView& view) {
    const ImVec2 point = ImGui::GetIO().MousePos;
    const float near = theme::px(4);
    UnderTurn found;
    for (const Utterance& one : open.coding.utterances) {
        const Box2 box = box_of(one.span, one.speaker, layout, view);
        const bool inside = point.x >= box.from.x - near && point.x < box.to.x + near &&
                            point.y >= box.from.y - theme::px(2) && point.y < box.to.y + theme::px(2);
        if (!inside) continue;
        const bool is_wide = box.to.x - box.from.x > 4 * near;
        found = {&one, is_wide && point.x < box.from.x + near, is_wide && point.x > box.to.x - near};
        if (point.x >= box.from.x && point.x < box.to.x) break;
    }
    return found;
}

void explain(const OpenConversationState& open, const UnderTurn& under) {
    const Utterance& utterance = *under.utterance;
    if (under.at_begin || under.at_end) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    const codes::Event* code = codes::code_of(open.coding, utterance);
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(theme::px(360));
    widgets::section(side_name(utterance.speaker));
    ImGui::TextDisabled("%s – %s", clock_text(utterance.span.from, 1).c_str(),
                        clock_text(utterance.span.to, 1).c_str());
    ImGui::TextUnformatted(code ? label_of(open.codebook, code->code).c_str() : _("No code yet"));
    const std::string words = words_of(open, utterance);
    if (!words.empty()) widgets::hint(words.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

base::Span as_dragged(const Utterance& utterance, const EdgeDrag& drag) {
    base::Span span = utterance.span;
    if (!drag.is_held || drag.utterance != utterance.id) return span;
    (drag.begin ? span.from : span.to) = drag.now;
    if (drag.begin)
        span.from = std::min(span.from, span.to - codes::kLeastUtterance);
    else
        span.to = std::max(span.to, span.from + codes::kLeastUtterance);
    return span;
}

}  // namespace

void listen_to_utterances(const OpenConversationState& open, const TimelineLayout& layout, TimelineState& state,
                          Actions& actions) {
    if (layout.utterances.height <= 0) return;
    ImGui::SetCursorScreenPos({layout.left, layout.utterances.y});
    ImGui::InvisibleButton("utterances", {std::max(1.0F, layout.right - layout.left), layout.utterances.height});
    widgets::note_last_item("utterances");
    EdgeDrag& drag = state.utterance_edge;
    const base::Time here = state.view.time_at(ImGui::GetIO().MousePos.x - layout.left);
    const UnderTurn under = turn_under_pointer(open, layout, state.view);
    if (ImGui::IsItemActivated()) {
        drag = {};
        if (under.utterance && (under.at_begin || under.at_end)) {
            const base::Span& span = under.utterance->span;
            drag = {under.utterance->id, under.at_begin, true, under.at_begin ? span.from : span.to, here};
        } else if (under.utterance) {
            actions.push_back(HoldUtterance{under.utterance->id});
        } else {
            actions.push_back(SeekTo{here});
        }
    }
    if (drag.is_held && ImGui::IsItemActive()) drag.now = here;
    if (drag.is_held && ImGui::IsItemDeactivated()) {
        const Utterance* held = codes::find_utterance(open.coding, drag.utterance);
        if (held && drag.now != drag.was) actions.push_back(ReshapeUtterance{held->id, as_dragged(*held, drag)});
        drag = {};
    }
    if (!under.utterance || !ImGui::IsItemHovered()) return;
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) actions.push_back(PlayUtterance{});
    if (!ImGui::IsAnyMouseDown()) explain(open, under);
}

void draw_utterances(const OpenConversationState& open, const TimelineLayout& layout, const TimelineState& state) {
    if (layout.utterances.height <= 0) return;
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float radius = theme::px(3);
    list.PushClipRect({layout.left, layout.utterances.y},
                      {layout.right, layout.utterances.y + layout.utterances.height}, true);
    for (const Utterance& one : open.coding.utterances) {
        const base::Span span = as_dragged(one, state.utterance_edge);
        if (span.to < state.view.from || span.from > state.view.to()) continue;
        const Box2 box = box_of(span, one.speaker, layout, state.view);
        const ImU32 colour = one.speaker == codes::Side::Client ? p.wave_client : p.wave_professional;
        if (codes::code_of(open.coding, one))
            list.AddRectFilled(box.from, box.to, colour, radius);
        else
            list.AddRectFilled(box.from, box.to, theme::with_alpha(colour, 0.18F), radius);
        const bool in_hand = one.id == open.style.utterance;
        list.AddRect(box.from, box.to, in_hand ? p.accent : colour, radius, 0, theme::px(in_hand ? 2 : 1));
    }
    if (const SpeakerMark* running = open.style.running()) {
        const Box2 box =
            box_of({running->from, std::max(running->from, playhead(open))}, *running->speaker, layout, state.view);
        list.AddRectFilled(box.from, box.to, theme::with_alpha(p.accent, 0.35F), radius);
    }
    list.PopClipRect();
}

}  // namespace app
