// What each stretch of the conversation is for (engage, focus, evoke, plan), from the marks at which one begins.
#pragma once

#include "codes/edits.h"

#include <map>
#include <string>
#include <vector>

namespace codes {

struct PhaseStretch {
    std::string phase;
    base::Span span;

    bool operator==(const PhaseStretch&) const = default;
};
// In order, within `span`; where no phase is set there is none.
std::vector<PhaseStretch> phase_stretches(const Coding& coding, base::Span span);
std::map<std::string, base::Time> time_per_phase(const Coding& coding, base::Span span);
std::string phase_at(const Coding& coding, base::Time at);  // empty: none

namespace phasing {
// From here on this phase (empty: none), until the next mark. Marks that then say nothing new go.
Edit set(const Coding& coding, base::Time at, const std::string& phase);
// The boundary at `from` goes to `to`, between its neighbours.
Edit moved(const Coding& coding, base::Time from, base::Time to);
}  // namespace phasing

}  // namespace codes
