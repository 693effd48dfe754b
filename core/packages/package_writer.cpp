#include "packages/package_writer.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/i18n.h"

#include <fmt/format.h>

namespace packages {

std::string head_of(const Manifest& manifest, const sealed::SigningKey& signer) {
    const std::string json = to_json(manifest);
    const std::string signed_text = fmt::format("{}\n{}\n{}\n", kFirstLine, signer.public_text(), json);
    return fmt::format("{}\n{}\n{}\n{}\n", kFirstLine, signer.public_text(), signer.signature(signed_text), json);
}

void write_package(const Manifest& manifest, const sealed::SigningKey& signer, const WriteBlob& write_blob,
                   sealed::Sealer& sealer) {
    sealer.write(head_of(manifest, signer));
    for (const Blob& blob : manifest.blobs) {
        base::Sha256 hash;
        std::uint64_t length = 0;
        write_blob(blob, [&](std::string_view bytes) {
            hash.add(bytes);
            length += bytes.size();
            sealer.write(bytes);
        });
        if (length != blob.length || hash.finish() != blob.sha256)
            throw base::Error(_("A recording changed while it was being packed. Try again when nothing writes to it."));
    }
    sealer.finish();
}

}  // namespace packages
