#include "talk/turn_edits.h"

#include "base/text.h"
#include "talk/cue_text.h"
#include "talk/words.h"

#include <algorithm>
#include <iterator>

namespace talk {

namespace {

bool waits_for_its_end(const Turn& turn) {
    return turn.text.empty() && turn.span.from == turn.span.to;
}

void insert(std::vector<Turn>& turns, const Turn& turn) {
    const auto place = std::upper_bound(turns.begin(), turns.end(), turn.span.from,
                                        [](base::Time at, const Turn& each) { return at < each.span.from; });
    turns.insert(place, turn);
}

void split_into(std::vector<Turn>& turns, std::size_t turn, base::Time at, const std::string& first,
                const std::string& second) {
    Turn rest = turns[turn];
    rest.span.from = at;
    rest.text = second;
    turns[turn].span.to = at;
    turns[turn].text = first;
    insert(turns, rest);
}

// What was there in this stretch makes room for what is heard now.
void clear(std::vector<Turn>& turns, base::Span span) {
    std::vector<Turn> kept;
    kept.reserve(turns.size() + 1);
    for (const Turn& turn : turns) {
        if (turn.span.to <= span.from || turn.span.from >= span.to) {
            kept.push_back(turn);
            continue;
        }
        Turn before = turn, after = turn;
        before.span.to = span.from;
        after.span.from = span.to;
        if (before.span.from < before.span.to) kept.push_back(before);
        if (after.span.from < after.span.to) kept.push_back(after);
    }
    std::stable_sort(kept.begin(), kept.end(), [](const Turn& a, const Turn& b) { return a.span.from < b.span.from; });
    turns = std::move(kept);
}

std::string name_of(const std::vector<Turn>& turns, Role role) {
    const auto named = std::find_if(turns.begin(), turns.end(),
                                    [&](const Turn& turn) { return turn.role == role && !turn.speaker.empty(); });
    return named == turns.end() ? std::string() : named->speaker;
}

Role other(Role role) {
    return role == Role::Professional ? Role::Client : Role::Professional;
}

template <class Do>
void for_each_in(std::vector<Turn>& turns, TurnRange range, Do what) {
    for (std::size_t i = range.first; i <= range.last && i < turns.size(); ++i) what(turns[i]);
}

}  // namespace

void correct(std::vector<Turn>& turns, std::size_t turn, const std::string& text) {
    if (turn < turns.size()) turns[turn].text = with_single_blanks(base::to_valid_utf8(text));
}

void split(std::vector<Turn>& turns, std::size_t turn, std::size_t byte) {
    if (turn >= turns.size() || byte > turns[turn].text.size()) return;
    const std::string text = turns[turn].text;
    const std::string first = with_single_blanks(std::string_view(text).substr(0, byte));
    const std::string second = with_single_blanks(std::string_view(text).substr(byte));
    if (!first.empty() && !second.empty())
        split_into(turns, turn, time_of(turns[turn], {byte, byte}).from, first, second);
}

void split_at(std::vector<Turn>& turns, std::size_t turn, base::Time at) {
    if (turn < turns.size() && turns[turn].text.empty() && turns[turn].span.from < at && at < turns[turn].span.to)
        split_into(turns, turn, at, "", "");
}

void join_with_next(std::vector<Turn>& turns, std::size_t turn) {
    if (turn + 1 >= turns.size()) return;
    const Turn& next = turns[turn + 1];
    turns[turn].text = with_single_blanks(turns[turn].text + " " + next.text);
    turns[turn].span.to = std::max(turns[turn].span.to, next.span.to);
    turns.erase(turns.begin() + static_cast<std::ptrdiff_t>(turn) + 1);
}

void remove(std::vector<Turn>& turns, TurnRange range) {
    if (range.first > range.last || range.last >= turns.size()) return;
    turns.erase(turns.begin() + static_cast<std::ptrdiff_t>(range.first),
                turns.begin() + static_cast<std::ptrdiff_t>(range.last) + 1);
}

void give(std::vector<Turn>& turns, TurnRange range, Role role) {
    const std::string name = name_of(turns, role);
    for_each_in(turns, range, [&](Turn& turn) {
        if (turn.role != role && !turn.speaker.empty() && !name.empty()) turn.speaker = name;
        turn.role = role;
    });
}

void swap(std::vector<Turn>& turns, TurnRange range) {
    const std::string professional = name_of(turns, Role::Professional), client = name_of(turns, Role::Client);
    for_each_in(turns, range, [&](Turn& turn) {
        turn.role = other(turn.role);
        const std::string& name = turn.role == Role::Professional ? professional : client;
        if (!turn.speaker.empty() && !name.empty()) turn.speaker = name;
    });
}

void swap_roles(std::vector<Turn>& turns) {
    for (Turn& turn : turns)
        if (turn.role != Role::Unknown) turn.role = other(turn.role);
}

void mark(std::vector<Turn>& turns, std::optional<Role> role, base::Time at) {
    if (const auto running = turn_at_hand(turns)) {
        Turn turn = turns[*running];
        if (role && turn.role == *role && turn.span.from <= at) return;  // that side is speaking already
        turns.erase(turns.begin() + static_cast<std::ptrdiff_t>(*running));
        if (turn.span.from < at) {
            turn.span.to = at;
            clear(turns, turn.span);
            insert(turns, turn);
        }
    }
    if (role) insert(turns, {.span = {at, at}, .speaker = {}, .role = *role, .text = {}});
}

std::optional<std::size_t> turn_at_hand(const std::vector<Turn>& turns) {
    const auto found = std::find_if(turns.begin(), turns.end(), waits_for_its_end);
    if (found == turns.end()) return {};
    return static_cast<std::size_t>(found - turns.begin());
}

std::vector<TurnChange> changes_between(const std::vector<Turn>& before, const std::vector<Turn>& after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t same = 0, same_at_end = 0;
    while (same < shorter && before[same] == after[same]) ++same;
    while (same_at_end < shorter - same &&
           before[before.size() - 1 - same_at_end] == after[after.size() - 1 - same_at_end])
        ++same_at_end;
    const std::size_t was_until = before.size() - same_at_end, is_until = after.size() - same_at_end;
    std::vector<TurnChange> changes;
    std::size_t at = same;
    for (; at < was_until && at < is_until; ++at)
        if (before[at] != after[at]) changes.push_back({at, before[at], after[at]});
    for (std::size_t gone = at; gone < was_until; ++gone) changes.push_back({at, before[gone], {}});
    for (; at < is_until; ++at) changes.push_back({at, {}, after[at]});
    return changes;
}

bool have_words(const std::vector<Turn>& turns) {
    return std::any_of(turns.begin(), turns.end(), [](const Turn& turn) { return !turn.text.empty(); });
}

}  // namespace talk
