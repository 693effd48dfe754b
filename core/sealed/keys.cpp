#include "sealed/keys.h"

#include "base/error.h"
#include "base/i18n.h"
#include "sealed/bech32.h"

#include <algorithm>
#include <fmt/format.h>

namespace sealed {

namespace {

constexpr const char* kPublicPrefix = "age";
constexpr const char* kSecretPrefix = "age-secret-key-";

}  // namespace

Recipient Recipient::from_text(std::string_view text) {
    const auto read = from_bech32(text);
    const bool is_whole = read && read->prefix == kPublicPrefix && read->bytes.size() == Key::size();
    if (!is_whole || !shared_secret(random_key(), read->bytes)) {
        throw base::Error(fmt::format(
            fmt::runtime(_("\"{}\" is not a public key, or not all of it. Copy the whole line that begins with age1.")),
            text));
    }
    return Recipient(read->bytes);
}

std::string Recipient::text() const {
    return bech32(kPublicPrefix, point_);
}

Identity Identity::make() {
    return Identity(random_key());
}

// The text is not shown when it is wrong: most of it may be right.
Identity Identity::from_text(std::string_view text) {
    auto read = from_bech32(text);
    const SecretText bytes(read ? std::move(read->bytes) : std::string());
    if (!read || read->prefix != kSecretPrefix || bytes.text().size() != Key::size()) {
        throw base::Error(
            _("This is not a secret key, or not all of it. Copy the whole line that begins with AGE-SECRET-KEY-1."));
    }
    Key key;
    std::copy(bytes.text().begin(), bytes.text().end(), key.data());
    return Identity(key);
}

SecretText Identity::text() const {
    SecretText text(bech32(kSecretPrefix, {reinterpret_cast<const char*>(key_.data()), Key::size()}));
    std::transform(text.text().begin(), text.text().end(), text.text().begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

}  // namespace sealed
