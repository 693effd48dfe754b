#include "report/title_card.h"

#include "base/error.h"
#include "report/look.h"

#include <algorithm>
#include <memory>

namespace report {

namespace {

constexpr codes::Colour kGround{0x1B, 0x1E, 0x23};  // dark, so that the film around it does not dazzle
constexpr codes::Colour kTitleColour{0xF4, 0xF2, 0xEE};
constexpr codes::Colour kFaintWords{0xA9, 0xAF, 0xB8};
constexpr codes::Colour kBar{0x3A, 0xA8, 0xA2};
constexpr double kShorterSide = 270;  // of the picture, in points
constexpr double kMargin = 26;
constexpr double kGap = 8;
constexpr TextStyle kTitle{20, 26, Weight::SemiBold, kTitleColour};
constexpr TextStyle kBelow{12, 17, Weight::Regular, kFaintWords};
constexpr int kMostLines = 4;

struct CairoRelease {
    void operator()(cairo_surface_t* surface) const noexcept { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const noexcept { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, CairoRelease>;
using Cairo = std::unique_ptr<cairo_t, CairoRelease>;

double draw_lines(cairo_t* cairo, const TextLines& text, double left, double top) {
    for (int line = 0; line < text.count(); ++line) {
        text.draw(cairo, line, left, top + text.above(line));
        top += text.above(line) + text.below(line);
    }
    return top;
}

void draw(cairo_t* cairo, double width, double height, const std::string& title, const std::string& below) {
    set_colour(cairo, kGround);
    cairo_paint(cairo);
    const double room = width - 2 * kMargin;
    const TextLines words(title, kTitle, room, Align::Left, kMostLines);
    const TextLines more(below, kBelow, room, Align::Left, kMostLines);
    const double all = words.height() + (below.empty() ? 0 : kGap + more.height());
    const double top = std::max(kMargin, (height - all) / 2);
    set_colour(cairo, kBar);
    cairo_rectangle(cairo, kMargin, top - 2 * kGap, 32, 3);
    cairo_fill(cairo);
    const double after = draw_lines(cairo, words, kMargin, top);
    if (!below.empty()) draw_lines(cairo, more, kMargin, after + kGap);
}

std::vector<std::uint8_t> rgb_of(cairo_surface_t& surface, int width, int height) {
    const unsigned char* pixels = cairo_image_surface_get_data(&surface);
    const std::ptrdiff_t stride = cairo_image_surface_get_stride(&surface);
    std::vector<std::uint8_t> rgb;
    rgb.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (int y = 0; y < height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(pixels + y * stride);
        for (int x = 0; x < width; ++x) {
            for (const int shift : {16, 8, 0}) rgb.push_back(static_cast<std::uint8_t>(row[x] >> shift));
        }
    }
    return rgb;
}

}  // namespace

TitleImage draw_title(int width, int height, const std::string& title, const std::string& below) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) throw base::Error("no room for a title");
    const Cairo cairo(cairo_create(surface.get()));
    const double scale = std::min(width, height) / kShorterSide;
    cairo_scale(cairo.get(), scale, scale);
    draw(cairo.get(), width / scale, height / scale, title, below);
    cairo_surface_flush(surface.get());
    return {width, height, rgb_of(*surface, width, height)};
}

}  // namespace report
