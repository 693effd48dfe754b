#include "app/review_desk.h"

#include "app/report_making.h"
#include "base/i18n.h"
#include "base/text.h"

#include <algorithm>

namespace app {

namespace {

std::optional<codes::Coding> own_coding(library::Library& library, const codes::Review& review) {
    return review.own_coding ? library.coding(review.own_coding) : std::nullopt;
}

void add_once(std::vector<std::string>& all, const std::string& text) {
    if (!text.empty() && std::find(all.begin(), all.end(), text) == all.end()) all.push_back(text);
}

std::optional<CoachView> coach_view(library::Library& library, const library::Conversation& conversation,
                                    const codes::Review& review, base::Time duration) {
    const std::vector<library::CodingSummary> codings = library.codings(conversation.id);
    const library::CodingSummary* summary = coach_coding(codings, conversation.trainee);
    std::optional<codes::Coding> coding = summary ? library.coding(summary->id) : std::nullopt;
    if (!coding) return {};
    std::optional<codes::Codebook> codebook = library.codebook(coding->codebook_key, coding->codebook_version);
    if (!codebook) return {};
    CoachView view{*coding, *codebook, {}, {}, strengths_first(library.clips().of(conversation.id))};
    coding->feedback.self_view = review.answers;
    report::Sources sources = report_sources(conversation, *coding, *codebook, library.turns(conversation.id));
    if (sources.duration == base::Time{}) sources.duration = duration;
    view.report = report::make_report(sources, base::language());
    view.measures =
        analysis::measures(*codebook, analysis::inputs_for(*codebook, *coding, sources.turns, sources.duration));
    return view;
}

}  // namespace

bool same_person(const std::string& a, const std::string& b) {
    return !a.empty() && base::folded(a) == base::folded(b);
}

bool may_see_own_view(const codes::Review& review, const std::string& who) {
    return review.is_shared || !review.unlocked || base::trimmed(who).empty() || same_person(who, review.trainee);
}

const library::CodingSummary* coach_coding(const std::vector<library::CodingSummary>& codings,
                                           const std::string& trainee) {
    const auto found = std::find_if(codings.begin(), codings.end(), [&](const library::CodingSummary& coding) {
        return coding.purpose == codes::Purpose::Feedback && !same_person(coding.coder, trainee);
    });
    return found == codings.end() ? nullptr : &*found;
}

std::vector<codes::Clip> strengths_first(std::vector<codes::Clip> clips) {
    std::stable_sort(clips.begin(), clips.end(),
                     [](const codes::Clip& a, const codes::Clip& b) { return a.kind < b.kind; });
    return clips;
}

std::vector<std::string> offers_of(const CoachView& coach) {
    std::vector<std::string> offers;
    for (const codes::Moment& focus : coach.coding.feedback.focus) {
        add_once(offers, focus.alternative);
        add_once(offers, focus.comment);
    }
    add_once(offers, coach.coding.feedback.next_step);
    for (const codes::Clip& clip : coach.clips)
        if (clip.kind == codes::ClipKind::Suggestion) add_once(offers, clip.title);
    return offers;
}

std::vector<std::string> subjects_of(const CoachView* coach, const std::vector<std::string>& agenda) {
    std::vector<std::string> subjects;
    if (coach) {
        for (const codes::Clip& clip : coach->clips)
            if (clip.kind == codes::ClipKind::Question || clip.kind == codes::ClipKind::Suggestion)
                add_once(subjects, clip.title);
        for (const std::string& offer : offers_of(*coach)) add_once(subjects, offer);
    }
    for (const std::string& subject : agenda) add_once(subjects, subject);
    return subjects;
}

ReviewDesk review_desk(library::Library& library, const library::Conversation& conversation,
                       const codes::Codebook& codebook, base::Time duration, const std::string& who) {
    ReviewDesk desk;
    if (const auto kept = library.reviews().of(conversation.id)) {
        desk.review = *kept;
    } else {
        desk.review.id = base::make_id();
        desk.review.conversation = conversation.id;
        desk.review.trainee = conversation.trainee;
        desk.review.codebook_key = codebook.key;
        desk.review.codebook_version = codebook.version;
    }
    desk.shows_own_view = may_see_own_view(desk.review, who);
    desk.day = goal_day(conversation);
    const auto questions = library.codebook(desk.review.codebook_key, desk.review.codebook_version);
    desk.codebook = questions ? *questions : codebook;
    desk.own = own_coding(library, desk.review);
    desk.missing =
        codes::missing_in(desk.review, desk.codebook, desk.own ? static_cast<int>(desk.own->events.size()) : 0);
    if (!desk.review.trainee.empty()) desk.goals = goal_states(library, desk.review.trainee);
    if (!desk.is_unlocked()) {
        for (GoalState& state : desk.goals) state = {state.goal, {}, state.aim, {}, {}};
        return desk;
    }
    desk.coach = coach_view(library, conversation, desk.review, duration);
    desk.calibrations = calibrations(library, desk.review.trainee, who);
    return desk;
}

}  // namespace app
