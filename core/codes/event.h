// One code at one moment of one coding.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "codes/codebook.h"

#include <map>
#include <optional>
#include <string>

namespace codes {

struct Event {
    base::Id id;
    base::Time at;
    std::optional<base::Time> end;  // spans only; never before `at`
    std::string code;               // key in the coding's codebook
    Side speaker = Side::Professional;
    std::map<std::string, std::string> attributes;
    std::string note;

    bool operator==(const Event&) const = default;
};

// By time; equal times keep the order in which they were dropped (ids sort by time of making).
bool earlier(const Event& a, const Event& b);

}  // namespace codes
