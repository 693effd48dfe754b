#include "report/sections.h"

#include "report/chart.h"
#include "report/section_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace report {

namespace {

using namespace look;
using namespace parts;

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
                    .moment = moment.at,
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

void moments(Strips& strips, const Report& report) {
    if (report.moments.empty()) return;
    section(strips, report.wording.moments);
    const int from = strips.count();
    strips.open("Table");
    for (const MomentRow& moment : report.moments) moment_line(strips, moment, 0);
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
    curve_sections(strips, report);
    measures_section(strips, report);
    ratings_section(strips, report);
    coverage_sections(strips, report);
    talk_section(strips, report);
    thirds_section(strips, report);
    self_view_section(strips, report);
    quotes_section(strips, report);
    counts_section(strips, report);
    moments(strips, report);
    method(strips, report);
    return strips.take();
}

}  // namespace report
