// Where permission stands in a coding, as its codebook says, and which codes end it while it stands: perhaps they were
// with permission after all. Nothing is changed: the coder decides. Pure functions.
#pragma once

#include "codes/coding.h"

#include <vector>

namespace analysis {

// By time. Asked again while it stands, permission stands longer. `events` are sorted by time.
std::vector<base::Span> permission_stretches(const codes::Codebook& codebook, const std::vector<codes::Event>& events);

struct PermissionDoubt {
    base::Id event;
    base::Time asked;

    bool operator==(const PermissionDoubt&) const = default;
};
std::vector<PermissionDoubt> permission_doubts(const codes::Codebook& codebook,
                                               const std::vector<codes::Event>& events);

}  // namespace analysis
