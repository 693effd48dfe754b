// Who wrote something: a signature that everyone can check and only one person can make (Ed25519, RFC 8032).
#pragma once

#include "sealed/keys.h"

#include <string>
#include <string_view>

namespace sealed {

class SigningKey {
public:
    // Derived from the key that opens what is sent to the same person, so that there is one secret to keep.
    static SigningKey of(const Identity& identity);

    std::string public_text() const;                     // base64
    std::string signature(std::string_view text) const;  // base64

private:
    explicit SigningKey(const Key& seed) : seed_(seed) {}
    Key seed_;
};

// False too where one of them is not what it should be.
bool is_signed(std::string_view text, std::string_view signature, std::string_view public_text);

}  // namespace sealed
