// The key that a file's content is under: made anew for each file, and wrapped in a stanza for each of its readers.
#pragma once

#include "sealed/header.h"
#include "sealed/keys.h"

#include <optional>

namespace sealed {

class FileKey {
public:
    static FileKey make();

    std::string header_code(std::string_view authenticated) const;
    Key payload_key(std::string_view nonce) const;

    Stanza wrapped_for(const Recipient& reader) const;
    Stanza wrapped_by(std::string_view passphrase, int work) const;
    // Nothing where the stanza is not for this key.
    static std::optional<FileKey> unwrapped(const Stanza& stanza, const Identity& identity);
    static std::optional<FileKey> unwrapped(const Stanza& stanza, std::string_view passphrase);

private:
    Secret<16> bytes_;
};

inline constexpr std::size_t kNonceBytes = 16;  // of what the payload's key is derived with

// Each doubles the time and the memory: 2^18 is 256 MiB and under a second, 2^20 a GiB.
inline constexpr int kWork = 18;
inline constexpr int kMaxWork = 20;

bool is_for_passphrase(const Stanza& stanza);
bool is_for_key(const Stanza& stanza);

// What is wrong with the stanzas of the two kinds that we know; nothing where they are as the format says.
std::optional<Reason> flaw_of(const std::vector<Stanza>& stanzas);

}  // namespace sealed
