#include "library/checks.h"
#include "library/memory_library.h"
#include "library/search.h"

namespace library {

void MemoryLibrary::set_turns(const base::Id& conversation, const std::vector<talk::Turn>& turns,
                              talk::TurnSource source) {
    check(turns);
    Entry& entry = present(conversation);
    entry.turns = turns;
    entry.source = source;
    entry.turn_log = {};
}

std::vector<talk::Turn> MemoryLibrary::turns(const base::Id& conversation) {
    const auto found = conversations_.find(conversation);
    return found == conversations_.end() ? std::vector<talk::Turn>{} : found->second.turns;
}

talk::TurnSource MemoryLibrary::turn_source(const base::Id& conversation) {
    const auto found = conversations_.find(conversation);
    const bool has_turns = found != conversations_.end() && !found->second.turns.empty();
    return has_turns ? found->second.source : talk::TurnSource::None;
}

void MemoryLibrary::change_turns(const base::Id& conversation, const std::vector<talk::TurnChange>& changes) {
    check(changes);
    Entry& entry = present(conversation);
    const bool had_none = entry.turns.empty();
    talk::apply(entry.turns, changes);
    if (had_none || entry.source == talk::TurnSource::None) entry.source = talk::TurnSource::Marked;
    entry.turn_log.add(changes);
}

std::optional<std::vector<talk::TurnChange>> MemoryLibrary::step_turns(const base::Id& conversation,
                                                                       Direction direction) {
    Entry& entry = present(conversation);
    const std::vector<talk::TurnChange>* logged = entry.turn_log.next(direction);
    if (logged == nullptr) return {};
    std::vector<talk::TurnChange> changes = direction == Direction::Undo ? talk::inverse(*logged) : *logged;
    talk::apply(entry.turns, changes);
    entry.turn_log.turn(direction);
    return changes;
}

std::optional<base::Timestamp> MemoryLibrary::turns_step_time(const base::Id& conversation, Direction direction) {
    const auto found = conversations_.find(conversation);
    return found == conversations_.end() ? std::nullopt : found->second.turn_log.time(direction);
}

std::vector<SearchHit> MemoryLibrary::search(const std::string& text, const base::Id& within) {
    const SearchQuery query(text);
    std::vector<SearchHit> hits;
    for (const Conversation& conversation : conversations()) {
        if (within && conversation.id != within) continue;
        const std::vector<talk::Turn>& turns = conversations_.at(conversation.id).turns;
        for (std::size_t turn = 0; turn < turns.size() && hits.size() < kMostHits; ++turn) {
            if (!query.matches(base::words(turns[turn].text))) continue;
            const Snippet snippet = snippet_of(turns[turn].text, query);
            hits.push_back(
                {conversation.id, turn, turns[turn].span.from, snippet.text, snippet.match_from, snippet.match_to});
        }
    }
    return hits;
}

}  // namespace library
