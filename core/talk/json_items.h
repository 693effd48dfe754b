// JSON as transcribing programs write it, and what its items have in common.
#pragma once

#include "talk/turn.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace talk {

using Json = nlohmann::json;

// What stands under this name; null when it is missing or `object` is none.
const Json& member(const Json& object, const char* name);

// The text without markup, in single blanks, fit for the library; empty when it is no text.
std::string plain_text(const Json& text);

// Seconds as a number or as written ("4.87", "00:00:04,870"). Nothing when negative, not finite, or beyond any
// recording.
std::optional<base::Time> time_in_seconds(const Json& value);
// The same for a number of some other unit: `per_second` of them go in a second.
std::optional<base::Time> time_in(const Json& value, double per_second);

// "speaker 1" for a number, the name for a name, nothing for "?" and what is neither.
std::string speaker_name(const Json& value);

// Takes one item after another; adds a turn, or lists why not.
class JsonTurns {
public:
    void next() { ++item_; }
    void add(std::optional<base::Time> from, std::optional<base::Time> to, std::string speaker, std::string text);
    void skip(const char* reason);
    Transcript finish();

private:
    int item_ = 0;
    Transcript transcript_;
};

// The formats by the program that writes them.
bool is_amazon(const Json& document);
Transcript read_amazon(const Json& document);
bool is_azure(const Json& document);
Transcript read_azure(const Json& document);

}  // namespace talk
