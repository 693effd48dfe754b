// What stands inside a WebVTT cue: voice tags, markup, character references, and Zoom's "Name: text".
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

// Splits "Anna: good morning" as Zoom writes it; nothing when what stands before the colon cannot be a name.
std::optional<Spoken> split_name(const std::string& text);

}  // namespace talk
