// The recording of a demonstration conversation, written as a meeting program does: H.264 and AAC in MP4, pictures at a
// changing rate, key frames seconds apart, one speaker per channel.
#pragma once

#include "app/commands/demo_voice.h"

#include <string>

namespace commands::demo {

inline constexpr const char* kFilmName = "film.mp4";

// Writes kFilmName in `folder`. The same script gives the same bytes on the same computer. Throws base::Error.
void write_film(const Script& script, const Soundtrack& soundtrack, const std::string& folder);

}  // namespace commands::demo
