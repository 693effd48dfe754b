// Which events a key of the codebook stands for, and what they add up to.
#pragma once

#include "codes/coding.h"

#include <optional>
#include <string>
#include <vector>

namespace analysis {

// Whether an event counts for a code or a group: it has the code, or its code names the group and the event meets the
// group's conditions. An event with a code that the codebook does not have counts nowhere.
bool counts_for(const codes::Codebook& codebook, const codes::Event& event, const std::string& key);
bool counts_for_any(const codes::Codebook& codebook, const codes::Event& event, const std::vector<std::string>& keys);

// Events of the codes of this side that ask (codes::Code::asks), in a minute of what is coded; nothing where no code of
// this side asks, or no time is known.
std::optional<double> questions_per_minute(const codes::Codebook& codebook, const codes::Coding& coding,
                                           codes::Side side, base::Time duration);

// How long they last together; where they overlap it counts once.
base::Time covered(std::vector<base::Span> spans);

}  // namespace analysis
