// The names by which a codebook's formulas refer to how the talk went (docs/codebook-format.md lists them); times are
// in seconds.
#pragma once

#include "talk/talk_measures.h"

#include <optional>
#include <string>
#include <vector>

namespace analysis {

bool is_talk_name(const std::string& name);
// Nothing where the talk has no such value.
std::optional<double> talk_value(const talk::TalkMeasures& talk, const std::string& name);
std::vector<std::string> talk_names();

}  // namespace analysis
