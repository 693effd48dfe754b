// What a package holds, in the words of the last look before it is written and of what came of opening one.
#pragma once

#include "packages/receive.h"
#include "packages/send.h"

#include <map>
#include <string>

namespace app {

// How many of each kind: {"coding": 2, "clip": 3, ...}.
std::map<std::string, int> things_in(const packages::Manifest& manifest);
// "2 codings, 3 clips, the transcript, the whole recording"
std::string things_in_words(const packages::Manifest& manifest);
std::string things_in_words(const packages::Parcel& parcel);  // of one that is not written yet

// What is hidden in it: "the picture, voices, 2 names"; empty where nothing is.
std::string hidden_in_words(const packages::Choice& choice);
// "in the transcript: Jan (3 times)"
std::string leak_in_words(const packages::Leak& leak);
// "3 new, 1 renewed, 4 known already", and what else is to be known about it.
std::string merged_in_words(const packages::Merged& merged);

}  // namespace app
