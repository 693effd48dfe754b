// What a coach does to turns: corrects words, splits, joins, gives a turn to the other speaker, marks turns while
// listening. Turns stay by time; numbers that no turn has change nothing.
#pragma once

#include "talk/turn_changes.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace talk {

// Turns from `first` up to and including `last`.
struct TurnRange {
    std::size_t first = 0;
    std::size_t last = 0;

    bool operator==(const TurnRange&) const = default;
};

void correct(std::vector<Turn>& turns, std::size_t turn, const std::string& text);
// Before this byte of the text; the moment goes with it (talk/words.h).
void split(std::vector<Turn>& turns, std::size_t turn, std::size_t byte);
// A turn without words, at this moment.
void split_at(std::vector<Turn>& turns, std::size_t turn, base::Time at);
void join_with_next(std::vector<Turn>& turns, std::size_t turn);
void remove(std::vector<Turn>& turns, TurnRange range);

// A turn with a speaker's name takes the name that this role has elsewhere.
void give(std::vector<Turn>& turns, TurnRange range, Role role);
// Professional becomes client and the other way round; a turn of nobody becomes the professional's.
void swap(std::vector<Turn>& turns, TurnRange range);
// Who was taken for the professional is the client everywhere, and the other way round; names stay with their turns.
void swap_roles(std::vector<Turn>& turns);

// Marking while listening: from `at` on this side speaks, until the next mark. The turn at hand has no length until
// then. What was there before is written over, so that going back and marking again is how a mistake is mended.
// `role` empty: nobody speaks.
void mark(std::vector<Turn>& turns, std::optional<Role> role, base::Time at);
// The turn that waits for its end; nothing when none does.
std::optional<std::size_t> turn_at_hand(const std::vector<Turn>& turns);
// What makes the one list the other.
std::vector<TurnChange> changes_between(const std::vector<Turn>& before, const std::vector<Turn>& after);
bool have_words(const std::vector<Turn>& turns);

}  // namespace talk
