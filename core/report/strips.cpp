#include "report/strips.h"

#include "report/look.h"
#include "report/page.h"

#include <algorithm>
#include <utility>

namespace report {

namespace {

constexpr int kSmallText = 4;                      // lines; a longer text may go on over the page
constexpr double kWhole = (786 - look::kTop) / 2;  // what is not taller is not broken: half a page

Column column(const Cell& cell) {
    const double before = cell.bar ? kAfterBar : 0;
    Column made{cell, TextLines(cell.text, cell.style, cell.width - before, cell.align, cell.most_lines)};
    return made;
}

std::vector<Column> columns_of(const Cells& cells) {
    std::vector<Column> columns;
    columns.reserve(cells.size());
    for (const Cell& cell : cells) columns.push_back(column(cell));
    return columns;
}

int line_count(const Row& row) {
    int count = 0;
    for (const Row::Part& part : row.parts)
        for (const Column& column : part.columns) count = std::max(count, column.lines.count());
    return count;
}

struct LineHeight {
    double above = 0;
    double below = 0;
};
LineHeight height_of(const Row& row, int line) {
    LineHeight height;
    for (const Row::Part& part : row.parts) {
        for (const Column& column : part.columns) {
            if (line >= column.lines.count()) continue;
            height.above = std::max(height.above, column.lines.above(line));
            height.below = std::max(height.below, column.lines.below(line));
        }
    }
    return height;
}

double group_height(const std::vector<Strip>& strips, std::size_t from, std::size_t to, double spread) {
    double height = 0;
    for (std::size_t i = from; i < to; ++i)
        height += strips[i].height + (i == from ? 0 : strips[i].space_before * spread);
    return height;
}

}  // namespace

Place Strips::inside(const std::string& tag) {
    Place place = open_;
    if (!tag.empty()) place.push_back({tag, ++element_});
    return place;
}

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

void Strips::row(const Cells& cells, const RowOptions& options) {
    const auto row = std::make_shared<Row>();
    row->parts.push_back({inside(options.tag), columns_of(cells)});
    row->hairline = options.hairline;
    add_lines(row, options);
}

void Strips::row(const std::vector<Cells>& tables, const std::string& part, const RowOptions& options) {
    const auto row = std::make_shared<Row>();
    row->side_by_side = side_by_side_;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const int table = side_by_side_ + static_cast<int>(i);
        Place place = open_;
        place.insert(place.end(), {{"Table", table}, {part, table}, {"TR", ++element_}});
        row->parts.push_back({std::move(place), columns_of(tables[i])});
    }
    row->hairline = options.hairline;
    add_lines(row, options);
}

void Strips::begin_side_by_side() {
    constexpr int kMostTables = 8;
    side_by_side_ = element_ + 1;
    element_ += kMostTables;
}

void Strips::add_lines(const std::shared_ptr<Row>& row, const RowOptions& options) {
    const int count = line_count(*row);
    const int first = this->count();
    for (int line = 0; line < count; ++line) {
        const LineHeight height = height_of(*row, line);
        const bool is_first = line == 0;
        const bool is_last = line + 1 == count;
        Strip strip;
        strip.space_before = is_first ? options.space_before : 0;
        strip.baseline = (is_first ? options.padding : 0) + height.above;
        strip.height = strip.baseline + height.below + (is_last ? options.padding : 0);
        const bool together = count <= kSmallText || is_first || line == count - 2;
        strip.keep_with_next = is_last ? options.keep_with_next : together;
        strip.row = row;
        strip.line = line;
        add(std::move(strip));
    }
    const auto begin = strips_.begin() + first;
    double height = 0;
    for (auto strip = begin; strip != strips_.end(); ++strip) height += strip->height;
    if (options.tag == "P" || height > kWhole || count == 0) return;
    for (auto strip = begin; strip + 1 != strips_.end(); ++strip) strip->keep_with_next = true;
}

void Strips::picture(double space_before, double height, const std::string& tag,
                     std::function<void(cairo_t*, double top)> draw) {
    Strip strip;
    strip.space_before = space_before;
    strip.height = height;
    strip.place = inside(tag);
    strip.picture = std::move(draw);
    add(std::move(strip));
}

void Strips::keep_together(int from) {
    const auto first = static_cast<std::size_t>(from);
    if (first >= strips_.size()) return;
    if (group_height(strips_, first, strips_.size(), 1) <= kWhole) {
        for (std::size_t i = first; i + 1 < strips_.size(); ++i) strips_[i].keep_with_next = true;
        return;
    }
    const auto end_of_row = [&](std::size_t at) {
        while (at + 1 < strips_.size() && strips_[at + 1].row == strips_[at].row) ++at;
        return at;
    };
    strips_[end_of_row(first)].keep_with_next = true;
    std::size_t last = strips_.size() - 1;
    while (last > first && strips_[last - 1].row == strips_[last].row) --last;
    if (last > first) strips_[last - 1].keep_with_next = true;
}

std::vector<PageStrips> fill_pages(const std::vector<Strip>& strips, double top, double bottom, double spread) {
    std::vector<PageStrips> pages(1);
    double y = top;
    const auto new_page = [&] {
        pages.emplace_back();
        y = top;
    };
    for (std::size_t from = 0; from < strips.size();) {
        std::size_t to = from + 1;
        while (to < strips.size() && strips[to - 1].keep_with_next) ++to;
        const double height = group_height(strips, from, to, spread);
        // What is taller than a page is broken somewhere, but not right behind its heading.
        const double needed = height <= bottom - top ? height : (bottom - top) / 3;
        const double before = pages.back().empty() ? 0 : strips[from].space_before * spread;
        if (y + before + needed > bottom && !pages.back().empty()) new_page();
        for (; from < to; ++from) {
            const Strip& strip = strips[from];
            double space = pages.back().empty() ? 0 : strip.space_before * spread;
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

}  // namespace report
