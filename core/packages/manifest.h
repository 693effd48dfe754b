// The table of contents of a package, which its sender signs (docs/package-format.md).
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "library/package_log.h"
#include "packages/card.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace packages {

// One thing in the package: how it is named, whose it is, and which bytes it must be.
struct Blob {
    library::ThingName thing;  // kind "recording": the media file itself; every other kind: JSON
    std::string author;        // signing key
    std::int64_t revision = 0;
    std::uint64_t length = 0;
    std::string sha256;

    bool operator==(const Blob&) const = default;
};

inline constexpr const char* kRecordingKind = "recording";
inline constexpr const char* kExcerptKind = "excerpt";  // says what the recording of this id is a stretch of
inline bool is_media(const Blob& blob) {
    return blob.thing.kind == kRecordingKind;
}

struct Manifest {
    base::Id package;
    std::int64_t revision = 1;
    base::Id conversation;
    Card sender;
    std::vector<std::string> readers;  // reading keys; none: whoever has the passphrase
    base::Timestamp made;
    std::optional<base::Timestamp> until;  // after this it is refused
    library::PackedMedia media = library::PackedMedia::None;
    std::vector<Blob> blobs;  // in the order of their bytes, media last

    bool operator==(const Manifest&) const = default;
};

inline constexpr std::size_t kMostBlobs = 10'000;
inline constexpr std::uint64_t kLargestThing = 256ULL << 20;  // of what is held in memory; media are not

// One line, canonical: keys sorted, no white space.
std::string to_json(const Manifest& manifest);
// Nothing where it is not exactly what to_json() would have written, or says what cannot be.
std::optional<Manifest> manifest_from_json(const std::string& line);

bool is_id(const std::string& text);  // as base::make_id() writes them

}  // namespace packages
