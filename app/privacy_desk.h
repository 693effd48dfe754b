// What the Privacy window shows of one conversation.
#pragma once

#include "library/erasures.h"
#include "library/library.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct PrivacyDesk {
    base::Id conversation;  // none: it is closed
    std::optional<library::Consent> consent;
    bool needs_consent = false;
    std::string why_not;    // it may not be shared; empty: it may
    std::string form_path;  // of the form that was chosen, not kept yet
    std::string kept_until;
    std::string last_day;              // later is refused
    std::vector<std::string> seen_by;  // lines of the access log, newest first
    library::WhatGoes goes;
    std::uint64_t serial = 0;  // changes with all this
};

}  // namespace app
