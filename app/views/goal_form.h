// What somebody will work on until the next conversations: in words, or as a measure with a target that the next
// codings check by themselves. On the Review screen for the trainee, on the Report screen for the coach.
#pragma once

#include "codes/codebook.h"
#include "codes/goal.h"

#include <optional>
#include <string>

namespace app {

struct GoalForm {
    std::string words, day;  // while they are typed
    int choice = 0;          // of the measures; 0: words alone
    double target = 0;       // percentages as they are read
};

// The goal once it is set, still nobody's; the form is empty again then.
std::optional<codes::Goal> draw_goal_form(const codes::Codebook& codebook, const char* title, GoalForm& form);

}  // namespace app
