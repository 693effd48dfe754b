// Corrections of turns as values that can be turned round: undo keeps them, and whoever shows the turns can follow.
#pragma once

#include "talk/turn.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace talk {

// `before` stands at this place of the list and becomes `after`. Without `before`, `after` is put in there; without
// `after`, `before` is taken out. Several changes are made one after the other, each in the list the last one left.
struct TurnChange {
    std::size_t at = 0;
    std::optional<Turn> before;
    std::optional<Turn> after;

    bool operator==(const TurnChange&) const = default;
};

std::vector<TurnChange> inverse(const std::vector<TurnChange>& changes);
// Throws base::Error when the turns are not as the changes expect; they are then as before.
void apply(std::vector<Turn>& turns, const std::vector<TurnChange>& changes);
[[noreturn]] void refuse_stale_turns();

}  // namespace talk
