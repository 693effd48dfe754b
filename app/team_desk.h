// What the Team screen shows: the codings by one codebook, and the dates that were marked.
#pragma once

#include "app/trend_data.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace app {

struct TeamDesk {
    std::vector<codes::Codebook> codebooks;  // those that were coded with, newest version of each
    std::optional<TrendData> data;           // nothing where nothing was coded yet
    std::vector<library::Milestone> milestones;
    std::uint64_t serial = 0;  // changes with them
};

}  // namespace app
