// What a package holds, in the words of the last look before it is written and of what came of opening one.
#pragma once

#include "packages/manifest.h"

#include <map>
#include <string>

namespace app {

// How many of each kind: {"coding": 2, "clip": 3, ...}.
std::map<std::string, int> things_in(const packages::Manifest& manifest);
// "2 codings, 3 clips, the transcript, the whole recording"
std::string things_in_words(const packages::Manifest& manifest);

}  // namespace app
