// Times as the coach reads them: "12:41", "12:41.3", "1:02:03.456"; a comma in Dutch.
#pragma once

#include "base/time.h"

#include <string>

namespace app {

std::string clock_text(base::Time at, int decimals = 0);  // 0 to 3, rounded down

}  // namespace app
