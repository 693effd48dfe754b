// What stands inside a cue of WebVTT or SRT: voice tags, markup, character references, and Zoom's "Name: text".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talk {

// A stretch of a cue by one voice; `speaker` is empty when the cue names none.
struct Spoken {
    std::string speaker;
    std::string text;
};

// The voices of a cue in order, as Teams marks them with <v Name>; markup taken out, character references resolved,
// white space made single.
std::vector<Spoken> voices(std::string_view cue);

// SRT's own: "{\an8}" and the like taken out, "\N" and "\h" made blanks.
std::string without_srt_codes(std::string_view cue);

// White space made single, none at either end.
std::string with_single_blanks(std::string_view text);

// Splits "Anna: good morning" as Zoom writes it; nothing when what stands before the colon cannot be a name. WhisperX's
// "[SPEAKER_00]: text" loses its brackets.
std::optional<Spoken> split_name(const std::string& text);

}  // namespace talk
