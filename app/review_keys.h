// The keys of the Review screen: playing as on the Code screen, and the two moments.
#pragma once

#include "app/model.h"
#include "app/platform/key_press.h"
#include "app/views/code_screen_state.h"
#include "app/views/review_state.h"

#include <string>

namespace app {

// Whether a command of the Code screen works here too: those that play and move, but nothing that goes to a code. While
// the arrows go from field to field, Space and the arrows are the fields'.
bool works_on_review(const std::string& command, bool fields_have_keys);
// True: it was one of the Review screen's own.
bool review_carries_out(const std::string& command, media::Clock::time_point pressed, const Model& model,
                        Actions& actions);

// Page Down and Page Up, as on a clicker for presentations: the next clip, the one before. True: the key was theirs.
// Clips and their threads, on the page that shows them: what stands in the list of keys, and what the list of clips
// takes.
bool review_clips_carry_out(const std::string& command, const Model& model, ReviewState& state, CodeScreenState& code,
                            Actions& actions);
bool review_clips_take(const KeyPress& press, const Model& model, const ReviewState& state, Actions& actions);
bool debrief_takes(const KeyPress& press, const Model& model, const ReviewState& state, Actions& actions);

}  // namespace app
