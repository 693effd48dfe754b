#include "report/image.h"

#include <algorithm>
#include <memory>

namespace report {

namespace {

struct SurfaceRelease {
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const noexcept { cairo_destroy(cairo); }
};

}  // namespace

PageImage image_of(int width_px, int height_px, double scale, const std::function<void(cairo_t*)>& draw) {
    PageImage image;
    image.width = std::max(1, width_px);
    image.height = std::max(1, height_px);
    const int stride = image.width * 4;
    image.bgra.assign(static_cast<std::size_t>(stride) * static_cast<std::size_t>(image.height), 0xFF);
    const std::unique_ptr<cairo_surface_t, SurfaceRelease> surface(
        cairo_image_surface_create_for_data(image.bgra.data(), CAIRO_FORMAT_ARGB32, image.width, image.height, stride));
    const std::unique_ptr<cairo_t, SurfaceRelease> cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), scale, scale);
    draw(cairo.get());
    cairo_surface_finish(surface.get());
    return image;
}

}  // namespace report
