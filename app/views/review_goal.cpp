// The goal: what the trainee works on until the next conversations. In words, or as a measure with a target that the
// next codings check by themselves.
#include "app/theme.h"
#include "app/views/review_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <imgui_stdlib.h>

namespace app {

namespace {

const codes::Measure* chosen_measure(const codes::Codebook& codebook, const ReviewState& state) {
    const auto place = static_cast<std::size_t>(std::max(0, state.goal_choice - 1));
    return state.goal_choice > 0 && place < codebook.measures.size() ? &codebook.measures[place] : nullptr;
}

bool is_percentage(const codes::Measure& measure) {
    return measure.format == codes::MeasureFormat::Percentage;
}

// The codebook's own line is what is offered first.
void offer_target(const codes::Measure* measure, ReviewState& state) {
    if (measure == nullptr) return;
    const double line = measure->good.value_or(measure->fair.value_or(0));
    state.goal_target = is_percentage(*measure) ? line * 100 : line;
}

void draw_measure(const codes::Codebook& codebook, ReviewState& state) {
    std::vector<std::string> choices = {_("In words: we see together")};
    for (const codes::Measure& measure : codebook.measures) choices.push_back(measure.label.in(base::language()));
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (widgets::drop_down(_("To be seen in"), state.goal_choice, choices))
        offer_target(chosen_measure(codebook, state), state);
    const codes::Measure* measure = chosen_measure(codebook, state);
    if (measure == nullptr) return;
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(measure->better == codes::Better::Lower ? _("at most") : _("at least"));
    ImGui::SameLine();
    ImGui::SetNextItemWidth(theme::px(110));
    ImGui::InputDouble("##target", &state.goal_target, 0, 0, is_percentage(*measure) ? "%.0f %%" : "%.2f");
    widgets::note_last_item("goal target");
}

codes::Goal goal_of(const ReviewDesk& desk, const ReviewState& state) {
    codes::Goal goal;
    goal.id = base::make_id();
    goal.conversation = desk.review.conversation;
    goal.person = goal.author = desk.review.trainee;
    goal.text = std::string(base::trimmed(state.goal));
    goal.until = std::string(base::trimmed(state.goal_day));
    goal.set_on = desk.day;
    if (const codes::Measure* measure = chosen_measure(desk.codebook, state)) {
        goal.codebook_key = desk.codebook.key;
        goal.numerator = measure->numerator;
        goal.denominator = measure->denominator;
        goal.format = measure->format;
        goal.direction =
            measure->better == codes::Better::Lower ? codes::GoalDirection::AtMost : codes::GoalDirection::AtLeast;
        goal.target = is_percentage(*measure) ? state.goal_target / 100 : state.goal_target;
    }
    return goal;
}

}  // namespace

void draw_goals(const std::vector<GoalState>& goals) {
    if (goals.empty()) return;
    widgets::section(_("Goals"));
    for (const GoalState& state : goals) {
        ImGui::TextWrapped("%s", state.goal.text.c_str());
        widgets::note_last_item(("goal " + state.goal.text).c_str());
        std::string more = state.aim;
        if (!state.outcome.empty()) more += (more.empty() ? "" : " \xc2\xb7 ") + state.outcome;
        if (!more.empty()) widgets::hint(more.c_str());
    }
    ImGui::Dummy({0, theme::grid(1)});
}

void draw_goal(const ReviewDesk& desk, ReviewState& state, Actions& actions) {
    ImGui::Dummy({0, theme::grid(1)});
    draw_goals(desk.goals);
    if (!desk.review.focus.empty() && state.goal_from != desk.review.focus)
        state.goal = state.goal_from = desk.review.focus;  // to be said in one's own words
    widgets::text_field(_("My goal"), state.goal, _("What you will do in the next conversation"));
    draw_measure(desk.codebook, state);
    widgets::text_field(_("Until (a day)"), state.goal_day, "2026-12-31");
    const bool is_day = state.goal_day.empty() || base::parse_iso8601(state.goal_day).has_value();
    const bool can_be_set = !base::trimmed(state.goal).empty() && is_day;
    if (widgets::primary_button(_("Set this goal"), {0, 0},
                                can_be_set ? widgets::Enabled::Yes : widgets::Enabled::No)) {
        actions.push_back(SetGoal{goal_of(desk, state)});
        state.goal.clear();
        state.goal_day.clear();
        state.goal_choice = 0;
    }
    if (!is_day) widgets::hint(_("Write the day as 2026-12-31."));
}

}  // namespace app
