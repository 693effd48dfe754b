// Which stretch a clip gets, and what it is called until somebody says better. Pure.
#pragma once

#include "app/model.h"

#include <vector>

namespace app {

// Of the selected codes, else of the loop, else of what was just heard. It belongs to the open conversation and is by
// the coding's coder; it has no id yet.
codes::Clip new_clip(const OpenConversationState& open);
// The same for each moment of a list, e.g. "each advice and the answer after it". Those of other conversations are left
// out.
std::vector<codes::Clip> new_clips(const OpenConversationState& open, const std::vector<Moment>& moments);

}  // namespace app
