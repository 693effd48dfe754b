// Commands about clips, on the Code screen.
#pragma once

#include "app/model.h"
#include "app/views/code_screen_state.h"

#include <string>

namespace app {

// True when the command was about clips.
bool clip_carries_out(const std::string& command, const Model& model, CodeScreenState& state, Actions& actions);

}  // namespace app
