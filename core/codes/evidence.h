// What ratings rest on.
#pragma once

#include "codes/coding.h"

#include <string>
#include <vector>

namespace codes {

// The events that are evidence for the rating, by time; valid until the coding changes.
std::vector<const Event*> evidence_of(const Coding& coding, const std::string& rating);
// Two steps or more from where raters start, or at an end of the scale, with no event to show for it.
bool lacks_evidence(const Coding& coding, const Rating& rating);

}  // namespace codes
