// What opens after the own view: which kinds of things, and nothing of what is in them; and the goal so far.
#include "app/theme.h"
#include "app/views/review_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {

void draw_soon(const ReviewDesk& desk) {
    const theme::Palette& p = theme::palette();
    widgets::section(_("Soon: your coach's clips, strengths first"));
    ImGui::Dummy({0, theme::px(2)});
    struct Kind {
        const char* name;
        ImU32 ground;
    };
    const Kind kinds[] = {
        {_("strength"), p.good_soft}, {_("question"), p.warning_soft}, {_("suggestion"), p.accent_soft}};
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float gap = theme::grid(1);
    const float goal = desk.goals.empty() ? 0 : ImGui::GetTextLineHeight() + gap;
    const float height = std::floor(std::min(theme::px(40), (room.y - goal - 2 * gap) / 3));
    for (const Kind& kind : kinds) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(at, {at.x + room.x, at.y + height}, kind.ground, theme::px(6));
        widgets::text_in_middle(list, theme::semibold(), {at.x + theme::grid(2), at.y}, height, p.ink, kind.name);
        const char* const later = _("after your own view");
        const float width = ImGui::CalcTextSize(later).x;
        widgets::text_in_middle(list, theme::regular(), {at.x + room.x - width - theme::grid(2), at.y}, height, p.muted,
                                later);
        ImGui::Dummy({room.x, height});
        ImGui::SetCursorScreenPos({at.x, at.y + height + gap});
    }
    if (desk.goals.empty()) return;
    const std::string text = fmt::format(fmt::runtime(_("Your goal: {}")), desk.goals.back().goal.text);
    ImGui::TextUnformatted(widgets::fitted(text, room.x).c_str());
}

}  // namespace app
