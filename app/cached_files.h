// What the program keeps in its cache about a recording: pictures and waveforms, which show who is in it.
#pragma once

#include "library/library.h"

#include <string>
#include <vector>

namespace app {

std::vector<std::string> cached_files(const library::Conversation& conversation);

}  // namespace app
