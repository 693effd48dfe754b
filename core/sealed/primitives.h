// The only door to libsodium of this folder: the few ciphers and derivations that the age format is made of.
#pragma once

#include "sealed/secret.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace sealed {

using Key = Secret<32>;
inline constexpr std::size_t kTagBytes = 16;

std::string random_bytes(std::size_t size);
Key random_key();

// HKDF-SHA256 (RFC 5869) of at most 32 bytes.
Key derived_key(const unsigned char* secret, std::size_t secret_size, std::string_view salt, std::string_view info);
std::string hmac_sha256(const Key& key, std::string_view bytes);
// Tells nothing by the time that it takes.
bool is_equal(std::string_view one, std::string_view other);

// ChaCha20-Poly1305 (RFC 8439). Bytes that were changed, or another key, give false and leave zeros.
using Nonce = std::array<unsigned char, 12>;
void encrypt(const Key& key, const Nonce& nonce, std::string_view plain, unsigned char* to);
bool decrypt(const Key& key, const Nonce& nonce, std::string_view encrypted, unsigned char* to);

// X25519 (RFC 7748). Nothing where the other's point is one of the few that lead to a secret which everyone knows.
std::string public_key(const Key& own);
std::optional<Key> shared_secret(const Key& own, std::string_view others_public_key);

// scrypt (RFC 7914) with N = 2^work, r = 8, p = 1: a KiB of memory times N.
Key stretched(std::string_view passphrase, std::string_view salt, int work);

// Ed25519 (RFC 8032), from a seed of 32 bytes. Signatures that have more than one form are refused.
std::string signing_point(const Key& seed);
std::string signature(const Key& seed, std::string_view message);
bool is_signature(std::string_view signature, std::string_view message, std::string_view signing_point);

// Base64 without padding; decoding accepts only what encoding would have written.
std::string base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

}  // namespace sealed
