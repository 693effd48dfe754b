// Several coders' events of one conversation, moment by moment: what the statistics of agreement are made from.
#pragma once

#include "analysis/alignment.h"
#include "codes/coding.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace analysis {

// What is compared of an event: its code, or what it says for an attribute; nothing leaves the event out.
using LabelOf = std::function<std::optional<std::string>(const codes::Event&)>;
LabelOf by_code();

// One moment, and what each coder has for it: a place in Comparison::labels, or nothing.
struct Moment {
    std::vector<std::optional<std::size_t>> said;    // by coder
    std::vector<std::optional<std::size_t>> events;  // which of the coder's events, in Coding::events
};

struct Comparison {
    std::vector<std::string> labels;  // in order of the alphabet
    std::vector<Moment> moments;      // by time
    // Whether the coders had the same utterances before them: as many events that count, at the same times. They are
    // then compared one by one; otherwise the best alignment says which events are the same moment.
    bool same_utterances = false;
};

// `codings` are of one conversation; more than two are aligned one after the other with those before them.
Comparison compare(const std::vector<const codes::Coding*>& codings, const LabelOf& label_of, base::Time tolerance);

// The tables that the statistics take. Where a coder has nothing for a moment, that is a category of its own
// ("nothing", the last); it is left out where nobody ever has nothing.
Matrix pair_table(const Comparison& comparison, std::size_t first, std::size_t second);
Matrix item_table(const Comparison& comparison);                                           // for fleiss_kappa
std::vector<std::vector<std::optional<double>>> coder_rows(const Comparison& comparison);  // for krippendorff_alpha

// The moments of several conversations by the same number of coders, as if they were one.
Comparison pooled(const std::vector<Comparison>& comparisons);

}  // namespace analysis
