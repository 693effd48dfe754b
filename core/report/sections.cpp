#include "report/sections.h"

#include "report/chart.h"
#include "report/look.h"
#include "report/page.h"

#include <algorithm>
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
    strips.picture(9, 1, [](cairo_t* cairo, double top) { hairline(cairo, top + 0.5, kHairline, 1); });
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
                    .pill = pill};
    struct Text {
        std::string words;
        TextStyle style;
    };
    std::vector<Text> texts;
    if (!moment.quote.empty()) texts.push_back({moment.quote, kQuote});
    if (!moment.comment.empty()) texts.push_back({moment.comment, moment.quote.empty() ? kQuote : kComment});
    if (!moment.alternative.empty() && !try_instead.empty())
        texts.push_back({try_instead + " " + moment.alternative, kTry});
    for (std::size_t i = 0; i < texts.size(); ++i) {
        std::vector<Cell> cells;
        if (i == 0) cells.push_back(time);
        cells.push_back(
            {.x = kLeft + kAfterPill, .width = kWidth - kAfterPill, .text = texts[i].words, .style = texts[i].style});
        strips.row(cells, {.space_before = i == 0 ? 4.0 : 1.0, .keep_with_next = i + 1 < texts.size()});
    }
}

void coachs_words(Strips& strips, const Report& report) {
    const Wording& words = report.wording;
    const bool draft = report.version == 0;
    const codes::Feedback& feedback = report.feedback;
    if (!feedback.strengths.empty() || draft) {
        section(strips, words.strengths);
        for (const codes::Moment& strength : feedback.strengths) {
            if (&strength != &feedback.strengths.front()) strips.space(6);
            moment(strips, strength, "", kStrengthPill, kStrengthInk);
        }
        if (feedback.strengths.empty()) hint(strips, words.no_strengths);
    }
    if (!feedback.focus.empty() || draft) {
        section(strips, words.focus);
        for (const codes::Moment& focus : feedback.focus)
            moment(strips, focus, words.try_instead, kFocusPill, kFocusInk);
        if (feedback.focus.empty()) hint(strips, words.no_focus);
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
    strips.picture(6, chart.height, [chart](cairo_t* cairo, double top) { draw_chart(cairo, chart, top); });
}

void measures(Strips& strips, const Report& report) {
    if (report.measures.empty()) return;
    section(strips, report.wording.measures);
    strips.space(1);
    for (const MeasureRow& measure : report.measures) {
        strips.row({{.x = kLeft, .width = 168, .text = measure.label, .style = kCell, .most_lines = kMostLabelLines},
                    {.x = kLeft + 168,
                     .width = 84,
                     .text = measure.counted,
                     .style = kCellMuted,
                     .align = Align::Right,
                     .most_lines = 1},
                    {.x = kLeft + 276, .width = 92, .text = measure.value, .style = kCellStrong, .most_lines = 2},
                    {.x = kLeft + 368,
                     .width = kWidth - 368,
                     .text = measure.remark,
                     .style = kRemark,
                     .align = Align::Right,
                     .most_lines = kMostLabelLines}},
                   {.padding = 3, .hairline = true, .tag = "P"});
    }
}

void count_cells(std::vector<Cell>& cells, const CountRow& row, double x, bool total) {
    const TextStyle& label = total ? kCellStrong : row.count == 0 ? kCellMuted : kCell;
    Cell name{.x = x, .width = 138, .text = row.label, .style = label, .most_lines = kMostLabelLines};
    if (!total) name.bar = row.colour;
    cells.push_back(name);
    cells.push_back({.x = x + 138,
                     .width = 34,
                     .text = std::to_string(row.count),
                     .style = total            ? kCellStrong
                              : row.count == 0 ? kCellMuted
                                               : kCell,
                     .align = Align::Right,
                     .most_lines = 1});
    cells.push_back(
        {.x = x + 172, .width = 48, .text = row.rate, .style = kRemark, .align = Align::Right, .most_lines = 1});
}

void counts(Strips& strips, const Report& report) {
    if (report.counts.empty()) return;
    section(strips, report.wording.counts);
    constexpr double kSecond = kLeft + kWidth - 220;
    std::vector<const CountRow*> sides[2];
    for (const CountRow& row : report.counts) sides[row.side == codes::Side::Client ? 1 : 0].push_back(&row);
    std::vector<Cell> heads;
    for (const double x : {kLeft, kSecond}) {
        heads.push_back({.x = x + 138,
                         .width = 34,
                         .text = report.wording.count,
                         .style = kRemark,
                         .align = Align::Right,
                         .most_lines = 1});
        heads.push_back({.x = x + 172,
                         .width = 48,
                         .text = report.wording.per_hour,
                         .style = kRemark,
                         .align = Align::Right,
                         .most_lines = 1});
    }
    for (std::size_t side = 0; side < report.totals.size() && side < 2; ++side)
        count_cells(heads, report.totals[side], side == 0 ? kLeft : kSecond, true);
    // The heads of the columns stand over the totals, on a line of their own.
    std::vector<Cell> totals(heads.begin() + 4, heads.end());
    heads.resize(4);
    strips.row(heads, {.space_before = 2, .keep_with_next = true});
    strips.row(totals, {.padding = 2, .hairline = true, .keep_with_next = true});
    const std::size_t lines = std::max(sides[0].size(), sides[1].size());
    for (std::size_t i = 0; i < lines; ++i) {
        std::vector<Cell> cells;
        if (i < sides[0].size()) count_cells(cells, *sides[0][i], kLeft, false);
        if (i < sides[1].size()) count_cells(cells, *sides[1][i], kSecond, false);
        strips.row(cells, {.space_before = i == 0 ? 3.0 : 0.0, .padding = 1, .keep_with_next = i + 1 < lines});
    }
}

void ratings(Strips& strips, const Report& report) {
    if (report.ratings.empty()) return;
    section(strips, report.wording.ratings);
    for (const RatingRow& rating : report.ratings) {
        strips.row({{.x = kLeft, .width = 240, .text = rating.label, .style = kCell, .most_lines = kMostLabelLines},
                    {.x = kLeft + 276,
                     .width = 92,
                     .text = std::to_string(rating.value),
                     .style = kCellStrong,
                     .most_lines = 1},
                    {.x = kLeft + 368,
                     .width = kWidth - 368,
                     .text = rating.scale,
                     .style = kRemark,
                     .align = Align::Right,
                     .most_lines = 2}},
                   {.padding = 3, .hairline = true});
    }
}

void moments(Strips& strips, const Report& report) {
    if (report.moments.empty()) return;
    section(strips, report.wording.moments);
    for (const MomentRow& moment : report.moments) {
        TextStyle pill_style = kPill;
        pill_style.colour = kNeutralInk;
        strips.row(
            {{.x = kLeft,
              .width = kPillWidth,
              .text = base::to_short_text(moment.at),
              .style = pill_style,
              .align = Align::Centre,
              .most_lines = 1,
              .pill = kNeutralPill},
             {.x = kLeft + kAfterPill,
              .width = 132,
              .text = moment.code,
              .style = kCell,
              .most_lines = kMostLabelLines,
              .bar = moment.colour},
             {.x = kLeft + kAfterPill + 140, .width = kWidth - kAfterPill - 140, .text = moment.note, .style = kCell}},
            {.padding = 3.5, .hairline = true});
    }
}

void method(Strips& strips, const Report& report) {
    if (report.method.empty()) return;
    section(strips, report.wording.method);
    for (const std::string& line : report.method) strips.row({whole_width(line, kSmall)}, {.space_before = 3});
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
