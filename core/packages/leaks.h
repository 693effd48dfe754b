// A last look at what still names someone in a package, before it is written.
#pragma once

#include "library/package_log.h"

#include <map>
#include <string>
#include <vector>

namespace packages {

struct Leak {
    std::string where;  // the kind of thing it stands in: "turns", "clip" ...; "recording" for sound
    std::string text;   // the name as it stands there; empty: whatever is said in a sound
    int times = 1;

    bool operator==(const Leak&) const = default;
};

// `names` are those that were to be replaced, `harmless` what may be read: pseudonyms, and who sends and receives it.
std::vector<Leak> leaks_in(const std::map<library::ThingName, std::string>& things,
                           const std::vector<std::string>& names, const std::vector<std::string>& harmless);

}  // namespace packages
