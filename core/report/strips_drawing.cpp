// Strips onto a page: each column of a row in one go, so that a cell is one element to a screen reader although its
// lines stand between those of its neighbours.
#include "report/look.h"
#include "report/page.h"
#include "report/strips.h"

#include <algorithm>
#include <numbers>
#include <span>

namespace report {

namespace {

constexpr double kBarWidth = 3;
constexpr double kPillHeight = 15;

using Lines = std::span<const Placed>;  // of one row

double pill_width(const Column& column) {
    return std::max(column.cell.width, column.lines.width() + 10);
}

double pill_top(const Column& column, double baseline) {
    return baseline - column.cell.style.size_pt * kCapitalHeight / 2 - kPillHeight / 2;
}

void draw_pill(cairo_t* cairo, const Column& column, double baseline) {
    rounded_rectangle(cairo, column.cell.x, pill_top(column, baseline), pill_width(column), kPillHeight,
                      kPillHeight / 2);
    set_colour(cairo, *column.cell.pill);
    cairo_fill(cairo);
}

void draw_bar(cairo_t* cairo, const Column& column, double baseline) {
    const double height = 9;
    const double middle = baseline - column.cell.style.size_pt * kCapitalHeight / 2;
    rounded_rectangle(cairo, column.cell.x, middle - height / 2, kBarWidth, height, 1.2);
    set_colour(cairo, *column.cell.bar);
    cairo_fill(cairo);
}

void draw_column(cairo_t* cairo, const Column& column, Lines lines) {
    const double x = column.cell.x + (column.cell.bar ? kAfterBar : 0);
    for (const Placed& placed : lines) {
        if (placed.strip->line >= column.lines.count()) return;
        const double baseline = placed.top + placed.strip->baseline;
        if (placed.strip->line == 0 && column.cell.pill) draw_pill(cairo, column, baseline);
        if (placed.strip->line == 0 && column.cell.bar) draw_bar(cairo, column, baseline);
        column.lines.draw(cairo, placed.strip->line, x, baseline);
    }
}

void draw_part(cairo_t* cairo, const Row::Part& part, Lines lines, Tags& tags) {
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
        const Column& column = part.columns[i];
        if (lines.front().strip->line >= column.lines.count()) continue;  // ended on the page before
        Place place = part.place;
        if (!column.cell.tag.empty()) place.push_back({column.cell.tag, static_cast<int>(i)});
        tags.go_to(place);
        draw_column(cairo, column, lines);
    }
}

void draw_hairline(cairo_t* cairo, Lines lines) {
    const Placed& last = lines.back();
    const Row& row = *last.strip->row;
    const bool is_end = std::all_of(row.parts.begin(), row.parts.end(), [&](const Row::Part& part) {
        return std::all_of(part.columns.begin(), part.columns.end(),
                           [&](const Column& column) { return last.strip->line + 1 >= column.lines.count(); });
    });
    if (row.hairline && is_end) hairline(cairo, last.top + last.strip->height, look::kFaintLine, 0.75);
}

// The rows that are drawn together: one, or all of the tables that stand side by side.
std::vector<Lines> rows_from(const PageStrips& page, std::size_t from) {
    std::vector<Lines> rows;
    const int side_by_side = page[from].strip->row->side_by_side;
    while (from < page.size() && page[from].strip->row) {
        const Row* row = page[from].strip->row.get();
        if (!rows.empty() && (side_by_side == 0 || row->side_by_side != side_by_side)) break;
        std::size_t to = from;
        while (to < page.size() && page[to].strip->row.get() == row) ++to;
        rows.emplace_back(page.data() + from, to - from);
        from = to;
    }
    return rows;
}

}  // namespace

void draw_strips(cairo_t* cairo, const PageStrips& page, Tags& tags) {
    for (std::size_t at = 0; at < page.size();) {
        const Strip& strip = *page[at].strip;
        if (!strip.row) {
            tags.go_to(strip.place);
            strip.picture(cairo, page[at].top);
            ++at;
            continue;
        }
        const std::vector<Lines> rows = rows_from(page, at);
        const std::size_t parts = strip.row->parts.size();
        for (std::size_t part = 0; part < parts; ++part)
            for (const Lines& lines : rows) draw_part(cairo, lines.front().strip->row->parts[part], lines, tags);
        for (const Lines& lines : rows) at += lines.size();
        tags.end_words();
        for (const Lines& lines : rows) draw_hairline(cairo, lines);
    }
    tags.end_words();
}

std::vector<PageMoment> moments_on(const PageStrips& page) {
    std::vector<PageMoment> moments;
    for (const Placed& placed : page) {
        if (!placed.strip->row || placed.strip->line != 0) continue;
        for (const Row::Part& part : placed.strip->row->parts)
            for (const Column& column : part.columns)
                if (column.cell.moment)
                    moments.push_back({column.cell.x, pill_top(column, placed.top + placed.strip->baseline),
                                       pill_width(column), kPillHeight, *column.cell.moment});
    }
    return moments;
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
