#include "sealed/bech32.h"

#include "sealed/secret.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace sealed {

namespace {

constexpr std::string_view kAlphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::size_t kChecksumCharacters = 6;

std::uint32_t checksum_step(std::uint32_t sum, unsigned value) {
    constexpr std::array<std::uint32_t, 5> kGenerator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    const std::uint32_t top = sum >> 25;
    sum = (sum & 0x1ffffff) << 5 ^ value;
    for (std::size_t bit = 0; bit < kGenerator.size(); ++bit) {
        if ((top >> bit & 1) != 0) sum ^= kGenerator[bit];
    }
    return sum;
}

// `groups` holds values of five bits.
std::uint32_t checksum(std::string_view prefix, std::string_view groups) {
    std::uint32_t sum = 1;
    for (const char c : prefix) sum = checksum_step(sum, static_cast<unsigned char>(c) >> 5);
    sum = checksum_step(sum, 0);
    for (const char c : prefix) sum = checksum_step(sum, static_cast<unsigned char>(c) & 31);
    for (const char c : groups) sum = checksum_step(sum, static_cast<unsigned char>(c));
    return sum;
}

// The same bits in groups of another size. What is left over at the end is filled up with zeros.
std::string regrouped(std::string_view groups, unsigned from_bits, unsigned to_bits, bool keep_rest) {
    std::string result;
    result.reserve(groups.size() * from_bits / to_bits + 1);  // so that no outgrown copy of a key stays behind
    unsigned held = 0, bits = 0;
    for (const char group : groups) {
        held = (held << from_bits | static_cast<unsigned char>(group)) & 0xfff;
        for (bits += from_bits; bits >= to_bits;) {
            bits -= to_bits;
            result += static_cast<char>(held >> bits & ((1U << to_bits) - 1));
        }
    }
    if (keep_rest && bits > 0) result += static_cast<char>(held << (to_bits - bits) & ((1U << to_bits) - 1));
    return result;
}

char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

}  // namespace

std::string bech32(std::string_view prefix, std::string_view bytes) {
    const SecretText groups(regrouped(bytes, 8, 5, true));
    std::uint32_t sum = checksum(prefix, groups.text());
    for (std::size_t i = 0; i < kChecksumCharacters; ++i) sum = checksum_step(sum, 0);
    sum ^= 1;
    std::string text;
    text.reserve(prefix.size() + 1 + groups.text().size() + kChecksumCharacters);
    text.append(prefix) += '1';
    for (const char group : groups.text()) text += kAlphabet[static_cast<unsigned char>(group)];
    for (unsigned shift = 30; shift > 0;) text += kAlphabet[sum >> (shift -= 5) & 31];
    return text;
}

std::optional<Bech32> from_bech32(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), [](char c) { return c < 33 || c > 126; })) return {};
    if (std::any_of(text.begin(), text.end(), is_lower) && std::any_of(text.begin(), text.end(), is_upper)) return {};

    const std::size_t separator = text.rfind('1');
    if (separator == std::string_view::npos || separator == 0) return {};
    if (text.size() - separator - 1 < kChecksumCharacters) return {};
    Bech32 result;
    for (const char c : text.substr(0, separator)) result.prefix += to_lower(c);
    SecretText secret;
    std::string& groups = secret.text();
    groups.reserve(text.size());
    for (const char c : text.substr(separator + 1)) {
        const std::size_t value = kAlphabet.find(to_lower(c));
        if (value == std::string_view::npos) return {};
        groups += static_cast<char>(value);
    }
    if (checksum(result.prefix, groups) != 1) return {};

    groups.resize(groups.size() - kChecksumCharacters);
    result.bytes = regrouped(groups, 5, 8, false);
    if (SecretText(regrouped(result.bytes, 8, 5, true)).text() != groups)
        return {};  // a group too many, or a rest that is not zero
    return result;
}

}  // namespace sealed
