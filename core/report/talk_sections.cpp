// The sections about what was said: the client's language over time and in quotes, who spoke, and how the trainee saw
// it.
#include "report/chart.h"
#include "report/section_parts.h"

#include <array>

namespace report {

using namespace look;
using namespace parts;

namespace {

void draw_text(cairo_t* cairo, const std::string& text, double x, double width, double baseline) {
    const TextLines lines(text, kRemark, width, Align::Left, 1);
    lines.draw(cairo, 0, x, baseline);
}

void draw_curve(cairo_t* cairo, const CurveChart& chart, double top) {
    set_colour(cairo, kHairline);
    cairo_set_line_width(cairo, 0.75);
    cairo_move_to(cairo, kLeft + chart.left, top + chart.zero);
    cairo_line_to(cairo, kLeft + chart.width, top + chart.zero);
    cairo_stroke(cairo);
    set_colour(cairo, kAccent);
    cairo_set_line_width(cairo, 1.4);
    for (const auto& [x, y] : chart.line) cairo_line_to(cairo, kLeft + x, top + y);
    cairo_stroke(cairo);
    for (const CurveLabel& label : chart.labels)
        draw_text(cairo, label.text, kLeft, chart.left - 4, top + label.baseline);
}

Cell column(double x, double width, const std::string& text, const TextStyle& style, const char* tag) {
    return {.x = x, .width = width, .text = text, .style = style, .most_lines = 2, .tag = tag};
}

}  // namespace

void curve_sections(Strips& strips, const Report& report) {
    for (const Curve& curve : report.curves) {
        section(strips, curve.label);
        const CurveChart chart = curve_chart(report, curve, kWidth);
        const int from = strips.count();
        strips.picture(4, chart.height, "Figure",
                       [chart](cairo_t* cairo, double top) { draw_curve(cairo, chart, top); });
        strips.row({whole_width(curve.text, kRemark)}, {.space_before = 2});
        strips.keep_together(from);
    }
}

void coverage_sections(Strips& strips, const Report& report) {
    for (const Coverage& coverage : report.coverages) {
        section(strips, coverage.label);
        const int from = strips.count();
        strips.row({whole_width(coverage.summary, kBody)}, {.space_before = 2});
        strips.open("Table");
        for (const HeardRow& row : coverage.rows) number_line(strips, row.label, "", row.when, "");
        strips.close();
        strips.keep_together(from);
    }
}

void thirds_section(Strips& strips, const Report& report) {
    if (report.thirds.empty()) return;
    section(strips, report.wording.thirds);
    const int from = strips.count();
    constexpr double kFirst = 168;
    constexpr double kEach = (kWidth - kFirst) / 3;
    const std::array<const std::string*, 3> heads = {&report.wording.first_third, &report.wording.middle_third,
                                                     &report.wording.last_third};
    strips.open("Table");
    Cells head = {column(kLeft, kFirst, "", kRemark, "TH")};
    for (std::size_t third = 0; third < heads.size(); ++third)
        head.push_back(
            column(kLeft + kFirst + kEach * static_cast<double>(third), kEach, *heads[third], kRemark, "TH"));
    strips.row(head, {.space_before = 2, .keep_with_next = true, .tag = "TR"});
    for (const ThirdsRow& row : report.thirds) {
        Cells cells = {column(kLeft, kFirst - 8, row.label, kCell, "TH")};
        for (std::size_t third = 0; third < row.values.size(); ++third) {
            const double x = kLeft + kFirst + kEach * static_cast<double>(third);
            cells.push_back(column(x, kEach * 0.45, row.values[third], kCellStrong, "TD"));
            cells.push_back(column(x + kEach * 0.45, kEach * 0.5, row.counted[third], kCellMuted, "TD"));
        }
        strips.row(cells, {.padding = 3, .hairline = true, .tag = "TR"});
    }
    strips.close();
    strips.keep_together(from);
}

void talk_section(Strips& strips, const Report& report) {
    if (report.talk.empty()) return;
    section(strips, report.wording.talk);
    const int from = strips.count();
    constexpr double kFirst = 168;
    constexpr double kEach = 84;
    strips.open("Table");
    strips.row({column(kLeft, kFirst, "", kRemark, "TH"),
                column(kLeft + kFirst, kEach, report.wording.professional, kRemark, "TH"),
                column(kLeft + kFirst + kEach, kEach, report.wording.client, kRemark, "TH")},
               {.space_before = 2, .keep_with_next = true, .tag = "TR"});
    for (const TalkRow& row : report.talk) {
        constexpr double kRemarkAt = kFirst + 2 * kEach + 16;
        strips.row({column(kLeft, kFirst - 8, row.label, kCell, "TH"),
                    column(kLeft + kFirst, kEach, row.professional, kCellStrong, "TD"),
                    column(kLeft + kFirst + kEach, kEach, row.client, kCellStrong, "TD"),
                    {.x = kLeft + kRemarkAt,
                     .width = kWidth - kRemarkAt,
                     .text = row.remark,
                     .style = kRemark,
                     .align = Align::Right,
                     .most_lines = kMostLabelLines,
                     .tag = "TD"}},
                   {.padding = 3, .hairline = true, .tag = "TR"});
    }
    strips.close();
    strips.keep_together(from);
}

void self_view_section(Strips& strips, const Report& report) {
    if (report.self_view.empty()) return;
    section(strips, report.wording.self_view);
    const int from = strips.count();
    strips.open("Table");
    for (const SelfRow& row : report.self_view) number_line(strips, row.question, "", row.answer, row.measured);
    strips.close();
    strips.keep_together(from);
}

void quotes_section(Strips& strips, const Report& report) {
    if (report.quotes.empty()) return;
    section(strips, report.wording.quotes);
    const int from = strips.count();
    strips.open("Table");
    for (const MomentRow& quote : report.quotes) moment_line(strips, quote, 0);
    strips.close();
    strips.keep_together(from);
}

}  // namespace report
