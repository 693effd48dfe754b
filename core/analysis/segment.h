// The part of a conversation that a coding is about, and what of the events lies in a part.
#pragma once

#include "codes/coding.h"

#include <vector>

namespace analysis {

// The coding's segment, or the whole conversation: as long as its recording, and no shorter than its codes.
base::Span coded_stretch(const codes::Coding& coding, base::Time duration);

// Those that begin in it, with their ends cut where it ends.
std::vector<codes::Event> events_within(const std::vector<codes::Event>& events, base::Span stretch);
// What counts: the events of the coding's segment, or all of them.
std::vector<codes::Event> coded_events(const codes::Coding& coding);
// The codings with only what lies in the segments of all of them, so that nobody is asked about what they did not hear.
std::vector<codes::Coding> in_common(std::vector<codes::Coding> codings);

}  // namespace analysis
