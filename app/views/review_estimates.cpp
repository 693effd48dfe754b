// What the trainee estimated beside what was measured, conversation by conversation: a chart, what is to be seen in it,
// and the table behind it.
#include "app/theme.h"
#include "app/trend_data.h"
#include "app/views/review_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace app {

namespace {

constexpr std::size_t kFew = 3;  // conversations that make no line yet

void draw_chart(const Calibration& one, std::uint64_t serial, ReviewState& state, const TrendPictures& pictures) {
    const float scale = std::max(1.0F, ImGui::GetIO().DisplayFramebufferScale.x);
    const ImVec2 size{std::floor(ImGui::GetContentRegionAvail().x), theme::px(140)};
    WantedTrend wanted{one.estimate.key, serial, calibration_chart(one), 0, 0, 0};
    wanted.width_px = static_cast<int>(size.x * scale);
    wanted.height_px = static_cast<int>(size.y * scale);
    wanted.width_pt = static_cast<double>(size.x / theme::px(100) * 72);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y}, IM_COL32_WHITE, theme::px(4));
    if (const PageTexture* picture = pictures.of(one.estimate.key))
        ImGui::Image(picture->id(), size);
    else
        ImGui::Dummy(size);
    widgets::note_last_item(("chart of " + one.estimate.key).c_str());
    state.wanted.push_back(std::move(wanted));
}

void draw_summary(const Calibration& one) {
    const auto distance = one.mean_distance();
    if (!distance) return widgets::hint(_("Nothing of this was measured yet."));
    ImGui::TextWrapped(
        "%s", fmt::format(fmt::runtime(_("Off by {} on average.")), distance_text(one.measure, *distance)).c_str());
    if (one.points.size() < kFew)
        widgets::hint(_("After a few conversations you see whether both lines come closer together."));
}

void draw_table(const Calibration& one) {
    if (!ImGui::BeginTable("##table", 4, ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchProp)) return;
    ImGui::PushStyleColor(ImGuiCol_Text, theme::palette().muted);
    ImGui::TableNextRow();
    for (const char* head : {_("Day"), _("Conversation"), _("You"), _("Measured")}) {
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(head);
    }
    ImGui::PopStyleColor();
    for (const EstimatePoint& point : one.points) {
        std::string measured = value_text(one.measure, point.measured.value);
        if (point.measured.band == analysis::Band::TooFew) measured += std::string(", ") + _("too few to say");
        ImGui::TableNextRow();
        for (const std::string& text : {point.day, point.title, value_text(one.measure, point.estimate), measured}) {
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(text.c_str());
        }
    }
    ImGui::EndTable();
}

}  // namespace

void draw_estimates_page(const Model& model, ReviewState& state, const TrendPictures& pictures) {
    const ReviewDesk& desk = *model.review;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme::grid(2), theme::grid(1.5F)});
    widgets::begin_card("##estimates", {0, 0}, ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    if (desk.calibrations.empty()) widgets::hint(_("This codebook asks for no estimates."));
    for (const Calibration& one : desk.calibrations) {
        ImGui::PushID(one.estimate.key.c_str());
        widgets::section(one.estimate.label.in(base::language()).c_str());
        widgets::hint(_("Dot: measured, with its interval. Diamond: your estimate."));
        draw_chart(one, desk.serial, state, pictures);
        draw_summary(one);
        draw_table(one);
        ImGui::Dummy({0, theme::grid(2)});
        ImGui::PopID();
    }
    widgets::end_card();
}

}  // namespace app
