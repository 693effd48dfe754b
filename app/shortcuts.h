// Keys to actions, for the Code and Report screens and what works everywhere (F1, Ctrl+1..3). The Library screen and
// dialogs look after their own keys.
#pragma once

#include "app/model.h"
#include "app/platform/key_press.h"
#include "app/ui_state.h"

#include <vector>

namespace app {

// `is_typing`: a text field has the keyboard, so plain keys are text.
Actions pressed_shortcuts(const Model& model, UiState& ui, const std::vector<KeyPress>& pressed, bool is_typing);

}  // namespace app
