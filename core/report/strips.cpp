#include "report/strips.h"

#include "report/look.h"
#include "report/page.h"

#include <algorithm>
#include <memory>
#include <numbers>
#include <utility>

namespace report {

namespace {

constexpr double kBarWidth = 3;
constexpr double kAfterBar = 9;
constexpr int kSmallRow = 4;  // lines; a longer row may go on over the page

struct Column {
    Cell cell;
    TextLines lines;
};

double text_x(const Cell& cell) {
    return cell.x + (cell.bar ? kAfterBar : 0);
}

Column column(const Cell& cell) {
    const double width = cell.width - (cell.bar ? kAfterBar : 0);
    return {cell, TextLines(cell.text, cell.style, width, cell.align, cell.most_lines)};
}

void draw_pill(cairo_t* cairo, const Column& column, double baseline) {
    const double height = 15;
    const double width = std::max(column.cell.width, column.lines.width() + 10);
    const double middle = baseline - column.cell.style.size_pt * 0.727 / 2;
    rounded_rectangle(cairo, column.cell.x, middle - height / 2, width, height, height / 2);
    set_colour(cairo, *column.cell.pill);
    cairo_fill(cairo);
}

void draw_bar(cairo_t* cairo, const Column& column, double baseline) {
    const double height = 9;
    rounded_rectangle(cairo, column.cell.x, baseline - column.cell.style.size_pt * 0.727 / 2 - height / 2, kBarWidth,
                      height, 1.2);
    set_colour(cairo, *column.cell.bar);
    cairo_fill(cairo);
}

void draw_line(cairo_t* cairo, const std::vector<Column>& columns, int line, double baseline) {
    for (const Column& column : columns) {
        if (line >= column.lines.count()) continue;
        if (line == 0 && column.cell.pill) draw_pill(cairo, column, baseline);
        if (line == 0 && column.cell.bar) draw_bar(cairo, column, baseline);
        column.lines.draw(cairo, line, text_x(column.cell), baseline);
    }
}

double group_height(const std::vector<Strip>& strips, std::size_t from, std::size_t to) {
    double height = 0;
    for (std::size_t i = from; i < to; ++i) height += strips[i].height + (i == from ? 0 : strips[i].space_before);
    return height;
}

}  // namespace

void Strips::add(Strip strip) {
    strip.space_before += std::exchange(extra_space_, 0);
    strips_.push_back(std::move(strip));
}

void Strips::heading(const std::string& text, const TextStyle& style, double space_before, const std::string& tag) {
    const std::size_t first = strips_.size();
    const Cell cell{
        .x = look::kMargin, .width = kPageWidthPt - 2 * look::kMargin, .text = text, .style = style, .most_lines = 4};
    row({cell}, {.space_before = space_before, .keep_with_next = true, .tag = tag});
    if (first < strips_.size()) strips_[first].outline = text;
}

void Strips::row(const std::vector<Cell>& cells, const RowOptions& options) {
    auto columns = std::make_shared<std::vector<Column>>();
    int line_count = 0;
    for (const Cell& cell : cells) {
        columns->push_back(column(cell));
        line_count = std::max(line_count, columns->back().lines.count());
    }
    const int element = ++element_;
    for (int line = 0; line < line_count; ++line) {
        double above = 0;
        double below = 0;
        for (const Column& column : *columns) {
            if (line >= column.lines.count()) continue;
            above = std::max(above, column.lines.above(line));
            below = std::max(below, column.lines.below(line));
        }
        const bool first = line == 0;
        const bool last = line + 1 == line_count;
        const double pad_top = first ? options.padding : 0;
        Strip strip;
        strip.space_before = first ? options.space_before : 0;
        strip.height = pad_top + above + below + (last ? options.padding : 0);
        const bool together = line_count <= kSmallRow || first || line == line_count - 2;
        strip.keep_with_next = last ? options.keep_with_next : together;
        strip.element = element;
        strip.tag = options.tag;
        const bool rule = last && options.hairline;
        strip.draw = [columns, line, rule, baseline = pad_top + above, bottom = strip.height](cairo_t* cairo,
                                                                                              double top) {
            draw_line(cairo, *columns, line, top + baseline);
            if (rule) hairline(cairo, top + bottom, look::kFaintLine, 0.75);
        };
        add(std::move(strip));
    }
}

void Strips::picture(double space_before, double height, std::function<void(cairo_t*, double top)> draw) {
    Strip strip;
    strip.space_before = space_before;
    strip.height = height;
    strip.element = ++element_;
    strip.tag = "Figure";
    strip.draw = std::move(draw);
    add(std::move(strip));
}

std::vector<PageStrips> fill_pages(const std::vector<Strip>& strips, double top, double bottom) {
    std::vector<PageStrips> pages(1);
    double y = top;
    const auto new_page = [&] {
        pages.emplace_back();
        y = top;
    };
    for (std::size_t from = 0; from < strips.size();) {
        std::size_t to = from + 1;
        while (to < strips.size() && strips[to - 1].keep_with_next) ++to;
        const double height = group_height(strips, from, to);
        const double before = pages.back().empty() ? 0 : strips[from].space_before;
        if (y + before + height > bottom && !pages.back().empty() && height <= bottom - top) new_page();
        for (; from < to; ++from) {
            const Strip& strip = strips[from];
            double space = pages.back().empty() ? 0 : strip.space_before;
            if (y + space + strip.height > bottom && !pages.back().empty()) {
                new_page();
                space = 0;
            }
            pages.back().push_back({&strip, y + space});
            y += space + strip.height;
        }
    }
    return pages;
}

void rounded_rectangle(cairo_t* cairo, double x, double y, double width, double height, double radius) {
    constexpr double kQuarter = std::numbers::pi / 2;
    radius = std::min({radius, width / 2, height / 2});
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + width - radius, y + radius, radius, -kQuarter, 0);
    cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, kQuarter);
    cairo_arc(cairo, x + radius, y + height - radius, radius, kQuarter, 2 * kQuarter);
    cairo_arc(cairo, x + radius, y + radius, radius, 2 * kQuarter, 3 * kQuarter);
    cairo_close_path(cairo);
}

void hairline(cairo_t* cairo, double y, codes::Colour colour, double width_pt) {
    set_colour(cairo, colour);
    cairo_rectangle(cairo, look::kMargin, y - width_pt / 2, kPageWidthPt - 2 * look::kMargin, width_pt);
    cairo_fill(cairo);
}

}  // namespace report
