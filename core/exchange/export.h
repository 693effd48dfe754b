// A coding as files that other programs read.
#pragma once

#include "codes/coding.h"
#include "library/library.h"

#include <string>

namespace exchange {

// Everything about one coding as one JSON document (docs/export-format.md); times in microseconds.
std::string coding_to_json(const library::Conversation& conversation, const codes::Coding& coding,
                           const codes::Codebook& codebook);
// Events as WebVTT cues, for any player; a point lasts two seconds or until the next of its side.
std::string coding_to_vtt(const codes::Coding& coding, const codes::Codebook& codebook, base::Language language);

}  // namespace exchange
