#include "report/sections.h"

#include "report/chart.h"
#include "report/look.h"
#include "report/page.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace report {

namespace {

using namespace look;

constexpr double kLeft = kMargin;
constexpr double kWidth = kPageWidthPt - 2 * kMargin;
constexpr double kSectionSpace = 21;
constexpr int kMostLabelLines = 3;

Cell whole_width(const std::string& text, const TextStyle& style) {
    return {.x = kLeft, .width = kWidth, .text = text, .style = style};
}

void section(Strips& strips, const std::string& heading) {
    strips.heading(heading, kHeading, kSectionSpace, "H2");
}

void hint(Strips& strips, const std::string& text) {
    strips.row({whole_width(text, kComment)}, {.space_before = 3});
}

void header(Strips& strips, const Report& report) {
    strips.heading(report.title, kTitle, 0, "H1");
    strips.row({whole_width(report.subtitle, kSubtitle)}, {.space_before = 4, .keep_with_next = true});
    const std::string draft = report.version == 0 ? report.wording.draft + " · " : "";
    strips.row({whole_width(draft + report.coded_by, kSubtitle)}, {.space_before = 1, .padding = 0});
    strips.picture(9, 1, "", [](cairo_t* cairo, double top) { hairline(cairo, top + 0.5, kHairline, 1); });
    strips.space(-6);
}

// The moment's words come first and large, the coach's remark under them; a moment with a remark only is no less one.
void moment(Strips& strips, const codes::Moment& moment, const std::string& try_instead, codes::Colour pill,
            codes::Colour pill_ink) {
    TextStyle pill_style = kPill;
    pill_style.colour = pill_ink;
    const Cell time{.x = kLeft,
                    .width = kPillWidth,
                    .text = base::to_short_text(moment.at),
                    .style = pill_style,
                    .align = Align::Centre,
                    .most_lines = 1,
                    .pill = pill,
                    .tag = "Lbl"};
    struct Text {
        std::string words;
        TextStyle style;
    };
    std::vector<Text> texts;
    if (!moment.quote.empty()) texts.push_back({moment.quote, kQuote});
    if (!moment.comment.empty()) texts.push_back({moment.comment, moment.quote.empty() ? kQuote : kComment});
    if (!moment.alternative.empty() && !try_instead.empty())
        texts.push_back({try_instead + " " + moment.alternative, kTry});
    strips.open("LI");
    const int from = strips.count();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Cells cells;
        if (i == 0) cells.push_back(time);
        cells.push_back({.x = kLeft + kAfterPill,
                         .width = kWidth - kAfterPill,
                         .text = texts[i].words,
                         .style = texts[i].style,
                         .tag = "LBody"});
        strips.row(cells, {.space_before = i == 0 ? 4.0 : 1.0, .tag = ""});
    }
    strips.keep_together(from);
    strips.close();
}

void moment_list(Strips& strips, const std::vector<codes::Moment>& moments, const std::string& try_instead,
                 codes::Colour pill, codes::Colour pill_ink) {
    strips.open("L");
    for (const codes::Moment& each : moments) {
        if (&each != &moments.front()) strips.space(6);
        moment(strips, each, try_instead, pill, pill_ink);
    }
    strips.close();
}

void coachs_words(Strips& strips, const Report& report) {
    const Wording& words = report.wording;
    const bool draft = report.version == 0;
    const codes::Feedback& feedback = report.feedback;
    if (!feedback.strengths.empty() || draft) {
        section(strips, words.strengths);
        if (feedback.strengths.empty())
            hint(strips, words.no_strengths);
        else
            moment_list(strips, feedback.strengths, "", kStrengthPill, kStrengthInk);
    }
    if (!feedback.focus.empty() || draft) {
        section(strips, words.focus);
        if (feedback.focus.empty())
            hint(strips, words.no_focus);
        else
            moment_list(strips, feedback.focus, words.try_instead, kFocusPill, kFocusInk);
    }
    if (!feedback.next_step.empty() || draft) {
        section(strips, words.next_step);
        if (feedback.next_step.empty()) {
            hint(strips, words.no_next_step);
        } else {
            strips.row({whole_width(feedback.next_step, kBody)}, {.space_before = 3});
        }
    }
}

void draw_label(cairo_t* cairo, const std::string& text, double x, double width, Align align, double baseline) {
    const TextLines lines(text, kRemark, width, align, 1);
    lines.draw(cairo, 0, x, baseline);
}

void draw_chart(cairo_t* cairo, const Chart& chart, double top) {
    for (std::size_t lane = 0; lane < chart.lane_tops.size(); ++lane) {
        const double y = top + chart.lane_tops[lane];
        rounded_rectangle(cairo, kLeft + chart.lane_left, y, chart.width - chart.lane_left, chart.lane_height, 3);
        set_colour(cairo, kLane);
        cairo_fill(cairo);
        draw_label(cairo, chart.lane_labels[lane], kLeft, chart.lane_left - 4, Align::Left,
                   y + chart.lane_height / 2 + 3);
    }
    for (const ChartMark& mark : chart.marks) {
        const double y = top + chart.lane_tops[static_cast<std::size_t>(mark.lane)];
        rounded_rectangle(cairo, kLeft + mark.x, y + 2, mark.width, chart.lane_height - 4, 0.9);
        set_colour(cairo, mark.colour, mark.is_span ? 0.3 : 1);
        cairo_fill(cairo);
    }
    constexpr double kRoom = 60;
    for (std::size_t i = 0; i < chart.ticks.size(); ++i) {
        const double x = kLeft + chart.ticks[i].x;
        const bool first = i == 0;
        const bool last = i + 1 == chart.ticks.size();
        const Align align = first ? Align::Left : last ? Align::Right : Align::Centre;
        const double from = first ? x : last ? x - kRoom : x - kRoom / 2;
        draw_label(cairo, chart.ticks[i].label, from, kRoom, align, top + chart.tick_baseline);
    }
}

void timeline(Strips& strips, const Report& report) {
    section(strips, report.wording.timeline);
    const Chart chart = timeline_chart(report, kWidth);
    strips.picture(6, chart.height, "Figure", [chart](cairo_t* cairo, double top) { draw_chart(cairo, chart, top); });
}

void measures(Strips& strips, const Report& report) {
    if (report.measures.empty()) return;
    section(strips, report.wording.measures);
    strips.space(1);
    const int from = strips.count();
    strips.open("Table");
    for (const MeasureRow& measure : report.measures) {
        strips.row(
            {{.x = kLeft,
              .width = 168,
              .text = measure.label,
              .style = kCell,
              .most_lines = kMostLabelLines,
              .tag = "TH"},
             {.x = kLeft + 168,
              .width = 84,
              .text = measure.counted,
              .style = kCellMuted,
              .align = Align::Right,
              .most_lines = 1,
              .tag = "TD"},
             {.x = kLeft + 276, .width = 92, .text = measure.value, .style = kCellStrong, .most_lines = 2, .tag = "TD"},
             {.x = kLeft + 368,
              .width = kWidth - 368,
              .text = measure.remark,
              .style = kRemark,
              .align = Align::Right,
              .most_lines = kMostLabelLines,
              .tag = "TD"}},
            {.padding = 3, .hairline = true, .tag = "TR"});
    }
    strips.close();
    strips.keep_together(from);
}

constexpr double kSideWidth = 220;
constexpr double kLabelWidth = 138;
constexpr double kCountWidth = 34;
constexpr double kRateWidth = kSideWidth - kLabelWidth - kCountWidth;

enum class Line { Head, Total, Code };

Cell right(double x, double width, const std::string& text, const TextStyle& style, const char* tag) {
    return {.x = x, .width = width, .text = text, .style = style, .align = Align::Right, .most_lines = 1, .tag = tag};
}

Cells count_heads(const Report& report, double x) {
    return {right(x + kLabelWidth, kCountWidth, report.wording.count, kRemark, "TH"),
            right(x + kLabelWidth + kCountWidth, kRateWidth, report.wording.per_hour, kRemark, "TH")};
}

Cells count_cells(const CountRow& row, double x, Line line) {
    const bool total = line == Line::Total;
    const TextStyle& label = total ? kCellStrong : row.count == 0 ? kCellMuted : kCell;
    Cell name{
        .x = x, .width = kLabelWidth, .text = row.label, .style = label, .most_lines = kMostLabelLines, .tag = "TH"};
    if (!total) name.bar = row.colour;
    return {name, right(x + kLabelWidth, kCountWidth, std::to_string(row.count), label, "TD"),
            right(x + kLabelWidth + kCountWidth, kRateWidth, row.rate, kRemark, "TD")};
}

// Both sides beside each other; each is a table of its own.
void counts(Strips& strips, const Report& report) {
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

void ratings(Strips& strips, const Report& report) {
    if (report.ratings.empty()) return;
    section(strips, report.wording.ratings);
    const int from = strips.count();
    strips.open("Table");
    for (const RatingRow& rating : report.ratings) {
        strips.row({{.x = kLeft,
                     .width = 240,
                     .text = rating.label,
                     .style = kCell,
                     .most_lines = kMostLabelLines,
                     .tag = "TH"},
                    {.x = kLeft + 276,
                     .width = 92,
                     .text = std::to_string(rating.value),
                     .style = kCellStrong,
                     .most_lines = 1,
                     .tag = "TD"},
                    {.x = kLeft + 368,
                     .width = kWidth - 368,
                     .text = rating.scale,
                     .style = kRemark,
                     .align = Align::Right,
                     .most_lines = 2,
                     .tag = "TD"}},
                   {.padding = 3, .hairline = true, .tag = "TR"});
    }
    strips.close();
    strips.keep_together(from);
}

void moments(Strips& strips, const Report& report) {
    if (report.moments.empty()) return;
    section(strips, report.wording.moments);
    const int from = strips.count();
    strips.open("Table");
    for (const MomentRow& moment : report.moments) {
        TextStyle pill_style = kPill;
        pill_style.colour = kNeutralInk;
        strips.row({{.x = kLeft,
                     .width = kPillWidth,
                     .text = base::to_short_text(moment.at),
                     .style = pill_style,
                     .align = Align::Centre,
                     .most_lines = 1,
                     .pill = kNeutralPill,
                     .tag = "TH"},
                    {.x = kLeft + kAfterPill,
                     .width = 144,
                     .text = moment.code,
                     .style = kCell,
                     .most_lines = kMostLabelLines,
                     .bar = moment.colour,
                     .tag = "TD"},
                    {.x = kLeft + kAfterPill + 152,
                     .width = kWidth - kAfterPill - 152,
                     .text = moment.note,
                     .style = kCell,
                     .tag = "TD"}},
                   {.padding = 3.5, .hairline = true, .tag = "TR"});
    }
    strips.close();
    strips.keep_together(from);
}

void method(Strips& strips, const Report& report) {
    if (report.method.empty()) return;
    section(strips, report.wording.method);
    const int from = strips.count();
    for (const std::string& line : report.method) strips.row({whole_width(line, kSmall)}, {.space_before = 3});
    strips.keep_together(from);
}

}  // namespace

std::vector<Strip> page_strips(const Report& report) {
    Strips strips;
    header(strips, report);
    coachs_words(strips, report);
    timeline(strips, report);
    measures(strips, report);
    ratings(strips, report);
    counts(strips, report);
    moments(strips, report);
    method(strips, report);
    return strips.take();
}

}  // namespace report
