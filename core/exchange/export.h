// A coding as files that other programs read.
#pragma once

#include "codes/coding.h"
#include "library/library.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace exchange {

// Everything about one coding as one JSON document (docs/export-format.md); times in microseconds.
std::string coding_to_json(const library::Conversation& conversation, const codes::Coding& coding,
                           const codes::Codebook& codebook);
// {"from_us", "to_us", "seed"}, or null: the whole conversation. The seed, or null, is text: it has too many digits for
// a number.
nlohmann::ordered_json segment_json(const std::optional<codes::Segment>& segment);
// Events as WebVTT cues, for any player; a point lasts two seconds or until the next of its side.
std::string coding_to_vtt(const codes::Coding& coding, const codes::Codebook& codebook, base::Language language);

}  // namespace exchange
