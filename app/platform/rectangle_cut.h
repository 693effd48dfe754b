// Dear ImGui fills a rounded rectangle as a fan of triangles from its first corner, most of them as large as the whole.
// SDL's software renderer fills triangles point by point, but knows a rectangle made of two of them and fills that at
// once. So the middle of each such fan is cut out as a rectangle; only the narrow strips beside it stay triangles.
#pragma once

#include <imgui.h>

namespace app {

// Covers the same area with as many triangles; straight edges move to the next whole pixel.
void cut_out_rectangles(ImDrawData& data);

}  // namespace app
