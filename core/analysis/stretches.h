// Where one side is known to speak, from marked utterances and turns. For volleys only.
#pragma once

#include "codes/coding.h"
#include "talk/turn.h"

#include <optional>
#include <vector>

namespace analysis {

class Stretches {
public:
    Stretches(const std::vector<codes::Utterance>& utterances, const std::vector<talk::Turn>& turns, codes::Side side);

    const std::vector<base::Span>& all() const { return spans_; }  // by time; those that touch are one
    std::optional<base::Span> around(base::Time at) const;         // nothing where the side does not speak

private:
    std::vector<base::Span> spans_;
};

}  // namespace analysis
