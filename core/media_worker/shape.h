// How a decoded picture is to be looked at: turned, mirrored, with which pixels and colours.
#pragma once

#include "media_worker/libav.h"

struct AVStream;

namespace media_worker {

struct Shape {
    int rotation = 0;       // degrees clockwise to upright: 0, 90, 180, 270
    bool mirrored = false;  // before turning
    double pixel_aspect = 1;
    bool bt709 = true;
    bool full_range = false;
};

Shape shape_of(const AVFrame& frame, const AVStream& stream);

struct Size {
    int width = 0;
    int height = 0;
};

// Upright, with square pixels: the longer side of a stretched pixel is kept.
Size upright_size(Size stored, const Shape& shape);
Size fitted(Size size, Size inside);  // keeps the shape; 0 x 0 keeps the size

}  // namespace media_worker
