// Trainees' own views and goals to fill a library with.
#pragma once

#include "codes/goal.h"
#include "codes/review.h"

namespace samples {

inline codes::Review review(const base::Id& conversation, const std::string& focus = "meer vragen") {
    codes::Review review;
    review.id = base::make_id();
    review.conversation = conversation;
    review.trainee = "Anna";
    review.codebook_key = "sample";
    review.codebook_version = "1.0";
    review.focus = focus;
    return review;
}

inline codes::Goal goal(const base::Id& conversation, const std::string& text = "Vraag toestemming") {
    codes::Goal goal;
    goal.id = base::make_id();
    goal.conversation = conversation;
    goal.person = "Anna";
    goal.text = text;
    goal.set_on = "2026-11-22";
    return goal;
}

}  // namespace samples
