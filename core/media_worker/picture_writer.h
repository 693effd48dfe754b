// Puts decoded pictures into memory in the forms that the window takes: 8-bit 4:2:0 planes, or upright RGB. Keeps its
// converters between pictures. Used by one thread.
#pragma once

#include "media_worker/libav.h"
#include "media_worker/shape.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace media_worker {

struct Planes {
    int width = 0;
    int height = 0;
    std::array<std::uint32_t, 3> offset{};
    std::array<std::int32_t, 3> stride{};
    std::size_t bytes = 0;
};

// How a picture of this size lies in memory.
Planes planes_for(int width, int height);
// The largest size not above this one whose planes fit into so many bytes.
Size largest_fitting(Size size, std::size_t bytes);

// Whether the window takes the planes as they were decoded.
bool is_taken_as_it_is(const AVFrame& frame);

class PictureWriter {
public:
    // Writes a picture as 4:2:0 planes of its own size, or smaller when it would not fit.
    Planes write_planes(const AVFrame& frame, std::span<std::uint8_t> to);
    // Writes upright RGB with square pixels. Throws Failure too_large when it does not fit.
    Size write_rgb(const AVFrame& frame, const Shape& shape, Size fit_inside, std::span<std::uint8_t> to);

    // A picture of its own, 4:2:0 in limited range, upright, of that (even) size.
    Owned<AVFrame> upright_planes(const AVFrame& frame, const Shape& shape, Size size);

private:
    void convert(const AVFrame& frame, Size size, int format, std::uint8_t* const planes[], const int strides[],
                 const Shape& shape);

    Owned<SwsContext> scaler_;
    std::array<int, 6> scaler_is_for_{};
    std::vector<std::uint8_t> turning_;  // RGB before it is turned
};

}  // namespace media_worker
