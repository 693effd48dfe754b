// Controller: what happens on the Team screen.
#include "app/controller.h"
#include "base/i18n.h"

#include <algorithm>

namespace app {

void Controller::refresh_team(const std::string& codebook) {
    TeamDesk& team = model_.team;
    team.codebooks.clear();
    std::optional<TrendData> data;
    for (const codes::Codebook& book : model_.library.codebooks()) {
        if (book.measures.empty()) continue;
        TrendData found = trend_data(model_.library, book);
        if (found.counted.codings.empty()) continue;
        team.codebooks.push_back(book);
        const bool is_preferred = book.key == codebook || (codebook.empty() && book.key == codes::kDefaultCodebook);
        if (!data || is_preferred) data = std::move(found);
    }
    team.data = std::move(data);
    team.milestones = model_.library.milestones();
    team.goals = goal_states(model_.library, "");
    ++team.serial;
}

void Controller::carry_out(const FollowCodebook& action) {
    refresh_team(action.key);
}

void Controller::carry_out(const AddMilestone& action) {
    model_.library.add(action.milestone);
    model_.team.milestones = model_.library.milestones();
    ++model_.team.serial;
    offer(_("The date is marked."), _("Undo"), RemoveMilestone{action.milestone.id});
}

void Controller::carry_out(const RemoveMilestone& action) {
    model_.library.remove_milestone(action.milestone);
    model_.team.milestones = model_.library.milestones();
    ++model_.team.serial;
    offer(_("The date is removed."), _("Undo"), RestoreMilestone{action.milestone});
}

void Controller::carry_out(const RestoreMilestone& action) {
    model_.library.restore_milestone(action.milestone);
    model_.team.milestones = model_.library.milestones();
    ++model_.team.serial;
    std::erase_if(model_.messages, [](const Message& message) { return !message.offered.empty(); });
}

}  // namespace app
