// Keys of the panels of ratings and checklists, while they are shown: arrows choose a line, digits rate or tick.
#pragma once

#include "app/model.h"
#include "app/platform/key_press.h"
#include "app/views/code_screen_state.h"

namespace app {

// True when the press was the panel's; else it means what it always means.
bool panel_takes(const KeyPress& press, const Model& model, CodeScreenState& state, Actions& actions);

}  // namespace app
