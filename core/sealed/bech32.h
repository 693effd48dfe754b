// Keys as text that notices typing errors: Bech32 (BIP 173), without its limit of 90 characters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sealed {

struct Bech32 {
    std::string prefix;  // lower case
    std::string bytes;
};

// In lower case.
std::string bech32(std::string_view prefix, std::string_view bytes);
// Nothing where a character is wrong, missing or one too many, or where lower and upper case are mixed.
std::optional<Bech32> from_bech32(std::string_view text);

}  // namespace sealed
