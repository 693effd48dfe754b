// "Coached in 24 min for 20 min of conversation: 1.2 min per minute."
#pragma once

#include "app/model.h"

#include <string>

namespace app {

std::string coaching_time_text(const OpenConversationState& open);  // empty while it says nothing
const char* coaching_time_definition();

}  // namespace app
