// An entry of the access log as one line for people.
#pragma once

#include "library/access_log.h"

#include <string>

namespace app {

std::string access_text(const library::AccessEntry& entry);  // "2026-11-22 14:03  anna  opened"

}  // namespace app
