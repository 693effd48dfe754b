#include "packages/card.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/text.h"
#include "sealed/bech32.h"
#include "sealed/keys.h"

#include <algorithm>
#include <fmt/format.h>

namespace packages {

namespace {

constexpr const char* kPrefix = "terugblik";
constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kMostNameBytes = 200;
constexpr int kWords = 6;

[[noreturn]] void refuse() {
    throw base::Error(
        _("This is not a card, or not all of it. Copy the whole line that begins with terugblik1, or the whole file."));
}

std::string without_white_space(std::string_view text) {
    std::string kept;
    for (const char c : text)
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') kept += c;
    return kept;
}

// 16 bits as consonant, vowel, consonant, vowel, consonant.
std::string proquint(unsigned bits) {
    constexpr const char* kConsonants = "bdfghjklmnprstvz";
    constexpr const char* kVowels = "aiou";
    return {kConsonants[bits >> 12 & 15], kVowels[bits >> 10 & 3], kConsonants[bits >> 6 & 15], kVowels[bits >> 4 & 3],
            kConsonants[bits & 15]};
}

std::string letters_of(std::string_view words) {
    std::string letters;
    for (const char c : base::folded(words))
        if (c >= 'a' && c <= 'z') letters += c;
    return letters;
}

}  // namespace

std::string to_text(const Card& card) {
    return sealed::bech32(kPrefix, sealed::Recipient::from_text(card.reading_key).point() +
                                       sealed::from_base64(card.signing_key).value() + card.name);
}

Card card_from_text(std::string_view text) {
    const auto read = sealed::from_bech32(without_white_space(text));
    if (!read || read->prefix != kPrefix || read->bytes.size() <= 2 * kKeyBytes) refuse();
    const std::string name = read->bytes.substr(2 * kKeyBytes);
    const bool is_name = base::is_valid_utf8(name) && name.size() <= kMostNameBytes && base::trimmed(name) == name;
    if (!is_name) refuse();
    const std::string reading_key = sealed::bech32("age", read->bytes.substr(0, kKeyBytes));
    sealed::Recipient::from_text(reading_key);  // refuses points that are nobody's key
    return {name, reading_key, sealed::base64(read->bytes.substr(kKeyBytes, kKeyBytes))};
}

std::string fingerprint_words(const Card& card) {
    const std::string hash = base::sha256(card.reading_key + " " + card.signing_key);
    std::string words;
    for (std::size_t word = 0; word < kWords; ++word) {
        if (word > 0) words += '-';
        words += proquint(static_cast<unsigned>(std::stoul(hash.substr(word * 4, 4), nullptr, 16)));
    }
    return words;
}

bool is_fingerprint(std::string_view words, const Card& card) {
    return letters_of(words) == letters_of(fingerprint_words(card));
}

Card card_of(const library::Person& person) {
    return {person.name, person.reading_key, person.signing_key};
}

library::Person person_of(const Card& card, const std::string& name) {
    return {base::make_id(), name.empty() ? card.name : name, card.reading_key, card.signing_key, base::now(), {}};
}

}  // namespace packages
