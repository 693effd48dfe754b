// Writes what is inside a package: its first lines, and the bytes of each thing, one after the other. What holds it
// together outside is age (sealed/sealer.h). docs/package-format.md.
#pragma once

#include "packages/manifest.h"
#include "sealed/sealer.h"
#include "sealed/signing.h"

#include <functional>
#include <string_view>

namespace packages {

inline constexpr std::string_view kFormatName = "terugblik-review/";
inline constexpr std::string_view kFirstLine = "terugblik-review/1";

// The four lines before the blobs, signed.
std::string head_of(const Manifest& manifest, const sealed::SigningKey& signer);

// `write_blob` hands the bytes of one blob to the sink; they must be those of the manifest, or base::Error is thrown.
using WriteBlob = std::function<void(const Blob&, const sealed::Sink&)>;
void write_package(const Manifest& manifest, const sealed::SigningKey& signer, const WriteBlob& write_blob,
                   sealed::Sealer& sealer);

}  // namespace packages
