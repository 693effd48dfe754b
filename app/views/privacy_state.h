// What the Privacy window remembers for itself.
#pragma once

#include "library/library.h"

#include <cstdint>
#include <string>

namespace app {

enum class PrivacyPage { Consent, Keeping, Seen, Erasing };

struct PrivacyState {
    base::Id conversation;  // for which the answers below are given
    PrivacyPage page = PrivacyPage::Consent;
    std::uint64_t serial = 0;  // of the desk that the answers were taken from
    library::Consent draft;
    std::string day;    // until when to keep it
    std::string typed;  // to confirm the erasure
    bool is_withdrawn = false;
    bool takes_recordings = false;
};

}  // namespace app
