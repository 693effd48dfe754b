// A report as a column of strips: each is one line of a text or of a table, or a picture, and never broken. Pages are
// filled with them from top to bottom.
#pragma once

#include "report/page.h"
#include "report/report.h"
#include "report/tags.h"
#include "report/text_lines.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace report {

inline constexpr double kAfterBar = 9;  // between a bar and the text beside it

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
    std::optional<base::Time> moment = {};   // what the text is the time of
    std::string tag = {};                    // "TH", "TD" within a row, "Lbl" within an item; empty: the row's own
};
using Cells = std::vector<Cell>;

struct Column {
    Cell cell;
    TextLines lines;
};
struct Row {
    // Tables that stand side by side share their lines, and each is read by itself.
    struct Part {
        Place place;
        std::vector<Column> columns;
    };
    std::vector<Part> parts;
    int side_by_side = 0;  // rows with the same number are such tables; 0: this is none
    bool hairline = false;
};

struct Strip {
    double space_before = 0;  // left out at the top of a page
    double height = 0;
    bool keep_with_next = false;
    std::optional<std::string> outline;  // a line in the PDF's table of contents
    // One line of a row ...
    std::shared_ptr<const Row> row;
    int line = 0;
    double baseline = 0;  // from the strip's top
    // ... or a picture.
    Place place;
    std::function<void(cairo_t* cairo, double top)> picture;
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
    void row(const Cells& cells, const RowOptions& options);
    // A row of several tables side by side; `part` of each: "THead" or "TBody".
    void row(const std::vector<Cells>& tables, const std::string& part, const RowOptions& options);
    // `tag` "" is an ornament, of which a screen reader says nothing.
    void picture(double space_before, double height, const std::string& tag,
                 std::function<void(cairo_t*, double top)> draw);
    void space(double height) { extra_space_ += height; }

    // What comes until close() is in this element.
    void open(const std::string& tag) { open_.push_back({tag, ++element_}); }
    void close() { open_.pop_back(); }
    void begin_side_by_side();
    void end_side_by_side() { side_by_side_ = 0; }

    int count() const { return static_cast<int>(strips_.size()); }
    // Keeps what came since on one page; where that is much, at least two rows at either end.
    void keep_together(int from);

    std::vector<Strip> take() { return std::move(strips_); }

private:
    Place inside(const std::string& tag);
    void add_lines(const std::shared_ptr<Row>& row, const RowOptions& options);
    void add(Strip strip);

    std::vector<Strip> strips_;
    Place open_;
    int element_ = 0;
    int side_by_side_ = 0;
    double extra_space_ = 0;
};

// The strips of a page, each with its top. A group that is kept together moves to the next page as a whole, unless it
// is taller than a page. `spread` widens or narrows the space between strips.
struct Placed {
    const Strip* strip = nullptr;
    double top = 0;
};
using PageStrips = std::vector<Placed>;
std::vector<PageMoment> moments_on(const PageStrips& page);
std::vector<PageStrips> fill_pages(const std::vector<Strip>& strips, double top, double bottom, double spread = 1);
void draw_strips(cairo_t* cairo, const PageStrips& page, Tags& tags);

void rounded_rectangle(cairo_t* cairo, double x, double y, double width, double height, double radius);
void hairline(cairo_t* cairo, double y, codes::Colour colour, double width_pt);

}  // namespace report
