#include "app/views/utterance_text.h"

#include <algorithm>

namespace app {

std::string words_of(const OpenConversationState& open, const codes::Utterance& utterance) {
    const talk::Role role =
        utterance.speaker == codes::Side::Client ? talk::Role::Client : talk::Role::Professional;
    const auto shared = [&](const talk::Turn& turn) {
        return std::min(turn.span.to, utterance.span.to) - std::max(turn.span.from, utterance.span.from);
    };
    std::string words;
    for (const talk::Turn& turn : open.turns) {
        if (turn.span.from >= utterance.span.to) break;
        if (turn.role != role || turn.text.empty()) continue;
        // Most of the turn, or most of the utterance: a neighbour that only touches says something else.
        const base::Time least{std::min(turn.span.length(), utterance.span.length()).microseconds / 2};
        const bool begins_here = turn.span.from == utterance.span.from;
        if (!begins_here && (shared(turn) <= least || shared(turn) <= base::Time{})) continue;
        words += (words.empty() ? "" : " ") + turn.text;
    }
    return words;
}

}  // namespace app
