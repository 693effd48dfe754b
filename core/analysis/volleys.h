// Volleys: the uninterrupted speech of one side, worked out from what was coded; and counting by them, as the rules of
// a codebook say (MITI 4.2.1 counts each code once in a volley). Pure functions; the events themselves stay as they
// are.
//   who speaks   an event says that its speaker speaks; so does a marked utterance or a turn in which nothing was
//   coded,
//                unless the other side's goes on all around it. An event in the first 2 seconds of the other side's
//                turn is about what was said just before: a coder presses the key late
//   a volley     ends where the other side speaks. A code with `ends_volley: false` does not end it ("ja", "hm"),
//   unless
//                it is an answer: the last that was coded of the other side before it is of a code that `asks`. A span
//                with `ends_volley: false` is something seen, and never an answer
//   rules        are applied to the events of each volley, or of each utterance in it, in the order of the codebook. An
//                utterance is one that was marked; where none was, what stands at the same moment
#pragma once

#include "codes/coding.h"
#include "talk/turn.h"

#include <string>
#include <vector>

namespace analysis {

struct Volley {
    codes::Side side = codes::Side::Professional;
    base::Time from;
    std::vector<codes::Event> events;  // by time; none where nothing in it was coded
};

// By time. Events of codes that the codebook does not have say nothing here.
std::vector<Volley> volleys(const codes::Codebook& codebook, const codes::Coding& coding,
                            const std::vector<talk::Turn>& turns);

// This event does not count, because of this rule.
struct RuleChange {
    base::Id event;
    base::Time at;
    std::string code;
    std::string rule;

    bool operator==(const RuleChange&) const = default;
};

struct VolleyCount {
    std::vector<codes::Event> counted;  // by time
    std::vector<RuleChange> changed;    // by time
    int professional = 0;               // volleys of each side
    int client = 0;
};

// What counts of the coding's segment.
VolleyCount count_by_volley(const codes::Codebook& codebook, const codes::Coding& coding,
                            const std::vector<talk::Turn>& turns);

}  // namespace analysis
