#include "report/page.h"

#include "base/error.h"
#include "base/i18n.h"
#include "report/drawing.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace report {

namespace {

struct SurfaceRelease {
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const noexcept { cairo_destroy(cairo); }
};

constexpr int kWidest = 8'192;  // pixels; a screen shows no more, and memory stays bounded

}  // namespace

Pages::Pages(const Report& report) : drawing_(std::make_unique<const Drawing>(report)) {}
Pages::~Pages() = default;

int Pages::count() const {
    return drawing_->page_count();
}

PageImage Pages::draw(int page, int width_px) const {
    if (page < 0 || page >= count() || width_px < 1)
        throw base::Error(fmt::format(fmt::runtime(_("The report has no page {}.")), page + 1));
    PageImage image;
    image.width = std::min(width_px, kWidest);
    const double scale = image.width / kPageWidthPt;
    image.height = std::max(1, static_cast<int>(std::lround(kPageHeightPt * scale)));
    const int stride = image.width * 4;
    image.bgra.assign(static_cast<std::size_t>(stride) * static_cast<std::size_t>(image.height), 0xFF);
    {
        const std::unique_ptr<cairo_surface_t, SurfaceRelease> surface(cairo_image_surface_create_for_data(
            image.bgra.data(), CAIRO_FORMAT_ARGB32, image.width, image.height, stride));
        const std::unique_ptr<cairo_t, SurfaceRelease> cairo(cairo_create(surface.get()));
        cairo_scale(cairo.get(), scale, scale);
        Tags tags(cairo.get());
        drawing_->draw(cairo.get(), page, tags);
        cairo_surface_finish(surface.get());
    }
    image.moments = moments_on(drawing_->strips_of(page));
    return image;
}

int page_count(const Report& report) {
    return Pages(report).count();
}

PageImage draw_page(const Report& report, int page, int width_px) {
    return Pages(report).draw(page, width_px);
}

}  // namespace report
