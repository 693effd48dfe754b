// How the talk went, as commands answer it.
#pragma once

#include "app/commands/command_line.h"
#include "talk/talk_measures.h"

#include <optional>

namespace commands {

Json talk_json(const std::optional<talk::TalkMeasures>& talk);
std::string talk_text(const std::optional<talk::TalkMeasures>& talk);  // empty without turns

}  // namespace commands
