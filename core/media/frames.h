// Pictures and sound as plain values over memory shared with the media worker.
#pragma once

#include "base/time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace media {

enum class ColourMatrix { Bt601, Bt709 };

// An 8-bit 4:2:0 picture as three planes. Pixels are as stored in the file: `rotation` says how to turn them, and
// `pixel_aspect` how wide one is. The planes live in the worker's shared memory and stay valid while `slot` is held.
struct Picture {
    int width = 0;  // of the luma plane, in pixels
    int height = 0;
    std::array<const std::uint8_t*, 3> planes{};
    std::array<int, 3> strides{};  // bytes
    int rotation = 0;              // degrees clockwise to upright
    bool mirrored = false;         // left and right swapped, before turning
    double pixel_aspect = 1;       // width of a pixel divided by its height
    ColourMatrix matrix = ColourMatrix::Bt709;
    bool full_range = false;
    base::Time at;     // this picture is on screen from here ...
    base::Time until;  // ... to here (the start of the next; the end of the recording for the last)
    std::shared_ptr<const void> slot;
};

}  // namespace media
