// Controller: how long the coach works on a coding, and how late her keys are; both only measured, never in the way.
#include "app/controller.h"
#include "base/error.h"
#include "base/i18n.h"

#include <algorithm>
#include <fmt/format.h>

namespace app {
namespace {

constexpr const char* kMovesSetting = "reaction_moves";

std::string seconds_text(base::Time time) {
    return base::number(base::language(), time.seconds(), 2);
}

}  // namespace

void Controller::notice_person(media::Clock::time_point now, bool in_front) {
    const bool works = model_.open && (model_.screen == Screen::Code || model_.screen == Screen::Report ||
                                       model_.screen == Screen::Agreement);
    if (works && in_front)
        active_time_.sign_of_life(now);
    else
        active_time_.stop();
}

// The total is the library's and what was counted since.
void Controller::keep_active_time(base::Time at_least) {
    if (!model_.open) return;
    OpenConversationState& open = *model_.open;
    open.active_since_kept = active_time_.counted();
    if (open.active_since_kept <= at_least) return;
    try {
        model_.library.add_active_time(open.coding.id, open.active_since_kept);
    } catch (const base::Error&) {
        return;  // counted on, and tried again
    }
    open.active_kept += active_time_.take();
    open.active_since_kept = {};
}

void Controller::begin_active_time() {
    active_time_ = {};
    OpenConversationState& open = *model_.open;
    for (const library::CodingSummary& coding : model_.library.codings(open.conversation.id))
        if (coding.id == open.coding.id) open.active_kept = coding.active;
}

void Controller::read_reaction_time() {
    reaction_time_ = ReactionTime::from_text(model_.library.setting(kMovesSetting).value_or(""));
}

// One code put elsewhere says how late it was dropped; many moved together say something else.
void Controller::learn_from(const codes::Edit& edit) {
    if (edit.changes.size() != 1) return;
    const auto* change = std::get_if<codes::EventChange>(&edit.changes.front());
    if (!change || !change->before || !change->after || change->before->at == change->after->at) return;
    const std::size_t before = reaction_time_.moves();
    reaction_time_.moved(change->after->id, change->after->at);
    if (reaction_time_.moves() != before) keep_reaction_time();
    const std::optional<base::Time> better = reaction_time_.better_than(model_.settings.reaction_time);
    if (!better) return;
    Settings settings = model_.settings;
    settings.reaction_time = *better;
    offer(
        fmt::format(fmt::runtime(_("You moved {} codes after dropping them while playing, most by about the same. "
                                   "With a reaction time of {} s (now {} s) the next ones land there by themselves.")),
                    reaction_time_.moves(), seconds_text(*better), seconds_text(model_.settings.reaction_time)),
        fmt::format(fmt::runtime(_("Use {} s")), seconds_text(*better)), ChangeSettings{settings});
    reaction_time_.forget();
    keep_reaction_time();
}

void Controller::keep_reaction_time() {
    try {
        model_.library.set_setting(kMovesSetting, reaction_time_.to_text());
    } catch (const base::Error&) {
        // learning begins anew next time; no code is lost
    }
}

}  // namespace app
