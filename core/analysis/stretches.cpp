#include "analysis/stretches.h"

#include <algorithm>

namespace analysis {

namespace {

// Some transcripts know only where a turn begins.
constexpr base::Time kShortest = base::microseconds(1);

}  // namespace

Stretches::Stretches(const std::vector<codes::Utterance>& utterances, const std::vector<talk::Turn>& turns,
                     codes::Side side) {
    const talk::Role role = side == codes::Side::Professional ? talk::Role::Professional : talk::Role::Client;
    for (const codes::Utterance& utterance : utterances)
        if (utterance.speaker == side) spans_.push_back(utterance.span);
    for (const talk::Turn& turn : turns)
        if (turn.role == role) spans_.push_back(turn.span);
    for (base::Span& span : spans_) span.to = std::max(span.to, span.from + kShortest);
    std::sort(spans_.begin(), spans_.end());
    for (const base::Span& span : spans_)
        latest_ends_.push_back(latest_ends_.empty() ? span.to : std::max(latest_ends_.back(), span.to));
}

std::optional<base::Time> Stretches::latest_end(base::Time at) const {
    const auto next = std::upper_bound(spans_.begin(), spans_.end(), at,
                                       [](base::Time moment, const base::Span& span) { return moment < span.from; });
    if (next == spans_.begin()) return {};
    return latest_ends_[static_cast<std::size_t>(next - spans_.begin()) - 1];
}

base::Time Stretches::not_after(base::Time at) const {
    const auto end = latest_end(at);
    return end ? std::min(at, *end - kShortest) : at;
}

bool Stretches::surround(base::Span span) const {
    const auto end = latest_end(span.from);
    return end && *end >= span.to;
}

}  // namespace analysis
