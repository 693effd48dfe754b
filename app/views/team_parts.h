// The parts of the Team screen, for its own files.
#pragma once

#include "app/trend_pictures.h"
#include "app/views/views.h"

namespace app {

void update_shown(const Model& model, TeamState& state);
const library::Milestone* compared_milestone(const Model& model, const TeamState& state);
void draw_milestones(const Model& model, TeamState& state, Actions& actions);
void draw_people(const Model& model, TeamState& state, const TrendPictures& pictures, Actions& actions);

}  // namespace app
