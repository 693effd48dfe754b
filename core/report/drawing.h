// A report or a certificate laid out on A4 pages, ready to be drawn on any Cairo surface: the screen's picture or the
// PDF.
#pragma once

#include "report/certificate.h"
#include "report/strips.h"

#include <vector>

namespace report {

class Drawing {
public:
    explicit Drawing(const Report& report);
    explicit Drawing(const Certificate& certificate);
    Drawing(const Drawing&) = delete;  // the pages point into the strips
    Drawing& operator=(const Drawing&) = delete;

    int page_count() const { return static_cast<int>(pages_.size()); }
    const PageStrips& strips_of(int page) const { return pages_[static_cast<std::size_t>(page)]; }
    void draw(cairo_t* cairo, int page, Tags& tags) const;

private:
    Drawing(std::vector<Strip> strips, const std::vector<std::string>& footer);
    void fill();
    void draw_footer(cairo_t* cairo, int page) const;

    std::vector<TextLines> footer_;
    std::vector<Strip> strips_;
    std::vector<PageStrips> pages_;
    double footer_height_ = 0;
    double footer_top_ = 0;
};

}  // namespace report
