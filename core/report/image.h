// A picture in memory to draw on with Cairo: for screens and tests.
#pragma once

#include "report/page.h"

#include <cairo.h>
#include <functional>

namespace report {

// White where nothing is drawn; at least one pixel each way. `scale`: pixels for each point.
PageImage image_of(int width_px, int height_px, double scale, const std::function<void(cairo_t*)>& draw);

}  // namespace report
