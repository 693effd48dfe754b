// What was done and what was undone, each with the moment when; a new edit forgets the undone. For the model in memory.
#pragma once

#include "base/time.h"
#include "library/direction.h"

#include <optional>
#include <utility>
#include <vector>

namespace library {

template <class T>
struct MemoryLog {
    using Entries = std::vector<std::pair<T, base::Timestamp>>;
    Entries done;
    Entries undone;

    void add(T edit) {
        done.emplace_back(std::move(edit), base::now());
        undone.clear();
    }
    template <class Belongs>
    void forget(Belongs belongs) {
        for (Entries* entries : {&done, &undone})
            std::erase_if(*entries, [&](const auto& entry) { return belongs(entry.first); });
    }
    Entries& from(Direction direction) { return direction == Direction::Undo ? done : undone; }
    const T* next(Direction direction) { return from(direction).empty() ? nullptr : &from(direction).back().first; }
    std::optional<base::Timestamp> time(Direction direction) {
        return from(direction).empty() ? std::nullopt : std::optional(from(direction).back().second);
    }
    void turn(Direction direction) {
        Entries& source = from(direction);
        (direction == Direction::Undo ? undone : done).emplace_back(std::move(source.back().first), base::now());
        source.pop_back();
    }
};

}  // namespace library
