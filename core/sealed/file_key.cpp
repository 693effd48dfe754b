#include "sealed/file_key.h"

#include <algorithm>
#include <charconv>

namespace sealed {

namespace {

constexpr const char* kKeyKind = "X25519";
constexpr const char* kKeyLabel = "age-encryption.org/v1/X25519";
constexpr const char* kPassphraseKind = "scrypt";
constexpr const char* kPassphraseLabel = "age-encryption.org/v1/scrypt";
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kWrappedBytes = 16 + kTagBytes;
constexpr Nonce kNoNonce{};  // each wrapping key is used once

Key wrapping_key(const Key& shared, const std::string& share, const std::string& point) {
    return derived_key(shared.data(), Key::size(), share + point, kKeyLabel);
}

Key wrapping_key(std::string_view passphrase, const std::string& salt, int work) {
    return stretched(passphrase, kPassphraseLabel + salt, work);
}

std::string wrapped(const Secret<16>& bytes, const Key& key) {
    std::string body(kWrappedBytes, '\0');
    encrypt(key, kNoNonce, {reinterpret_cast<const char*>(bytes.data()), bytes.size()},
            reinterpret_cast<unsigned char*>(body.data()));
    return body;
}

// Decimal without sign or leading zero; 0 where it is not.
int work_of(const std::string& text) {
    int work = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), work);
    const bool is_number = text.front() >= '1' && text.front() <= '9' && end == text.data() + text.size();
    if (!is_number) return 0;
    return error == std::errc::result_out_of_range ? kMaxWork + 1 : work;
}

bool has_bytes(const std::string& argument, std::size_t size) {
    const auto bytes = from_base64(argument);
    return bytes && bytes->size() == size;
}

std::optional<Reason> flaw_of_key_stanza(const Stanza& stanza) {
    const bool is_whole = stanza.arguments.size() == 2 && has_bytes(stanza.arguments[1], Key::size()) &&
                          stanza.body.size() == kWrappedBytes;
    if (!is_whole || !shared_secret(random_key(), *from_base64(stanza.arguments[1]))) return Reason::DamagedHead;
    return {};
}

std::optional<Reason> flaw_of_passphrase_stanza(const Stanza& stanza) {
    const bool is_whole = stanza.arguments.size() == 3 && has_bytes(stanza.arguments[1], kSaltBytes) &&
                          work_of(stanza.arguments[2]) > 0 && stanza.body.size() == kWrappedBytes;
    if (!is_whole) return Reason::DamagedHead;
    if (work_of(stanza.arguments[2]) > kMaxWork) return Reason::TooMuchWork;
    return {};
}

}  // namespace

FileKey FileKey::make() {
    const Key random = random_key();
    FileKey key;
    std::copy_n(random.data(), key.bytes_.size(), key.bytes_.data());
    return key;
}

std::string FileKey::header_code(std::string_view authenticated) const {
    return hmac_sha256(derived_key(bytes_.data(), bytes_.size(), "", "header"), authenticated);
}

Key FileKey::payload_key(std::string_view nonce) const {
    return derived_key(bytes_.data(), bytes_.size(), nonce, "payload");
}

Stanza FileKey::wrapped_for(const Recipient& reader) const {
    const Key once = random_key();
    const std::string share = public_key(once);
    const Key shared = shared_secret(once, reader.point()).value();  // a Recipient's point is sound
    return {{kKeyKind, base64(share)}, wrapped(bytes_, wrapping_key(shared, share, reader.point()))};
}

Stanza FileKey::wrapped_by(std::string_view passphrase, int work) const {
    const std::string salt = random_bytes(kSaltBytes);
    return {{kPassphraseKind, base64(salt), std::to_string(work)},
            wrapped(bytes_, wrapping_key(passphrase, salt, work))};
}

std::optional<FileKey> FileKey::unwrapped(const Stanza& stanza, const Identity& identity) {
    const std::string share = *from_base64(stanza.arguments[1]);
    const std::optional<Key> shared = shared_secret(identity.key(), share);
    FileKey key;
    if (!shared || !decrypt(wrapping_key(*shared, share, identity.recipient().point()), kNoNonce, stanza.body,
                            key.bytes_.data())) {
        return {};
    }
    return key;
}

std::optional<FileKey> FileKey::unwrapped(const Stanza& stanza, std::string_view passphrase) {
    const Key wrapping = wrapping_key(passphrase, *from_base64(stanza.arguments[1]), work_of(stanza.arguments[2]));
    FileKey key;
    if (!decrypt(wrapping, kNoNonce, stanza.body, key.bytes_.data())) return {};
    return key;
}

bool is_for_passphrase(const Stanza& stanza) {
    return stanza.arguments.front() == kPassphraseKind;
}

bool is_for_key(const Stanza& stanza) {
    return stanza.arguments.front() == kKeyKind;
}

std::optional<Reason> flaw_of(const std::vector<Stanza>& stanzas) {
    for (const Stanza& stanza : stanzas) {
        // Who knows the passphrase must be the one who sealed it, so nobody else may have been given a way in.
        if (is_for_passphrase(stanza) && stanzas.size() > 1) return Reason::DamagedHead;
        if (is_for_passphrase(stanza)) return flaw_of_passphrase_stanza(stanza);
        if (!is_for_key(stanza)) continue;
        if (const auto flaw = flaw_of_key_stanza(stanza)) return flaw;
    }
    return {};
}

}  // namespace sealed
