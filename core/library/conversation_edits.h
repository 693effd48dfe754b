// What was done to the list of conversations, as a value: the undo log of adding, changing and removing.
#pragma once

#include "library/library.h"

#include <string>

namespace library {

enum class ConversationVerb { Added, Changed, Removed };

struct ConversationEdit {
    ConversationVerb verb = ConversationVerb::Changed;
    std::optional<Conversation> before;  // changed only
    std::optional<Conversation> after;   // changed only
};

// What a step did, to show: "“Gesprek met Anna” is back in the library."
std::string in_words(ConversationVerb verb, Direction direction, const std::string& title);

// `wanted`, but with what update() leaves alone as it stands in `standing`.
Conversation merged(const Conversation& standing, const Conversation& wanted);

const char* name_of(Kind kind);            // "practice", "role_play", "real"
Kind kind_named(const std::string& name);  // throws base::Error
std::string to_json(const Conversation& conversation);
Conversation conversation_from_json(const std::string& json);  // throws base::Error

}  // namespace library
