// What can be asked for on the Review screen.
#pragma once

#include "codes/goal.h"
#include "codes/review.h"
#include "library/library.h"
#include "media/player.h"

namespace app {

struct OpenReview {
    base::Id conversation;
};  // the trainee looks first
struct ChangeReview {
    codes::Review review;
};  // an answer given, changed or taken back
enum class PickedMoment { ContentWith, WouldChange };
struct PickMoment {
    PickedMoment which;
    media::Clock::time_point pressed;
};  // where the playhead was at that moment
struct SayMomentAgain {
    PickedMoment which;
};  // makes a clip of it
struct SetGoal {
    codes::Goal goal;
};                         // new, or in place of the one with this id
struct CodeOwnMinutes {};  // with the same pad, as the trainee's own coding
struct ShowCoachView {};   // once nothing is missing; from then on the own view stays as it was
struct StepReview {
    library::Direction direction;
};

}  // namespace app
