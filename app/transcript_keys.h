// Keys of the transcript. While it has the keyboard, arrows walk through turns and words, and Enter goes there; all
// other keys keep their meaning, so that a code can be dropped on the words that are selected.
#pragma once

#include "app/model.h"
#include "app/views/code_screen_state.h"

#include <SDL_keyboard.h>
#include <string>

namespace app {

// True when the key was the transcript's.
bool transcript_takes(const SDL_Keysym& key, const Model& model, CodeScreenState& state, Actions& actions);
// The same for a command of the keymap ("find", "swap_speaker").
bool transcript_carries_out(const std::string& command, media::Clock::time_point pressed, const Model& model,
                            CodeScreenState& state, Actions& actions);

}  // namespace app
