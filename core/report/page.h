// The report as A4 pages, drawn once with Cairo and Pango: on screen, in the PDF, in pictures for tests.
#pragma once

#include "report/report.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace report {

inline constexpr double kPageWidthPt = 595.276;  // A4, in points of 1/72 inch
inline constexpr double kPageHeightPt = 841.89;

// Where a page speaks of a moment of the recording, so that a screen can play it from there; in points.
struct PageMoment {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    base::Time at;
};

// A page as it will print, 32 bits per pixel in memory order B, G, R, A.
struct PageImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> bgra;
    std::vector<PageMoment> moments;
};

struct Certificate;

// A report or a certificate laid out once, to draw any of its pages. Stays in the thread that made it.
class Pages {
public:
    explicit Pages(const Report& report);
    explicit Pages(const Certificate& certificate);
    ~Pages();
    Pages(const Pages&) = delete;
    Pages& operator=(const Pages&) = delete;

    int count() const;
    PageImage draw(int page, int width_px) const;  // pages count from 0

private:
    std::unique_ptr<const class Drawing> drawing_;
};

int page_count(const Report& report);
PageImage draw_page(const Report& report, int page, int width_px);
// A4, selectable text, embedded fonts, title and language set. The same report gives the same bytes.
std::string to_pdf(const Report& report);

}  // namespace report
