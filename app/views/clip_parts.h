// The list of clips, and the two parts beside it: what the clip is, and what was said about it.
#pragma once

#include "app/views/code_panels.h"

namespace app {

void draw_clip_list(const Model& model, const Keymap& keymap, ImVec2 size, Actions& actions);
void draw_clip(const Model& model, const codes::Clip& clip, CodeScreenState& state, Actions& actions);
void draw_clip_thread(const Model& model, const codes::Clip& clip, CodeScreenState& state, Actions& actions);
// Saying it again (said_again.cpp): what was answered then, what belongs to an answer, and what to do while one waits
// for it.
void draw_said_then(const OpenConversationState& open, const codes::Clip& clip, Actions& actions);
void draw_said_again(const OpenConversationState& open, const codes::Comment& answer, ClipsState& state,
                     Actions& actions);
bool waits_to_say_again(const OpenConversationState& open);
void draw_waiting(Actions& actions);

}  // namespace app
