#include "media_worker/picture_mask.h"

#include <algorithm>
#include <cmath>

extern "C" {
#include <libavutil/frame.h>
}

namespace media_worker {

namespace {

// A face that fills such a part has its eyes in one cell. Known faces have been told apart by machine at 8 x 8.
constexpr int kMostCells = 4;
// With each picture looked at, a face that moves over the cells' borders can be put together again from many pictures.
constexpr std::int64_t kLookAgainUs = 1'000'000;

// Outwards to whole colour samples, which cover two pixels each way.
int even_below(double at, int end) {
    return std::clamp(static_cast<int>(std::floor(at * end / 2)) * 2, 0, end - 2);
}
int even_above(double at, int end) {
    return std::clamp(static_cast<int>(std::ceil(at * end / 2)) * 2, 2, end);
}

int cells_along(int side, int longer_side) {
    return std::max(1, (side * kMostCells + longer_side / 2) / longer_side);
}

// Where cell n of so many begins between two borders.
int border(int from, int to, int n, int count) {
    return from + (to - from) * n / count;
}

std::uint8_t mean(const AVFrame& picture, int plane, int left, int top, int right, int bottom) {
    std::int64_t sum = 0;
    for (int y = top; y < bottom; ++y) {
        const std::uint8_t* row = picture.data[plane] + static_cast<std::ptrdiff_t>(y) * picture.linesize[plane];
        for (int x = left; x < right; ++x) sum += row[x];
    }
    const std::int64_t count = static_cast<std::int64_t>(right - left) * (bottom - top);
    return count > 0 ? static_cast<std::uint8_t>(sum / count) : 0;
}

template <class Part, class Work>
void for_each_cell(const Part& part, int plane, Work work) {
    const int scale = plane == 0 ? 1 : 2;
    std::size_t cell = 0;
    for (int row = 0; row < part.rows; ++row) {
        for (int column = 0; column < part.columns; ++column, ++cell) {
            work(cell, border(part.left / scale, part.right / scale, column, part.columns),
                 border(part.top / scale, part.bottom / scale, row, part.rows),
                 border(part.left / scale, part.right / scale, column + 1, part.columns),
                 border(part.top / scale, part.bottom / scale, row + 1, part.rows));
        }
    }
}

}  // namespace

PictureMask::PictureMask(const std::vector<BlurredPart>& parts, Size picture) {
    for (const BlurredPart& asked : parts) {
        Part part{.left = even_below(asked.left, picture.width),
                  .top = even_below(asked.top, picture.height),
                  .right = even_above(asked.left + asked.width, picture.width),
                  .bottom = even_above(asked.top + asked.height, picture.height),
                  .cells = {}};
        const int longer = std::max(part.right - part.left, part.bottom - part.top);
        part.columns = cells_along(part.right - part.left, longer);
        part.rows = cells_along(part.bottom - part.top, longer);
        parts_.push_back(std::move(part));
    }
}

void PictureMask::apply(AVFrame& picture, std::int64_t at_us) {
    const bool looks_again = looked_us_ == INT64_MIN || at_us < looked_us_ || at_us - looked_us_ >= kLookAgainUs;
    if (looks_again) {
        looked_us_ = at_us;
        for (Part& part : parts_) look_at(picture, part);
    }
    for (const Part& part : parts_) cover(picture, part);
}

void PictureMask::look_at(const AVFrame& picture, Part& part) {
    for (int plane = 0; plane < 3; ++plane) {
        std::vector<std::uint8_t>& cells = part.cells[static_cast<std::size_t>(plane)];
        cells.resize(static_cast<std::size_t>(part.columns) * static_cast<std::size_t>(part.rows));
        for_each_cell(part, plane, [&](std::size_t cell, int left, int top, int right, int bottom) {
            cells[cell] = mean(picture, plane, left, top, right, bottom);
        });
    }
}

void PictureMask::cover(AVFrame& picture, const Part& part) {
    for (int plane = 0; plane < 3; ++plane) {
        const std::vector<std::uint8_t>& cells = part.cells[static_cast<std::size_t>(plane)];
        for_each_cell(part, plane, [&](std::size_t cell, int left, int top, int right, int bottom) {
            for (int y = top; y < bottom; ++y) {
                std::uint8_t* row = picture.data[plane] + static_cast<std::ptrdiff_t>(y) * picture.linesize[plane];
                std::fill(row + left, row + right, cells[cell]);
            }
        });
    }
}

}  // namespace media_worker
