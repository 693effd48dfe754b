// Who did what with which conversation. It only grows; each entry carries the SHA-256 of the one before, so that one
// that was changed, removed or swapped is found. Reached by Library::access_log(); UI thread only.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace library {

enum class AccessVerb { Opened, Played, Issued, Exported, Shared, BackedUp, Consented, Kept, Erased };

const char* name_of(AccessVerb verb);  // "opened", "played", ... as it is stored
std::optional<AccessVerb> access_verb_named(const std::string& name);
std::string in_words(AccessVerb verb);

struct AccessEntry {
    std::int64_t number = 0;  // from 1
    base::Timestamp at;
    std::string who;           // the user's name on this machine
    std::string verb;          // name_of(AccessVerb)
    std::string conversation;  // its id; empty: the whole library
    // A file that was written, or for whom. Gone with an erased conversation: the entry itself has a digest of it only.
    std::optional<std::string> detail;
    std::string salt;  // goes with the detail, so that nobody can guess it from the digest
    std::string detail_sha256;
    std::string before;  // the hash of the entry before; empty for the first
    std::string hash;

    bool operator==(const AccessEntry&) const = default;
};

std::string hash_of(const AccessEntry& entry);
std::string digest_of(const std::string& salt, const std::string& detail);
AccessEntry next_entry(const std::optional<AccessEntry>& last, AccessVerb verb, const base::Id& conversation,
                       const std::string& detail);

// The end of the log, kept apart from it. Written down elsewhere, it shows later that nothing before it was rewritten.
struct AccessHead {
    std::int64_t entries = 0;
    std::string hash;

    bool operator==(const AccessHead&) const = default;
};

// The first that is wrong, in words; empty when nothing is.
std::string chain_problem(const std::vector<AccessEntry>& entries, const AccessHead& head);

class AccessLog {
public:
    virtual ~AccessLog() = default;

    virtual void note(AccessVerb verb, const base::Id& conversation, const std::string& detail) = 0;
    // Oldest first; of one conversation: with what was done to the whole library since it was made. {}: all.
    virtual std::vector<AccessEntry> entries(const base::Id& conversation) = 0;
    virtual AccessHead head() = 0;
};

}  // namespace library
