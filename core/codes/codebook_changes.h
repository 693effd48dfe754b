// From one version of a codebook to another: the number of the next version, what differs for a coding that was made
// with the first, and the one edit that moves it to the second. Pure functions; the coding keeps its codebook until
// that edit is applied.
#pragma once

#include "codes/edits.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace codes {

// The version after `version` whose number is still free: its last number higher, "1.9" -> "1.10".
std::string next_version(const std::string& version, const std::function<bool(const std::string&)>& is_taken);

// What differs, as far as the eye or this coding meets it.
struct CodebookChanges {
    struct Gone {
        std::string key;
        Words label;
        int events = 0;  // of this coding
    };
    struct Renamed {
        Words before;
        Words after;
    };
    struct GoneValue {
        Words code;
        Words attribute;
        Words value;
        int events = 0;
    };
    struct GoneRating {
        std::string key;
        Words label;
        int value = 0;
    };

    std::vector<Gone> gone;           // codes
    std::vector<Words> added;         // codes
    std::vector<Renamed> renamed;     // codes
    std::vector<Words> other_side;    // codes that went from one side to the other, and have events
    std::vector<GoneValue> values;    // said of events, and no longer to be said
    std::vector<GoneRating> ratings;  // given, and gone or out of range

    int ticks = 0;   // on checklists that are gone
    int phases = 0;  // marks of phases that are gone

    bool needs_choice() const;  // some events would have no code
};
CodebookChanges changes(const Codebook& from, const Codebook& to, const Coding& coding);

// Everything that moving `coding` to `to` changes, as one step. `instead` says which code the events of a gone code
// get; throws base::Error when one is missing. What can no longer be said of an event, and ratings, ticks and
// phases that no longer exist, are taken out.
Edit moved(const Coding& coding, const Codebook& from, const Codebook& to,
           const std::map<std::string, std::string>& instead);

}  // namespace codes
