#include "app/golden.h"

#include <algorithm>
#include <cairo.h>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>

namespace support {
namespace {

struct Destroy {
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;

Surface surface_of(int width, int height) {
    return Surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
}

std::uint32_t* row_of(cairo_surface_t* surface, int y) {
    unsigned char* data = cairo_image_surface_get_data(surface);
    return reinterpret_cast<std::uint32_t*>(data + y * cairo_image_surface_get_stride(surface));
}

Surface cropped(const app::Window::Pixels& pixels, Crop crop) {
    Surface surface = surface_of(crop.width, crop.height);
    for (int y = 0; y < crop.height; ++y)
        for (int x = 0; x < crop.width; ++x) {
            const int from_x = std::clamp(crop.x + x, 0, pixels.width - 1);
            const int from_y = std::clamp(crop.y + y, 0, pixels.height - 1);
            const unsigned char* rgb =
                &pixels.rgb[(static_cast<std::size_t>(from_y) * static_cast<std::size_t>(pixels.width) +
                             static_cast<std::size_t>(from_x)) *
                            3];
            row_of(surface.get(), y)[x] = static_cast<std::uint32_t>(rgb[0] << 16 | rgb[1] << 8 | rgb[2]);
        }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

// What differs in red on what was drawn, faded; the count of such pixels.
int difference(cairo_surface_t* expected, cairo_surface_t* actual, cairo_surface_t* shown) {
    constexpr std::uint32_t kColours = 0xffffff;
    int count = 0;
    for (int y = 0; y < cairo_image_surface_get_height(actual); ++y)
        for (int x = 0; x < cairo_image_surface_get_width(actual); ++x) {
            const std::uint32_t now = row_of(actual, y)[x] & kColours;
            const bool same = now == (row_of(expected, y)[x] & kColours);
            row_of(shown, y)[x] = same ? (now >> 2 & 0x3f3f3f) + 0xc0c0c0 : 0xd00000;
            count += same ? 0 : 1;
        }
    cairo_surface_mark_dirty(shown);
    return count;
}

}  // namespace

testing::AssertionResult looks_as_before(const std::string& name, const app::Window::Pixels& pixels, Crop crop) {
    const std::string stem = std::string(TERUGBLIK_SOURCE_DIR) + "/tests/golden/" + name;
    if (crop.width <= 0 || crop.height <= 0 || pixels.rgb.empty())
        return testing::AssertionFailure() << "there is nothing to compare";
    const Surface actual = cropped(pixels, crop);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(std::filesystem::path(stem).parent_path());
        cairo_surface_write_to_png(actual.get(), (stem + ".png").c_str());
        return testing::AssertionSuccess();
    }
    const Surface expected(cairo_image_surface_create_from_png((stem + ".png").c_str()));
    const bool same_size = cairo_image_surface_get_width(expected.get()) == crop.width &&
                           cairo_image_surface_get_height(expected.get()) == crop.height;
    const Surface shown = surface_of(crop.width, crop.height);
    const int count = same_size ? difference(expected.get(), actual.get(), shown.get()) : -1;
    if (count == 0) return testing::AssertionSuccess();
    cairo_surface_write_to_png(actual.get(), (stem + ".actual.png").c_str());
    if (same_size) cairo_surface_write_to_png(shown.get(), (stem + ".difference.png").c_str());
    return testing::AssertionFailure() << stem << ".png: "
                                       << (same_size ? std::to_string(count) + " pixels differ"
                                                     : std::string("another size, or not there"));
}

}  // namespace support
