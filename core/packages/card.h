// A person's card: their name and public keys, as one line that can be mailed and pasted, and the words by which two
// people make sure, by voice, that it was not swapped on the way.
#pragma once

#include "library/people.h"

#include <string>
#include <string_view>

namespace packages {

struct Card {
    std::string name;
    std::string reading_key;  // "age1..."
    std::string signing_key;  // Ed25519 in base64

    bool operator==(const Card&) const = default;
};

// "terugblik1...": notices typing errors.
std::string to_text(const Card& card);
// Also where lines were broken on the way. Throws base::Error where it is not a card.
Card card_from_text(std::string_view text);

// Six proquints (arXiv:0901.4016) of the SHA-256 of both keys, so 96 bits: "lusab-babad-gutih-tugad-mabiv-lojar".
std::string fingerprint_words(const Card& card);
// Whatever stands between the words as they were typed.
bool is_fingerprint(std::string_view words, const Card& card);

Card card_of(const library::Person& person);
library::Person person_of(const Card& card, const std::string& name);

}  // namespace packages
