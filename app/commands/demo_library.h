// Puts a demonstration conversation in a library: the recording, its transcript, a coach's coding edit by edit as the
// window would make it, ratings, feedback, and an issued report.
#pragma once

#include "app/commands/demo_voice.h"
#include "library/library.h"

#include <string>

namespace commands::demo {

// The tag by which a conversation of the demonstration is found again; its value is the script's key.
inline constexpr const char* kTag = "demo";

// `film` and `transcript` are files where they will stay.
void add_conversation(library::Library& library, const Script& script, const Soundtrack& soundtrack,
                      const std::string& film, const std::string& transcript);

}  // namespace commands::demo
