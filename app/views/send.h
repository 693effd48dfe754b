// Where a conversation can be sent from: the same button on the Library, Review and Report screens.
#pragma once

#include "app/model.h"

#include <imgui.h>

namespace app {

void send_button(const Model& model, const library::Conversation& conversation, ImVec2 size, Actions& actions);

}  // namespace app
