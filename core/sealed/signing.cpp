#include "sealed/signing.h"

namespace sealed {

SigningKey SigningKey::of(const Identity& identity) {
    return SigningKey(derived_key(identity.key().data(), Key::size(), "", "terugblik/v1/signing"));
}

std::string SigningKey::public_text() const {
    return base64(signing_point(seed_));
}

std::string SigningKey::signature(std::string_view text) const {
    return base64(sealed::signature(seed_, text));
}

bool is_signed(std::string_view text, std::string_view signature, std::string_view public_text) {
    const auto made = from_base64(signature);
    const auto point = from_base64(public_text);
    return made && point && is_signature(*made, text, *point);
}

}  // namespace sealed
