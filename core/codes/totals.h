// What a coding adds up to: all that counting by a codebook looks at, so that thousands of codings can be compared
// without reading their events. The library keeps it beside each coding.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "codes/coding.h"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace codes {

// A code with the details that it was given.
struct Kind {
    std::string code;
    std::map<std::string, std::string> attributes;

    auto operator<=>(const Kind&) const = default;
};

struct Totals {
    std::vector<std::pair<std::uint32_t, int>> counts;  // a place in a list of kinds; how often it was coded
    std::map<std::string, int> ratings;
    std::optional<base::Time> professional, client;  // talk time; nothing when nobody is known to have spoken
    base::Time duration;                             // of what was coded: the segment, or the recording

    bool operator==(const Totals&) const = default;
};

// A coding as what it adds up to, with what must be said beside each of its numbers.
struct CountedCoding {
    base::Id coding, conversation;
    std::string codebook_version, coder;
    Purpose purpose = Purpose::Feedback;
    base::Timestamp created;
    std::string trainee, date, title;  // of the conversation
    Totals totals;

    bool operator==(const CountedCoding&) const = default;
};
struct CountedCodings {
    std::vector<Kind> kinds;  // in no order; what the places in Totals::counts stand for
    std::vector<CountedCoding> codings;
};

}  // namespace codes
