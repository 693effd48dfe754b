// What the Review screen shows of the open conversation. What the coach made of it is read only once the trainee has
// looked first: before that it is not here to be shown.
#pragma once

#include "analysis/measures.h"
#include "app/calibration.h"
#include "app/goal_words.h"
#include "codes/review.h"
#include "library/library.h"
#include "report/report.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct CoachView {
    codes::Coding coding;
    codes::Codebook codebook;
    report::Report report;  // with the trainee's answers beside what was measured
    std::map<std::string, analysis::MeasureValue> measures;
    std::vector<codes::Clip> clips;  // strengths first, then by kind; each kind in the order of the conversation
};

// Each kind in the order of the conversation.
std::vector<codes::Clip> strengths_first(std::vector<codes::Clip> clips);
// What the coach offers to work on: of the report, and the clips that suggest something.
std::vector<std::string> offers_of(const CoachView& coach);
// What there is to talk about: that, what the clips ask, and what the trainee added to the agenda.
std::vector<std::string> subjects_of(const CoachView* coach, const std::vector<std::string>& agenda);

struct ReviewDesk {
    codes::Review review;  // revision 0: nothing of it is kept yet
    codes::Codebook codebook;
    codes::Missing missing;
    std::optional<codes::Coding> own;       // what the trainee coded
    std::optional<CoachView> coach;         // nothing before the own view is complete, or without a coach's coding
    std::vector<Calibration> calibrations;  // of this trainee; none before the own view is complete
    std::string day;                        // on which a goal of this conversation counts as set
    std::vector<GoalState> goals;           // of this trainee; before that without what became of them
    bool shows_own_view = true;             // to whoever uses the program now
    std::uint64_t serial = 0;               // changes with all of it
    std::vector<codes::Review> done, undone;

    bool is_unlocked() const { return review.unlocked.has_value(); }
};

// Whether this is the name of one person, however it is written.
bool same_person(const std::string& a, const std::string& b);
// Once what the coach saw was looked at, the own view is the trainee's until they share it. Who that is, nobody checks
// where the program was not told who uses it.
bool may_see_own_view(const codes::Review& review, const std::string& who);
// The coding that is the coach's: the newest for feedback that the trainee did not make.
const library::CodingSummary* coach_coding(const std::vector<library::CodingSummary>& codings,
                                           const std::string& trainee);
// The conversation as the library has it now, for `who` uses the program; the codebook where no view was begun.
ReviewDesk review_desk(library::Library& library, const library::Conversation& conversation,
                       const codes::Codebook& codebook, base::Time duration, const std::string& who);

}  // namespace app
