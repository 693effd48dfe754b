// What was said in an utterance, as far as a transcript tells.
#pragma once

#include "app/model.h"

#include <string>

namespace app {

std::string words_of(const OpenConversationState& open, const codes::Utterance& utterance);

}  // namespace app
