// The sections that count: measures, ratings, and what was heard on either side.
#include "report/section_parts.h"

#include <algorithm>
#include <array>

namespace report {

using namespace look;
using namespace parts;

namespace {

constexpr double kSideWidth = 220;
constexpr double kNameWidth = 138;
constexpr double kCountWidth = 34;
constexpr double kRateWidth = kSideWidth - kNameWidth - kCountWidth;

enum class Line { Head, Total, Code };

Cell right(double x, double width, const std::string& text, const TextStyle& style, const char* tag) {
    return {.x = x, .width = width, .text = text, .style = style, .align = Align::Right, .most_lines = 1, .tag = tag};
}

Cells count_heads(const Report& report, double x) {
    return {right(x + kNameWidth, kCountWidth, report.wording.count, kRemark, "TH"),
            right(x + kNameWidth + kCountWidth, kRateWidth, report.wording.per_hour, kRemark, "TH")};
}

Cells count_cells(const CountRow& row, double x, Line line) {
    const bool total = line == Line::Total;
    const TextStyle& label = total ? kCellStrong : row.count == 0 ? kCellMuted : kCell;
    Cell name{
        .x = x, .width = kNameWidth, .text = row.label, .style = label, .most_lines = kMostLabelLines, .tag = "TH"};
    if (!total) name.bar = row.colour;
    return {name, right(x + kNameWidth, kCountWidth, std::to_string(row.count), label, "TD"),
            right(x + kNameWidth + kCountWidth, kRateWidth, row.rate, kRemark, "TD")};
}

// What the value stands for, the moments it rests on, or that there are none.
void rating_rows(Strips& strips, const RatingRow& rating) {
    constexpr double kIndent = 12;
    std::vector<const std::string*> lines;
    for (const std::string* line : {&rating.anchor, &rating.remark})
        if (!line->empty()) lines.push_back(line);
    const int from = strips.count();
    number_line(strips, rating.label, "", std::to_string(rating.value), rating.scale,
                lines.empty() && rating.evidence.empty());
    for (const std::string* line : lines)
        strips.row({{.x = kLeft + kIndent,
                     .width = kWidth - kIndent,
                     .text = *line,
                     .style = kComment,
                     .most_lines = kMostLabelLines,
                     .tag = "TD"}},
                   {.padding = 1, .hairline = rating.evidence.empty() && line == lines.back(), .tag = "TR"});
    for (const MomentRow& moment : rating.evidence)
        moment_line(strips, moment, kIndent, &moment == &rating.evidence.back());
    strips.keep_together(from);
}

}  // namespace

void measures_section(Strips& strips, const Report& report) {
    if (report.measures.empty()) return;
    section(strips, report.wording.measures);
    strips.space(1);
    const int from = strips.count();
    strips.open("Table");
    for (const MeasureRow& measure : report.measures)
        number_line(strips, measure.label, measure.counted, measure.value, measure.remark);
    strips.close();
    strips.keep_together(from);
}

// Both sides beside each other; each is a table of its own.
void counts_section(Strips& strips, const Report& report) {
    if (report.counts.empty() || report.totals.size() < 2) return;
    section(strips, report.wording.counts);
    const int from = strips.count();
    constexpr std::array<double, 2> kAt = {kLeft, kLeft + kWidth - kSideWidth};
    std::array<std::vector<const CountRow*>, 2> sides;
    for (const CountRow& row : report.counts) sides[row.side == codes::Side::Client ? 1 : 0].push_back(&row);
    strips.begin_side_by_side();
    // The heads of the columns stand over the totals, on a line of their own.
    strips.row({count_heads(report, kAt[0]), count_heads(report, kAt[1])}, "THead",
               {.space_before = 2, .keep_with_next = true, .tag = "TR"});
    strips.row({count_cells(report.totals[0], kAt[0], Line::Total), count_cells(report.totals[1], kAt[1], Line::Total)},
               "TBody", {.padding = 2, .hairline = true, .keep_with_next = true, .tag = "TR"});
    for (std::size_t i = 0; i < std::max(sides[0].size(), sides[1].size()); ++i) {
        std::vector<Cells> cells(2);
        for (std::size_t side = 0; side < 2; ++side)
            if (i < sides[side].size()) cells[side] = count_cells(*sides[side][i], kAt[side], Line::Code);
        strips.row(cells, "TBody", {.space_before = i == 0 ? 3.0 : 0.0, .padding = 1, .tag = "TR"});
    }
    strips.end_side_by_side();
    strips.keep_together(from);
}

void ratings_section(Strips& strips, const Report& report) {
    if (report.ratings.empty()) return;
    section(strips, report.wording.ratings);
    const int from = strips.count();
    strips.open("Table");
    for (const RatingRow& rating : report.ratings) rating_rows(strips, rating);
    strips.close();
    strips.keep_together(from);
}

}  // namespace report
