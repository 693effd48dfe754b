// Where one side is known to speak, from marked utterances and turns. For volleys only.
#pragma once

#include "codes/coding.h"
#include "talk/turn.h"

#include <vector>

namespace analysis {

class Stretches {
public:
    Stretches(const std::vector<codes::Utterance>& utterances, const std::vector<talk::Turn>& turns, codes::Side side);

    const std::vector<base::Span>& all() const { return spans_; }  // by time
    // The moment itself where the side speaks, else the last moment of what it said before; the moment itself where it
    // said nothing yet.
    base::Time not_after(base::Time at) const;
    // Whether it speaks from before the span until after it.
    bool surround(base::Span span) const;

private:
    // The latest end of all that begins at the moment or before; nothing when there is none.
    std::optional<base::Time> latest_end(base::Time at) const;

    std::vector<base::Span> spans_;
    std::vector<base::Time> latest_ends_;  // of each span and all before it
};

}  // namespace analysis
