#include "library/checks.h"
#include "library/memory_library.h"

#include <algorithm>
#include <tuple>

namespace library {

namespace {

// What the library in a file keeps beside each coding, counted here from the coding itself.
codes::Totals totals_of(const codes::Coding& coding, const std::vector<talk::Turn>& turns,
                        std::map<codes::Kind, std::uint32_t>& kinds) {
    codes::Totals totals;
    std::map<codes::Kind, int> counts;
    for (const codes::Event& event : coding.events)
        if (!coding.segment || coding.segment->span.contains(event.at)) ++counts[{event.code, event.attributes}];
    for (const auto& [kind, times] : counts)
        totals.counts.emplace_back(kinds.try_emplace(kind, static_cast<std::uint32_t>(kinds.size())).first->second,
                                   times);
    totals.ratings = coding.ratings;
    if (std::any_of(turns.begin(), turns.end(), [](const auto& turn) { return turn.role != talk::Role::Unknown; })) {
        const talk::TalkTime time =
            talk::talk_time(coding.segment ? talk::turns_within(turns, coding.segment->span) : turns);
        totals.professional = time.professional;
        totals.client = time.client;
    }
    return totals;
}

}  // namespace

codes::CountedCodings MemoryLibrary::counted_codings(const std::string& codebook_key) {
    codes::CountedCodings found;
    std::map<codes::Kind, std::uint32_t> kinds;
    for (const auto& [id, kept] : codings_) {
        const codes::Coding& coding = kept.coding;
        const Entry& entry = conversations_.at(coding.conversation);
        if (coding.codebook_key != codebook_key || entry.is_removed) continue;
        const Conversation& talk = entry.conversation;
        found.codings.push_back({id, talk.id, coding.codebook_version, coding.coder, coding.purpose, coding.created,
                                 talk.trainee, talk.date, talk.title, totals_of(coding, entry.turns, kinds)});
        base::Time& duration = found.codings.back().totals.duration;
        if (coding.segment) {
            duration = coding.segment->span.length();
        } else if (!talk.recordings.empty()) {
            duration = talk.recordings.front().duration;
        }
    }
    found.kinds.resize(kinds.size());
    for (const auto& [kind, place] : kinds) found.kinds[place] = kind;
    return found;
}

std::map<base::Id, std::string> MemoryLibrary::tag_values(const std::string& tag) {
    std::map<base::Id, std::string> values;
    for (const auto& [id, entry] : conversations_) {
        const auto found = entry.conversation.tags.find(tag);
        if (!entry.is_removed && found != entry.conversation.tags.end()) values[id] = found->second;
    }
    return values;
}

std::vector<Milestone> MemoryLibrary::milestones() {
    std::vector<Milestone> found;
    for (const auto& [id, milestone] : milestones_)
        if (!milestone.second) found.push_back(milestone.first);
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return std::tie(a.date, a.id) < std::tie(b.date, b.id); });
    return found;
}

void MemoryLibrary::add(const Milestone& milestone) {
    check(milestone);
    if (!milestones_.try_emplace(milestone.id, milestone, false).second) refuse_known_id();
}

void MemoryLibrary::remove_milestone(const base::Id& id) {
    const auto found = milestones_.find(id);
    if (found == milestones_.end()) refuse_unknown_milestone();
    found->second.second = true;
}

void MemoryLibrary::restore_milestone(const base::Id& id) {
    const auto found = milestones_.find(id);
    if (found == milestones_.end()) refuse_unknown_milestone();
    found->second.second = false;
}

}  // namespace library
