// Makes parts of pictures unrecognisable for good: a mosaic of a few cells, taken anew once a second.
#pragma once

#include "media_worker/clip_plan.h"

#include <array>
#include <cstdint>
#include <vector>

namespace media_worker {

class PictureMask {
public:
    PictureMask(const std::vector<BlurredPart>& parts, Size picture);

    // An upright 4:2:0 picture of that size, shown from `at_us` on.
    void apply(AVFrame& picture, std::int64_t at_us);

private:
    struct Part {
        int left = 0, top = 0, right = 0, bottom = 0;  // pixels, even
        int columns = 1, rows = 1;
        std::array<std::vector<std::uint8_t>, 3> cells;  // by plane, row by row
    };

    static void look_at(const AVFrame& picture, Part& part);
    static void cover(AVFrame& picture, const Part& part);

    std::vector<Part> parts_;
    std::int64_t looked_us_ = INT64_MIN;  // when the cells were taken
};

}  // namespace media_worker
