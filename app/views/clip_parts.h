// The two columns beside the list of clips: what the clip is, and what was said about it.
#pragma once

#include "app/views/code_panels.h"

namespace app {

void draw_clip(const Model& model, const codes::Clip& clip, CodeScreenState& state, Actions& actions);
void draw_clip_thread(const Model& model, const codes::Clip& clip, CodeScreenState& state, Actions& actions);

}  // namespace app
