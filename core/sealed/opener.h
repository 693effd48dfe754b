// Reads a sealed file as it comes: first its head, then, with the right key, what is in it. Each stretch is vouched for
// by itself; only when read() has come to the end is it certain that nothing is missing. Used by one thread.
#pragma once

#include "sealed/chunk_cipher.h"
#include "sealed/file_key.h"

#include <optional>
#include <string_view>
#include <vector>

namespace sealed {

// Everything here throws Refusal where the file does not open.
class Opener {
public:
    // `name` is what the person calls the file, for the text of a refusal.
    Opener(Source source, std::string name);

    bool wants_passphrase() const;
    // One of these before read(); after a refusal with another key or passphrase again.
    void unlock(const std::vector<Identity>& identities);
    void unlock(std::string_view passphrase);

    // The next stretch, until the next call; empty at the end.
    std::string_view read();

private:
    void accept(const FileKey& key);
    bool open_next(std::string_view sealed);

    Input input_;
    Header header_;
    std::string nonce_;
    std::optional<ChunkCipher> cipher_;
    SecretText plain_;
    bool has_ended_ = false;
};

}  // namespace sealed
