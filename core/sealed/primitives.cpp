#include "sealed/primitives.h"

#include "base/error.h"
#include "base/i18n.h"

#include <cassert>
#include <cstdint>
#include <sodium.h>

namespace sealed {

namespace {

constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

void start_sodium() {
    static const int ready = sodium_init();
    if (ready < 0) throw base::Error(_("The library libsodium cannot be started. Install it again."));
}

class Hmac {
public:
    Hmac(const unsigned char* key, std::size_t size) { crypto_auth_hmacsha256_init(&state_, key, size); }
    Hmac(const Hmac&) = delete;
    Hmac& operator=(const Hmac&) = delete;
    ~Hmac() { wipe(&state_, sizeof state_); }

    void add(const unsigned char* bytes, std::size_t size) { crypto_auth_hmacsha256_update(&state_, bytes, size); }
    void add(std::string_view bytes) { add(bytes_of(bytes), bytes.size()); }
    void finish(unsigned char* to) { crypto_auth_hmacsha256_final(&state_, to); }

private:
    crypto_auth_hmacsha256_state state_{};
};

}  // namespace

void wipe(void* bytes, std::size_t size) {
    sodium_memzero(bytes, size);
}

std::string random_bytes(std::size_t size) {
    start_sodium();
    std::string bytes(size, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

Key random_key() {
    start_sodium();
    Key key;
    randombytes_buf(key.data(), Key::size());
    return key;
}

Key derived_key(const unsigned char* secret, std::size_t secret_size, std::string_view salt, std::string_view info) {
    Key extracted;
    Hmac extract(bytes_of(salt), salt.size());
    extract.add(secret, secret_size);
    extract.finish(extracted.data());

    Key expanded;
    Hmac expand(extracted.data(), Key::size());
    expand.add(info);
    expand.add(std::string_view("\1", 1));
    expand.finish(expanded.data());
    return expanded;
}

std::string hmac_sha256(const Key& key, std::string_view bytes) {
    std::string code(crypto_auth_hmacsha256_BYTES, '\0');
    Hmac hmac(key.data(), Key::size());
    hmac.add(bytes);
    hmac.finish(bytes_of(code));
    return code;
}

bool is_equal(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

void encrypt(const Key& key, const Nonce& nonce, std::string_view plain, unsigned char* to) {
    crypto_aead_chacha20poly1305_ietf_encrypt(to, nullptr, bytes_of(plain), plain.size(), nullptr, 0, nullptr,
                                              nonce.data(), key.data());
}

bool decrypt(const Key& key, const Nonce& nonce, std::string_view encrypted, unsigned char* to) {
    if (encrypted.size() < kTagBytes) return false;
    return crypto_aead_chacha20poly1305_ietf_decrypt(to, nullptr, nullptr, bytes_of(encrypted), encrypted.size(),
                                                     nullptr, 0, nonce.data(), key.data()) == 0;
}

std::string public_key(const Key& own) {
    start_sodium();
    std::string point(crypto_scalarmult_curve25519_BYTES, '\0');
    crypto_scalarmult_curve25519_base(bytes_of(point), own.data());
    return point;
}

std::optional<Key> shared_secret(const Key& own, std::string_view others_public_key) {
    assert(others_public_key.size() == crypto_scalarmult_curve25519_BYTES);
    start_sodium();
    Key shared;
    if (crypto_scalarmult_curve25519(shared.data(), own.data(), bytes_of(others_public_key)) != 0) return {};
    return shared;
}

Key stretched(std::string_view passphrase, std::string_view salt, int work) {
    start_sodium();
    Key key;
    if (crypto_pwhash_scryptsalsa208sha256_ll(bytes_of(passphrase), passphrase.size(), bytes_of(salt), salt.size(),
                                              std::uint64_t{1} << work, 8, 1, key.data(), Key::size()) != 0) {
        throw base::Error(_("There is too little memory to try a passphrase. Close other programs and try again."));
    }
    return key;
}

namespace {

struct SigningPair {
    explicit SigningPair(const Key& seed) {
        start_sodium();
        crypto_sign_seed_keypair(point, secret.data(), seed.data());
    }
    unsigned char point[crypto_sign_PUBLICKEYBYTES] = {};
    Secret<crypto_sign_SECRETKEYBYTES> secret;
};

}  // namespace

std::string signing_point(const Key& seed) {
    const SigningPair pair(seed);
    return {reinterpret_cast<const char*>(pair.point), sizeof pair.point};
}

std::string signature(const Key& seed, std::string_view message) {
    const SigningPair pair(seed);
    std::string made(crypto_sign_BYTES, '\0');
    crypto_sign_detached(bytes_of(made), nullptr, bytes_of(message), message.size(), pair.secret.data());
    return made;
}

bool is_signature(std::string_view signature, std::string_view message, std::string_view signing_point) {
    start_sodium();
    return signature.size() == crypto_sign_BYTES && signing_point.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(bytes_of(signature), bytes_of(message), message.size(),
                                       bytes_of(signing_point)) == 0;
}

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), kVariant);
    text.pop_back();  // the closing NUL
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr, kVariant) !=
        0) {
        return {};
    }
    bytes.resize(size);
    // libsodium 1.0.18 takes the byte 0xAF for a '/'.
    if (base64(bytes) != text) return {};
    return bytes;
}

}  // namespace sealed
