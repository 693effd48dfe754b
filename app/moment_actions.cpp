// Controller: a list of moments that is heard, one at a time or one after the other.
#include "app/controller.h"

#include <utility>

namespace app {

void Controller::carry_out(const PlayMoments& action) {
    if (!action.list.current()) return;
    model_.played = action.list;
    hear_moment();
}

void Controller::carry_out(const StepMoments& action) {
    if (model_.played && model_.played->step(action.direction)) hear_moment();
}

void Controller::carry_out(const HearMoment& action) {
    if (!model_.played || action.moment >= model_.played->moments.size()) return;
    model_.played->now = action.moment;
    hear_moment();
}

void Controller::carry_out(const LetMomentsGoOn& action) {
    if (model_.played) model_.played->goes_on = action.goes_on;
}

void Controller::carry_out(const CloseMoments&) {
    if (!model_.played) return;
    const bool is_heard = model_.open && is_heard_now(*model_.played);
    model_.played.reset();
    if (!is_heard) return;
    model_.open->style.plays.clear();
    carry_out(Pause{});
}

bool Controller::is_heard_now(const PlayedList& list) const {
    const auto& plays = model_.open->style.plays;
    return list.current() && plays.size() == 1 && plays.front() == list.current()->span;
}

// A moment of another coding opens that one first, and the list goes along.
void Controller::hear_moment() {
    const Moment& moment = *model_.played->current();
    if (moment.coding && (!model_.open || model_.open->coding.id != moment.coding)) {
        PlayedList list = *model_.played;
        carry_out(OpenCoding{list.current()->coding});
        model_.played = std::move(list);
    }
    if (!model_.open) return;
    const media::Player* player = model_.open->player.get();
    model_.played->waits = player && !player->failure() && !player->is_open();
    if (!model_.played->waits) play_in_turn({model_.played->current()->span});
}

void Controller::hear_moment_that_waited() {
    if (model_.played && model_.played->waits) hear_moment();
}

// What was heard by itself has come to its end.
void Controller::moment_ended(base::Span heard) {
    if (const auto& then = model_.open->clips.then; then && then->after == heard) return what_comes_then();
    if (!model_.played || !model_.played->goes_on || model_.played->current()->span != heard) return;
    carry_out(StepMoments{+1});
}

}  // namespace app
