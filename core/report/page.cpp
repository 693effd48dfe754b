#include "report/page.h"

#include "base/error.h"
#include "base/i18n.h"
#include "report/drawing.h"
#include "report/image.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace report {

namespace {

constexpr int kWidest = 8'192;  // pixels; a screen shows no more, and memory stays bounded

}  // namespace

Pages::Pages(const Report& report) : drawing_(std::make_unique<const Drawing>(report)) {}
Pages::Pages(const Certificate& certificate) : drawing_(std::make_unique<const Drawing>(certificate)) {}
Pages::~Pages() = default;

int Pages::count() const {
    return drawing_->page_count();
}

PageImage Pages::draw(int page, int width_px) const {
    if (page < 0 || page >= count() || width_px < 1)
        throw base::Error(fmt::format(fmt::runtime(_("The report has no page {}.")), page + 1));
    const int width = std::min(width_px, kWidest);
    const double scale = width / kPageWidthPt;
    PageImage image = image_of(width, static_cast<int>(std::lround(kPageHeightPt * scale)), scale, [&](cairo_t* cairo) {
        Tags tags(cairo);
        drawing_->draw(cairo, page, tags);
    });
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
