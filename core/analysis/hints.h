// What the hints and coverages of a codebook say of a coding: traps that the field knows, and what was heard at all.
// Pure functions over the events and ticks of the coding's segment.
#pragma once

#include "codes/coding.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace analysis {

// A hint is raised once, where it first holds.
struct RaisedHint {
    std::string hint;
    base::Time at;
    std::string by;                    // the code, or the checklist that was ticked
    std::optional<base::Id> event;     // nothing for a tick
    std::vector<std::string> missing;  // of an early hint: what was not heard before

    bool operator==(const RaisedHint&) const = default;
};
std::vector<RaisedHint> raised_hints(const codes::Codebook& codebook, const codes::Coding& coding);  // by time

struct HeardPart {
    std::string part;  // a code or a group
    int times = 0;
    std::optional<base::Time> first;  // nothing: not heard

    bool operator==(const HeardPart&) const = default;
};
// By the key of the coverage; its parts in the order of the codebook.
std::map<std::string, std::vector<HeardPart>> coverages(const codes::Codebook& codebook, const codes::Coding& coding);

}  // namespace analysis
