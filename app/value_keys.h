// The keys that say more about a code right after it: strength, valence, target. They go to one attribute of one event
// at a time: the attribute in hand of the event in hand. Their rule:
//   2, Shift+2   the value called 2, the value called -2
//   1, 2, 3 ...  other values by their place in the list
//   a code       always codes: where a code has a value's key, Shift goes with it, or the key of the command "value"
//                goes before it
#pragma once

#include "app/chord.h"
#include "app/keymap.h"
#include "app/model.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {

// The one that is selected, else the last one dropped; null where there is none.
const codes::Event* event_in_hand(const OpenConversationState& open);
std::vector<const codes::Attribute*> attributes_of(const codes::Codebook& codebook, const std::string& code);
// The one that was asked for, else the first of which nothing is said yet, else the last.
std::size_t attribute_in_hand(const OpenConversationState& open, const codes::Event& event);

// As many as the attribute has values; nothing: it has too many, and this one has no key.
std::vector<std::optional<ValueKey>> value_keys(const codes::Attribute& attribute);
// Which value it stands for; nothing: none.
std::optional<std::size_t> value_of(const codes::Attribute& attribute, const ValueKey& pressed);
// The digit that is pressed, if it is one.
std::optional<ValueKey> value_key(const std::vector<Chord>& meanings);
// What to press, in this keymap.
std::string value_cap(const codes::Attribute& attribute, const ValueKey& key, const Keymap& keymap);

}  // namespace app
