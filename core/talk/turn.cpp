#include "talk/turn.h"

#include <algorithm>
#include <unordered_set>

namespace talk {

namespace {

base::Time spoken(const std::vector<Turn>& turns, Role role) {
    std::vector<base::Span> spans;
    for (const Turn& turn : turns)
        if (turn.role == role) spans.push_back(turn.span);
    std::sort(spans.begin(), spans.end());
    base::Time total;
    base::Time heard_until{INT64_MIN};
    for (const base::Span& span : spans) {
        const base::Time from = std::max(span.from, heard_until);
        if (span.to <= from) continue;
        total += span.to - from;
        heard_until = span.to;
    }
    return total;
}

}  // namespace

std::vector<std::string> speakers(const std::vector<Turn>& turns) {
    std::vector<std::string> names;
    std::unordered_set<std::string> seen;
    for (const Turn& turn : turns)
        if (!turn.speaker.empty() && seen.insert(turn.speaker).second) names.push_back(turn.speaker);
    return names;
}

void assign_roles(std::vector<Turn>& turns, const std::map<std::string, Role>& role_of) {
    for (Turn& turn : turns) {
        const auto role = role_of.find(turn.speaker);
        turn.role = role == role_of.end() ? Role::Unknown : role->second;
    }
}

TalkTime talk_time(const std::vector<Turn>& turns) {
    return {.professional = spoken(turns, Role::Professional), .client = spoken(turns, Role::Client)};
}

std::vector<Turn> turns_within(const std::vector<Turn>& turns, base::Span stretch) {
    std::vector<Turn> within;
    for (const Turn& turn : turns) {
        const base::Span part{std::max(turn.span.from, stretch.from), std::min(turn.span.to, stretch.to)};
        if (part.from >= part.to) continue;
        within.push_back(turn);
        within.back().span = part;
    }
    return within;
}

}  // namespace talk
