// Which part of a conversation is coded: all of it, a stretch chosen by hand, or one drawn by chance.
#pragma once

#include "codes/coding.h"

#include <cstdint>

namespace codes {

// `length` of the conversation, beginning at a whole second that the seed decides: the same seed draws the same again,
// on every computer. All of it where it is no longer than that.
Segment drawn_segment(base::Time duration, base::Time length, std::uint64_t seed);

bool is_in_segment(const Coding& coding, base::Time at);
base::Span coded_span(const Coding& coding, base::Time duration);

}  // namespace codes
