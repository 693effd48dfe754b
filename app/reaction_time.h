// Learns how late a coder presses, from where she moves codes that she dropped while playing.
#pragma once

#include "base/id.h"
#include "base/time.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

// Fewer moves than this say nothing about a habit.
inline constexpr std::size_t kEnoughMoves = 8;

class ReactionTime {
public:
    // A code dropped while playing at `speed`, and where it was put later, as often as it is.
    void dropped(const base::Id& event, base::Time at, double speed);
    void moved(const base::Id& event, base::Time to);

    std::size_t moves() const { return moves_.size(); }
    // What `now`, the coder's setting, would better be: the median of the moves taken into account. Nothing while they
    // are few, small, or scattered so that half of them say something else.
    std::optional<base::Time> better_than(base::Time now) const;
    void forget();  // what was learnt has been said

    // For keeping: the moves of one coder, in microseconds.
    std::string to_text() const;
    static ReactionTime from_text(const std::string& text);  // what cannot be read is left out

private:
    struct Drop {
        base::Time at;
        double speed = 1;
    };
    std::map<base::Id, Drop> drops_;
    std::map<base::Id, base::Time> moves_;  // newest ids last
};

}  // namespace app
