// What travelled between this library and others, so that merging is a union in which each thing keeps its newest
// revision, and a package that was replaced by a newer one is known. Reached by Library::package_log().
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace library {

// One thing as it travels: a coding, a clip, a conversation ...
struct ThingName {
    std::string kind;
    std::string id;

    auto operator<=>(const ThingName&) const = default;
};

// The revision of it that stands in this library. Only its author makes new ones.
struct Standing {
    std::string author;       // signing key; empty: the owner of this library
    bool is_vouched = false;  // the author signed for it, rather than somebody who passed it on
    std::int64_t revision = 0;
    std::string sha256;  // of it as it travels
    base::Id conversation;

    bool operator==(const Standing&) const = default;
};

enum class Passage { Sent, Opened };
enum class PackedMedia { None, Clips, Whole };
const char* name_of(PackedMedia media);  // "none", "clips", "whole"
PackedMedia packed_media_named(const std::string& name);

struct LoggedPackage {
    base::Id package;
    std::int64_t revision = 1;
    Passage passage = Passage::Sent;
    base::Id conversation;
    std::vector<std::string> with;  // signing keys: of its readers, or of its sender; none: by passphrase
    PackedMedia media = PackedMedia::None;
    base::Timestamp at;

    bool operator==(const LoggedPackage&) const = default;
};

class PackageLog {
public:
    virtual ~PackageLog() = default;

    virtual std::optional<Standing> standing(const ThingName& thing) = 0;
    virtual void stand(const ThingName& thing, const Standing& standing) = 0;  // in place of what stood

    virtual std::vector<LoggedPackage> packages() = 0;   // oldest first
    virtual void add(const LoggedPackage& package) = 0;  // the same revision once more changes nothing
};

}  // namespace library
