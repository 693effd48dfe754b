// A text broken into lines with Pango, measured and drawn line by line, so that it can go on over the end of a page.
// Everything is in points; the same lines come out for the screen and for the PDF.
#pragma once

#include "codes/codebook.h"

#include <cairo.h>
#include <memory>
#include <string>
#include <vector>

using PangoLayout = struct _PangoLayout;

namespace report {

enum class Weight { Regular, Medium, SemiBold, Bold };
enum class Align { Left, Right, Centre };

struct TextStyle {
    double size_pt = 9;
    double line_pt = 13.5;  // from baseline to baseline
    Weight weight = Weight::Regular;
    codes::Colour colour;
    bool tabular = true;       // figures of equal width
    bool whole_parts = false;  // of "part · part · part" no short one is broken
};

// Inter's capitals reach this far above the baseline; lines are centred on them.
inline constexpr double kCapitalHeight = 0.727;

struct PangoRelease {
    void operator()(PangoLayout* layout) const noexcept;
};

class TextLines {
public:
    // Lines past `most_lines` are cut with an ellipsis; 0 sets no limit.
    TextLines(const std::string& text, const TextStyle& style, double width_pt, Align align = Align::Left,
              int most_lines = 0);

    int count() const { return static_cast<int>(lines_.size()); }
    double above(int line) const;  // from the top of the line to its baseline
    double below(int line) const;
    double height() const;
    double width() const;  // of the widest line
    void draw(cairo_t* cairo, int line, double x, double baseline) const;

private:
    struct Line {
        double x = 0;
        double ascent = 0;
        double descent = 0;
        double width = 0;
    };

    std::unique_ptr<PangoLayout, PangoRelease> layout_;
    TextStyle style_;
    std::vector<Line> lines_;
};

void set_colour(cairo_t* cairo, codes::Colour colour, double opacity = 1);

}  // namespace report
