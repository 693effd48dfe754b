#include "analysis/stretches.h"

#include <algorithm>
#include <iterator>

namespace analysis {

namespace {

// Some transcripts know only where a turn begins.
constexpr base::Time kShortest = base::microseconds(1);

}  // namespace

Stretches::Stretches(const std::vector<codes::Utterance>& utterances, const std::vector<talk::Turn>& turns,
                     codes::Side side) {
    const talk::Role role = side == codes::Side::Professional ? talk::Role::Professional : talk::Role::Client;
    std::vector<base::Span> known;
    for (const codes::Utterance& utterance : utterances)
        if (utterance.speaker == side) known.push_back(utterance.span);
    for (const talk::Turn& turn : turns)
        if (turn.role == role) known.push_back(turn.span);
    std::sort(known.begin(), known.end());
    for (base::Span span : known) {
        span.to = std::max(span.to, span.from + kShortest);
        if (spans_.empty() || span.from > spans_.back().to)
            spans_.push_back(span);
        else
            spans_.back().to = std::max(spans_.back().to, span.to);
    }
}

std::optional<base::Span> Stretches::around(base::Time at) const {
    const auto next = std::upper_bound(spans_.begin(), spans_.end(), at,
                                       [](base::Time moment, const base::Span& span) { return moment < span.from; });
    if (next == spans_.begin() || !std::prev(next)->contains(at)) return {};
    return *std::prev(next);
}

}  // namespace analysis
