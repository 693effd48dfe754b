// On the timeline: where permission stands, and which codes the codebook remarks on.
#include "app/clock_text.h"
#include "app/theme.h"
#include "app/views/timeline_layout.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

bool is_pointed_at(ImVec2 from, ImVec2 to) {
    return ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(from, to);
}

}  // namespace

void draw_permission(const Reading& reading, const TimelineLayout& layout, const TimelineView& view) {
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const TimelineRow& row = layout.lanes[static_cast<std::size_t>(codes::Side::Professional)];
    list.PushClipRect({layout.left, row.y}, {layout.right, row.y + row.height}, true);
    for (const base::Span& stretch : reading.permission) {
        if (stretch.to < view.from || view.to() < stretch.from) continue;
        const ImVec2 from{layout.left + view.x_of(stretch.from), row.y};
        const ImVec2 to{layout.left + view.x_of(stretch.to), row.y + row.height};
        list.AddRectFilled(from, to, theme::with_alpha(p.accent, 0.10F));
        list.AddRectFilled({from.x, to.y - theme::px(3)}, to, theme::with_alpha(p.accent, 0.55F));
        widgets::note_widget("permission", from, to);
        if (is_pointed_at({from.x, to.y - theme::px(8)}, to))
            ImGui::SetTooltip("%s", fmt::format(fmt::runtime(_("Permission was asked at {}; it stands until {}.")),
                                                clock_text(stretch.from, 0), clock_text(stretch.to, 0))
                                        .c_str());
    }
    list.PopClipRect();
}

void draw_remark_dots(const OpenConversationState& open, KeptReading& kept, const TimelineLayout& layout,
                      const TimelineView& view) {
    const theme::Palette& p = theme::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float radius = theme::px(4);
    for (const Remark* remark : kept.remarks_of(open)) {
        if (remark->at < view.from || view.to() < remark->at) continue;
        const codes::Event* event = remark->event ? open.coding.find(*remark->event) : nullptr;
        const TimelineRow& row =
            layout.lanes[static_cast<std::size_t>(event ? event->speaker : codes::Side::Professional)];
        const ImVec2 centre{layout.left + view.x_of(remark->at), row.y + radius + 1};
        list.AddCircleFilled(centre, radius, p.accent);
        list.AddCircle(centre, radius, p.card);
        const ImVec2 from{centre.x - 2 * radius, row.y}, to{centre.x + 2 * radius, centre.y + radius};
        widgets::note_widget("remark", from, to);
        if (!is_pointed_at(from, to)) continue;
        ImGui::BeginTooltip();
        ImGui::PushTextWrapPos(theme::px(340));
        ImGui::TextUnformatted(remark->text.c_str());
        ImGui::PopTextWrapPos();
        ImGui::EndTooltip();
    }
}

}  // namespace app
