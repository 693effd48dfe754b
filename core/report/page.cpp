#include "report/page.h"

#include "base/error.h"
#include "base/i18n.h"
#include "report/drawing.h"
#include "report/look.h"
#include "report/sections.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <memory>

namespace report {

namespace {

struct SurfaceRelease {
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const noexcept { cairo_destroy(cairo); }
};

constexpr int kWidest = 8'192;  // pixels; a screen shows no more, and memory stays bounded
constexpr double kNumberRoom = 46;

// The page number stands at the right of the last line, so only that line is shorter.
std::vector<TextLines> footer_lines(const std::vector<std::string>& footer) {
    constexpr int kMostLines = 3;
    std::vector<TextLines> texts;
    for (std::size_t i = 0; i < footer.size(); ++i) {
        const double room = i + 1 == footer.size() ? kNumberRoom : 0;
        texts.emplace_back(footer[i], look::kFooter, kPageWidthPt - 2 * look::kMargin - room, Align::Left, kMostLines);
    }
    return texts;
}

}  // namespace

Drawing::Drawing(const Report& report) : footer_(footer_lines(report.footer)), strips_(page_strips(report)) {
    for (const TextLines& text : footer_) footer_height_ += text.height();
    // A long footer pushes the page's end up.
    footer_top_ = look::kFooterTop - std::max(0.0, footer_height_ - 2 * look::kFooter.line_pt);
    pages_ = fill_pages(strips_, look::kTop, footer_top_ - 14);
}

void Drawing::draw_footer(cairo_t* cairo, int page) const {
    hairline(cairo, footer_top_, look::kHairline, 1);
    double y = footer_top_ + 7;
    for (const TextLines& text : footer_) {
        for (int line = 0; line < text.count(); ++line) {
            text.draw(cairo, line, look::kMargin, y + text.above(line));
            y += text.above(line) + text.below(line);
        }
    }
    const TextLines number(fmt::format("{} / {}", page + 1, page_count()), look::kFooter, kNumberRoom, Align::Right, 1);
    const double last_line = footer_top_ + 7 + std::max(0.0, footer_height_ - look::kFooter.line_pt);
    number.draw(cairo, 0, kPageWidthPt - look::kMargin - kNumberRoom, last_line + number.above(0));
}

void Drawing::draw(cairo_t* cairo, int page) const {
    const PageStrips& strips = pages_[static_cast<std::size_t>(page)];
    int open_element = 0;
    std::string open_tag;
    for (const Placed& placed : strips) {
        if (placed.strip->element != open_element) {
            if (open_element != 0) cairo_tag_end(cairo, open_tag.c_str());
            open_element = placed.strip->element;
            open_tag = placed.strip->tag;
            cairo_tag_begin(cairo, open_tag.c_str(), nullptr);
        }
        placed.strip->draw(cairo, placed.top);
    }
    if (open_element != 0) cairo_tag_end(cairo, open_tag.c_str());
    draw_footer(cairo, page);
}

int page_count(const Report& report) {
    return Drawing(report).page_count();
}

PageImage draw_page(const Report& report, int page, int width_px) {
    const Drawing drawing(report);
    if (page < 0 || page >= drawing.page_count() || width_px < 1)
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
        drawing.draw(cairo.get(), page);
        cairo_surface_finish(surface.get());
    }
    return image;
}

}  // namespace report
