// Commands on the Agreement screen: it has its own tabs and explanations, and plays as the Code screen does.
#pragma once

#include "app/model.h"
#include "app/views/agreement_state.h"

#include <string>

namespace app {

// False when the command was the screen's own, or means nothing there; true: it means what it does on the Code screen.
bool agreement_leaves(const std::string& command, const Model& model, AgreementState& state, Actions& actions);

}  // namespace app
