// What is said about a conversation, as it travels: clips, comments, goals, trainees' own views, reports.
#pragma once

#include "packages/things.h"

namespace packages {

const std::vector<Kind>& feedback_kinds();  // in the order in which they are taken in

// Of a conversation, those that their trainee shares.
std::vector<codes::Review> shared_reviews(library::Library& library, const base::Id& conversation);

[[noreturn]] void refuse_elsewhere();  // for all kinds of things

}  // namespace packages
