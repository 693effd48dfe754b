// What stands on the pages, in its order: header, strengths, focus, next step, timeline, numbers, the client's words,
// moments, method.
#pragma once

#include "report/strips.h"

#include <vector>

namespace report {

std::vector<Strip> page_strips(const Report& report);

}  // namespace report
