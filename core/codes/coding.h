// One coder's pass over one conversation with one codebook. A plain value: the library keeps it, edits change it.
#pragma once

#include "base/id.h"
#include "codes/event.h"

#include <map>
#include <string>
#include <vector>

namespace codes {

enum class Purpose { Feedback, Self, SecondCoder, Gold };

// A moment that the report shows: what was heard, why it matters, and (focus only) what to try instead.
struct Moment {
    base::Time at;
    std::string quote;
    std::string comment;
    std::string alternative;

    bool operator==(const Moment&) const = default;
};

// The coach's own words for the report, kept as they are typed.
struct Feedback {
    std::vector<Moment> strengths;
    std::vector<Moment> focus;  // at most one
    std::string next_step;

    bool operator==(const Feedback&) const = default;
};

struct Coding {
    base::Id id;
    base::Id conversation;
    std::string codebook_key;
    std::string codebook_version;
    std::string coder;  // a person's name
    Purpose purpose = Purpose::Feedback;
    base::Timestamp created;
    std::vector<Event> events;  // always sorted by `earlier`
    std::map<std::string, int> ratings;
    Feedback feedback;

    const Event* find(const base::Id& event) const;
};

}  // namespace codes
