#include "app/views/goal_form.h"

#include "app/theme.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/text.h"
#include "base/time.h"

#include <algorithm>
#include <imgui.h>
#include <utility>
#include <vector>

namespace app {

namespace {

const codes::Measure* chosen_measure(const codes::Codebook& codebook, const GoalForm& form) {
    const auto place = static_cast<std::size_t>(std::max(0, form.choice - 1));
    return form.choice > 0 && place < codebook.measures.size() ? &codebook.measures[place] : nullptr;
}

bool is_percentage(const codes::Measure& measure) {
    return measure.format == codes::MeasureFormat::Percentage;
}

// The codebook's own line is what is offered first.
void offer_target(const codes::Measure* measure, GoalForm& form) {
    if (measure == nullptr) return;
    const double line = measure->good.value_or(measure->fair.value_or(0));
    form.target = is_percentage(*measure) ? line * 100 : line;
}

void draw_measure(const codes::Codebook& codebook, GoalForm& form) {
    std::vector<std::string> choices = {_("In words: we see together")};
    for (const codes::Measure& measure : codebook.measures) choices.push_back(measure.label.in(base::language()));
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (widgets::drop_down(_("To be seen in"), form.choice, choices))
        offer_target(chosen_measure(codebook, form), form);
    const codes::Measure* measure = chosen_measure(codebook, form);
    if (measure == nullptr) return;
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(measure->better == codes::Better::Lower ? _("at most") : _("at least"));
    ImGui::SameLine();
    ImGui::SetNextItemWidth(theme::px(110));
    ImGui::InputDouble("##target", &form.target, 0, 0, is_percentage(*measure) ? "%.0f %%" : "%.2f");
    widgets::note_last_item("goal target");
}

codes::Goal goal_of(const codes::Codebook& codebook, const GoalForm& form) {
    codes::Goal goal;
    goal.id = base::make_id();
    goal.text = std::string(base::trimmed(form.words));
    goal.until = std::string(base::trimmed(form.day));
    if (const codes::Measure* measure = chosen_measure(codebook, form)) {
        goal.codebook_key = codebook.key;
        goal.numerator = measure->numerator;
        goal.denominator = measure->denominator;
        goal.format = measure->format;
        goal.direction =
            measure->better == codes::Better::Lower ? codes::GoalDirection::AtMost : codes::GoalDirection::AtLeast;
        goal.target = is_percentage(*measure) ? form.target / 100 : form.target;
    }
    return goal;
}

}  // namespace

std::optional<codes::Goal> draw_goal_form(const codes::Codebook& codebook, const char* title, GoalForm& form) {
    widgets::text_field(title, form.words, _("What you will do in the next conversation"));
    draw_measure(codebook, form);
    widgets::text_field(_("Until (a day)"), form.day, "2026-12-31");
    const bool is_day = form.day.empty() || base::parse_iso8601(form.day).has_value();
    const bool can_be_set = !base::trimmed(form.words).empty() && is_day;
    const bool is_set =
        widgets::primary_button(_("Set this goal"), {0, 0}, can_be_set ? widgets::Enabled::Yes : widgets::Enabled::No);
    if (!is_day) widgets::hint(_("Write the day as 2026-12-31."));
    if (!is_set) return {};
    return goal_of(codebook, std::exchange(form, {}));
}

}  // namespace app
