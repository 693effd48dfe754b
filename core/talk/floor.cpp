#include "talk/floor.h"

#include <algorithm>

namespace talk {

namespace {

using base::Time;

// Whether the other side speaks from just before `span` to just after it. `among` is by time; the search for what
// comes before goes back only as far as a stretch can reach.
bool is_spoken_over(const std::vector<Stretch>& among, std::size_t at, Time longest) {
    const Stretch& one = among[at];
    Time heard_until{INT64_MIN};
    for (std::size_t i = at; i-- > 0 && among[i].span.from + longest + kFloorGap >= one.span.from;)
        if (among[i].role != one.role) heard_until = std::max(heard_until, among[i].span.to);
    if (heard_until == Time{INT64_MIN} || heard_until + kFloorGap < one.span.from) return false;
    if (heard_until > one.span.to) return true;
    for (std::size_t i = at + 1; i < among.size() && among[i].span.from <= one.span.to + kFloorGap; ++i)
        if (among[i].role != one.role && among[i].span.to > one.span.to) return true;
    return false;
}

}  // namespace

std::vector<Stretch> stretches(const std::vector<Turn>& turns) {
    std::vector<Stretch> found;
    Time longest;
    for (const Turn& turn : turns) {
        if (turn.role == Role::Unknown) continue;
        found.push_back({{turn.span.from, std::max(turn.span.from, turn.span.to)}, turn.role, false});
        longest = std::max(longest, found.back().span.length());
    }
    std::stable_sort(found.begin(), found.end(), [](const Stretch& a, const Stretch& b) { return a.span < b.span; });
    for (std::size_t i = 0; i < found.size(); ++i)
        found[i].is_backchannel = found[i].span.length() <= kLongestBackchannel && is_spoken_over(found, i, longest);
    return found;
}

std::vector<WholeTurn> whole_turns(const std::vector<Stretch>& stretches) {
    std::vector<WholeTurn> turns;
    for (const Stretch& stretch : stretches) {
        if (stretch.is_backchannel) continue;
        if (turns.empty() || turns.back().role != stretch.role) {
            turns.push_back({stretch.span, stretch.span.length(), stretch.role});
            continue;
        }
        WholeTurn& turn = turns.back();
        turn.speech += std::max(stretch.span.to - std::max(stretch.span.from, turn.span.to), Time{});
        turn.span.to = std::max(turn.span.to, stretch.span.to);
    }
    return turns;
}

}  // namespace talk
