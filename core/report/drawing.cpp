#include "report/drawing.h"

#include "report/certificate_page.h"
#include "report/look.h"
#include "report/page.h"
#include "report/sections.h"

#include <algorithm>
#include <fmt/format.h>

namespace report {

namespace {

constexpr double kNumberRoom = 46;
constexpr double kAboveFooter = 14;

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

Drawing::Drawing(const Report& report) : Drawing(page_strips(report), report.footer) {}
Drawing::Drawing(const Certificate& certificate) : Drawing(page_strips(certificate), certificate.footer) {}

Drawing::Drawing(std::vector<Strip> strips, const std::vector<std::string>& footer)
    : footer_(footer_lines(footer)), strips_(std::move(strips)) {
    for (const TextLines& text : footer_) footer_height_ += text.height();
    // A long footer pushes the page's end up.
    footer_top_ = look::kFooterTop - std::max(0.0, footer_height_ - 2 * look::kFooter.line_pt);
    fill();
}

// A last page with little on it is spared where a bit less space between the parts does it.
void Drawing::fill() {
    constexpr double kLittle = 1.0 / 3;
    const double bottom = footer_top_ - kAboveFooter;
    const auto filled = [&](double spread) { return fill_pages(strips_, look::kTop, bottom, spread); };
    pages_ = filled(1);
    if (pages_.size() < 2 || pages_.back().empty()) return;
    const Placed& last = pages_.back().back();
    if (last.top + last.strip->height > look::kTop + (bottom - look::kTop) * kLittle) return;
    for (const double spread : {0.9, 0.8, 0.7, 0.6}) {
        std::vector<PageStrips> tighter = filled(spread);
        if (tighter.size() >= pages_.size()) continue;
        pages_ = std::move(tighter);
        return;
    }
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

void Drawing::draw(cairo_t* cairo, int page, Tags& tags) const {
    draw_strips(cairo, strips_of(page), tags);
    draw_footer(cairo, page);
}

}  // namespace report
