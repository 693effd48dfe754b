// The trainee's goals, and a new one.
#include "app/theme.h"
#include "app/views/goal_form.h"
#include "app/views/review_parts.h"
#include "app/widgets.h"
#include "base/i18n.h"

#include <imgui.h>

namespace app {

namespace {

codes::Goal of_trainee(codes::Goal goal, const ReviewDesk& desk) {
    goal.conversation = desk.review.conversation;
    goal.person = goal.author = desk.review.trainee;
    goal.set_on = desk.day;
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
        state.goal.words = state.goal_from = desk.review.focus;  // to be said in one's own words
    if (const auto goal = draw_goal_form(desk.codebook, _("My goal"), state.goal))
        actions.push_back(SetGoal{of_trainee(*goal, desk)});
}

}  // namespace app
