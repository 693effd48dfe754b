// What the Team screen shows: the codings by one codebook, the dates that were marked, and the goals.
#pragma once

#include "app/goal_words.h"
#include "app/trend_data.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace app {

struct TeamDesk {
    std::vector<codes::Codebook> codebooks;  // those that were coded with, newest version of each
    std::optional<TrendData> data;           // nothing where nothing was coded yet
    std::vector<library::Milestone> milestones;
    std::vector<GoalState> goals;  // of everyone, with what became of them
    std::uint64_t serial = 0;      // changes with them
};

}  // namespace app
