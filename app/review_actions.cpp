// Controller: the trainee looks first, then sees what the coach saw.
#include "app/controller.h"
#include "app/review_desk.h"
#include "base/error.h"
#include "base/i18n.h"
#include "library/codebook_choices.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

// What was seen before the coach's view opened stays as it was seen.
void require_own_view_unchanged(const codes::Review& before, const codes::Review& after) {
    if (before.answers != after.answers || before.estimates != after.estimates ||
        before.content_with != after.content_with || before.would_change != after.would_change)
        throw base::Error(_("You have seen what your coach saw, so your own view stays as it was."));
}

// A newer version may ask more.
codes::Codebook newest(library::Library& library, const std::string& key) {
    for (codes::Codebook& book : library::newest_codebooks(library))
        if (book.key == key) return std::move(book);
    throw base::Error(_("The codebook of this coding is missing from the library."));
}

codes::Coding own_coding_of(const library::Conversation& conversation, const codes::Codebook& codebook) {
    codes::Coding coding;
    coding.id = base::make_id();
    coding.conversation = conversation.id;
    coding.codebook_key = codebook.key;
    coding.codebook_version = codebook.version;
    coding.coder = conversation.trainee;
    coding.purpose = codes::Purpose::Self;
    coding.created = base::now();
    return coding;
}

}  // namespace

void Controller::refresh_review() {
    if (!model_.open) return model_.review.reset();
    ReviewDesk desk =
        review_desk(model_.library, model_.open->conversation, newest(model_.library, model_.open->codebook.key),
                    duration_of(*model_.open), model_.settings.coder);
    if (model_.review && model_.review->review.id == desk.review.id) {
        desk.serial = model_.review->serial + 1;
        desk.done = std::move(model_.review->done);
        desk.undone = std::move(model_.review->undone);
    }
    model_.review = std::make_shared<ReviewDesk>(std::move(desk));
}

void Controller::keep_review(const codes::Review& review) {
    if (const ReviewDesk& desk = *model_.review; desk.is_unlocked()) require_own_view_unchanged(desk.review, review);
    model_.library.store_codebook(model_.review->codebook);
    const bool unlocks = review.unlocked && !model_.review->is_unlocked();
    model_.library.reviews().put(review);
    refresh_review();
    if (unlocks) read_clips();  // now the coach's, too
}

// The trainee at their own computer sees their conversation here first, whoever coded it.
bool Controller::looks_first(const base::Id& conversation) const {
    const auto found = model_.library.conversation(conversation);
    if (!found || !same_person(model_.settings.coder, found->trainee)) return false;
    if (!coach_coding(model_.library.codings(conversation), found->trainee)) return false;
    const auto review = model_.library.reviews().of(conversation);
    return !review || !review->unlocked;
}

void Controller::carry_out(const OpenReview& action) {
    if (!model_.open || model_.open->conversation.id != action.conversation) {
        const auto conversation = model_.library.conversation(action.conversation);
        if (!conversation) throw base::Error(_("This conversation is no longer in the library."));
        const auto codings = model_.library.codings(action.conversation);
        const auto own = std::find_if(codings.begin(), codings.end(), [](const library::CodingSummary& coding) {
            return coding.purpose == codes::Purpose::Self;
        });
        if (own == codings.end()) {
            const library::CodingSummary* coach = coach_coding(codings, conversation->trainee);
            const codes::Codebook codebook =
                newest(model_.library, coach ? coach->codebook_key : codes::kDefaultCodebook);
            model_.library.store_codebook(codebook);
            const codes::Coding coding = own_coding_of(*conversation, codebook);
            model_.library.add(coding);
            open(*conversation, coding);
        } else {
            open(*conversation, *model_.library.coding(own->id));
        }
    }
    carry_out(GoTo{Screen::Review});
}

void Controller::carry_out(const ChangeReview& action) {
    if (!model_.review || action.review == model_.review->review) return;
    if (!model_.review->shows_own_view && action.review.is_shared != model_.review->review.is_shared)
        throw base::Error(_("Only the trainee decides who sees their own view."));
    const codes::Review before = model_.review->review;
    keep_review(action.review);
    model_.review->done.push_back(before);
    model_.review->undone.clear();
}

void Controller::carry_out(const PickMoment& action) {
    if (!model_.review || model_.review->is_unlocked()) return;
    codes::Review review = model_.review->review;
    (action.which == PickedMoment::ContentWith ? review.content_with : review.would_change) = moment(action.pressed);
    carry_out(ChangeReview{review});
}

void Controller::carry_out(const StepReview& action) {
    if (!model_.review) return;
    const bool undoes = action.direction == library::Direction::Undo;
    std::vector<codes::Review>& from = undoes ? model_.review->done : model_.review->undone;
    const auto clips = model_.library.clips().step_time(model_.open->conversation.id, action.direction);
    if (clips && (from.empty() || *clips > model_.review->review.changed)) {
        model_.library.clips().step(model_.open->conversation.id, action.direction);
        return read_clips();
    }
    if (from.empty()) return;
    codes::Review wanted = from.back();
    const codes::Review now = model_.review->review;
    wanted.own_coding = now.own_coding;
    keep_review(wanted);
    ReviewDesk& desk = *model_.review;
    (undoes ? desk.done : desk.undone).pop_back();
    (undoes ? desk.undone : desk.done).push_back(now);
}

void Controller::carry_out(const SetGoal& action) {
    codes::Goal kept = model_.library.goals().put(action.goal);
    model_.preview.reset();  // the report takes it up
    refresh_review();
    if (kept.removed) return tell(MessageKind::Information, _("The goal is taken back."));
    kept.removed = true;
    offer(_("The goal is set, and the report takes it up."), _("Undo"), SetGoal{kept});
}

void Controller::carry_out(const CodeOwnMinutes&) {
    if (!model_.open || !model_.review) return;
    const library::Conversation conversation = model_.open->conversation;
    const base::Time here = playhead(*model_.open);
    codes::Review review = model_.review->review;
    if (!model_.review->own) {
        // One that was begun on the Code screen, or when the conversation was opened, will do.
        const auto codings = model_.library.codings(conversation.id);
        const auto own = std::find_if(codings.begin(), codings.end(), [&](const library::CodingSummary& coding) {
            return coding.purpose == codes::Purpose::Self && coding.codebook_key == review.codebook_key;
        });
        if (own != codings.end()) {
            review.own_coding = own->id;
        } else {
            const codes::Coding coding = own_coding_of(conversation, model_.review->codebook);
            model_.library.store_codebook(model_.review->codebook);
            model_.library.add(coding);
            review.own_coding = coding.id;
        }
        keep_review(review);
    }
    open(conversation, *model_.library.coding(review.own_coding));
    if (model_.open->player) model_.open->player->seek(here);
}

void Controller::carry_out(const ShowCoachView&) {
    if (!model_.review || model_.review->is_unlocked() || !model_.review->missing.nothing()) return;
    codes::Review review = model_.review->review;
    review.unlocked = base::now();
    keep_review(review);
    model_.review->done.clear();  // what was seen cannot be unseen
    model_.review->undone.clear();
}

}  // namespace app
