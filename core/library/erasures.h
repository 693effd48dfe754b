// What is left of an erased conversation, and the erasing itself. Reached by Library::erasures(); UI thread only.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <string>
#include <vector>

namespace library {

enum class ErasureReason { Asked, Withdrawn, RetentionOver };

const char* name_of(ErasureReason reason);  // "asked", "withdrawn", "retention_over"
ErasureReason erasure_reason_named(const std::string& name);

struct Tombstone {
    base::Id conversation;
    base::Timestamp erased;
    ErasureReason reason = ErasureReason::Asked;

    bool operator==(const Tombstone&) const = default;
};

// What erasing a conversation takes along, to be read before it is done.
struct WhatGoes {
    int codings = 0;
    int reports = 0;
    int turns = 0;
    int clips = 0;
    int backups = 0;                       // that have it, and are written anew without it
    std::vector<std::string> own_files;    // recordings that the library keeps itself: deleted
    std::vector<std::string> other_files;  // recordings elsewhere: they stay, unless they are named to erase()
    std::vector<std::string> gone_out;     // files that were written from it, as the access log has them: they stay
};

class Erasures {
public:
    virtual ~Erasures() = default;

    virtual WhatGoes what_goes(const base::Id& conversation) = 0;
    // All that the library and its backups have of a conversation, removed or not, its own copy of the recording and
    // these files besides. Cannot be undone. It has happened once this returns, and when it is interrupted it has not
    // begun, or is finished by the next opening. Throws base::Error; what could not be deleted is named, and tried
    // again at every opening.
    virtual void erase(const base::Id& conversation, ErasureReason reason, const std::vector<std::string>& files) = 0;
    virtual std::vector<Tombstone> tombstones() = 0;  // oldest first
};

}  // namespace library
