// Writes a file that only its readers can open, as it comes: the public age v1 format (https://age-encryption.org/v1),
// so that it also opens without this program. Used by one thread.
#pragma once

#include "sealed/chunk_cipher.h"
#include "sealed/file_key.h"

#include <functional>
#include <string_view>
#include <vector>

namespace sealed {

// Takes the next bytes of the sealed file; what it throws ends the sealing.
using Sink = std::function<void(std::string_view)>;

class Sealer {
public:
    // Throws base::Error where there is nobody to seal for.
    Sealer(Sink sink, const std::vector<Recipient>& readers);
    Sealer(Sink sink, std::string_view passphrase, int work = kWork);

    void write(std::string_view plain);
    // Without it the file is not whole, and no one opens it.
    void finish();

private:
    struct Parts;
    Sealer(Sink sink, const Parts& parts);

    Sink sink_;
    ChunkCipher cipher_;
    SecretText pending_;  // of the chunk that is being filled; the last one may be full, so it waits for more
};

}  // namespace sealed
