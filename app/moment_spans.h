// How much of the recording around codes is heard, so that a listener follows it. Pure.
#pragma once

#include "codes/event.h"
#include "talk/turn.h"

#include <vector>

namespace app {

// From before `first` to after `second`: where turns are known, from the beginning of the one's turn to the end of the
// other's, as far as that is not long ago.
base::Span span_to_hear(const codes::Event& first, const codes::Event& second, const std::vector<talk::Turn>* turns);

}  // namespace app
