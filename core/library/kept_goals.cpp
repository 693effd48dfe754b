#include "library/kept_goals.h"

#include "base/i18n.h"
#include "library/checks.h"

namespace library {

namespace {

void refuse_unfit(const codes::Goal& goal) {
    codes::check(goal);
    check_text(goal.text, _("text"));
    check_text(goal.person, _("name"));
    check_text(goal.author, _("name"));
}

}  // namespace

std::optional<codes::Goal> KeptGoals::before(const codes::Goal& goal) {
    auto found = standing(goal.id);
    if (found && found->conversation != goal.conversation) refuse_known_id();
    return found;
}

codes::Goal KeptGoals::put(const codes::Goal& goal) {
    refuse_unfit(goal);
    codes::Goal kept = goal;
    in_one_go([&] {
        const auto was = before(goal);
        kept.revision = (was ? was->revision : 0) + 1;
        kept.changed = base::now();
        write(kept);
    });
    return kept;
}

bool KeptGoals::take_in(const codes::Goal& goal) {
    refuse_unfit(goal);
    bool is_new = false;
    in_one_go([&] {
        const auto was = before(goal);
        is_new = !was || codes::is_later(goal, *was);
        if (is_new) write(goal);
    });
    return is_new;
}

}  // namespace library
