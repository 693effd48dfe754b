#include "codes/segment.h"

#include <algorithm>
#include <random>

namespace codes {

Segment drawn_segment(base::Time duration, base::Time length, std::uint64_t seed) {
    if (length >= duration) return {{{}, duration}, seed};
    // The distributions of the standard library differ from maker to maker; the engine does not.
    std::mt19937_64 chance(seed);
    const auto last_second = static_cast<std::uint64_t>((duration - length).microseconds / 1'000'000);
    const auto second = static_cast<std::int64_t>(chance() % (last_second + 1));
    const base::Time from{second * 1'000'000};
    return {{from, from + length}, seed};
}

bool is_in_segment(const Coding& coding, base::Time at) {
    return !coding.segment || coding.segment->span.contains(at);
}

base::Span coded_span(const Coding& coding, base::Time duration) {
    if (!coding.segment) return {{}, duration};
    const base::Span& span = coding.segment->span;
    return {std::min(span.from, duration), std::min(span.to, duration)};
}

}  // namespace codes
