// A report as a column of strips: each is one line of a text or of a table, or a picture, and never broken. Pages are
// filled with them from top to bottom.
#pragma once

#include "report/report.h"
#include "report/text_lines.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace report {

struct Strip {
    double space_before = 0;  // left out at the top of a page
    double height = 0;
    bool keep_with_next = false;
    int element = 0;                     // strips of one element are one heading or paragraph to a screen reader
    std::string tag;                     // its kind in the PDF: "H1", "P", "Figure"
    std::optional<std::string> outline;  // a line in the PDF's table of contents
    std::function<void(cairo_t* cairo, double top)> draw;
};

// One column of a row. Columns of a row share their baselines, line by line.
struct Cell {
    double x = 0;
    double width = 0;
    std::string text;
    TextStyle style;
    Align align = Align::Left;
    int most_lines = 0;
    std::optional<codes::Colour> pill = {};  // a rounded ground behind the text
    std::optional<codes::Colour> bar = {};   // a small bar of this colour before the text
};

class Strips {
public:
    struct RowOptions {
        double space_before = 0;
        double padding = 0;     // above the first line and below the last
        bool hairline = false;  // under the row
        bool keep_with_next = false;
        std::string tag = "P";
    };

    void heading(const std::string& text, const TextStyle& style, double space_before, const std::string& tag);
    void row(const std::vector<Cell>& cells, const RowOptions& options);
    void picture(double space_before, double height, std::function<void(cairo_t*, double top)> draw);
    void space(double height) { extra_space_ += height; }

    std::vector<Strip> take() { return std::move(strips_); }

private:
    void add(Strip strip);

    std::vector<Strip> strips_;
    int element_ = 0;
    double extra_space_ = 0;
};

// The strips of a page, each with its top. A group that is kept together moves to the next page as a whole, unless it
// is taller than a page.
struct Placed {
    const Strip* strip = nullptr;
    double top = 0;
};
using PageStrips = std::vector<Placed>;
std::vector<PageStrips> fill_pages(const std::vector<Strip>& strips, double top, double bottom);

void rounded_rectangle(cairo_t* cairo, double x, double y, double width, double height, double radius);
void hairline(cairo_t* cairo, double y, codes::Colour colour, double width_pt);

}  // namespace report
