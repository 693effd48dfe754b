#include "report/html.h"

#include "report/chart.h"
#include "report/html_parts.h"
#include "report/look.h"

#include <fmt/format.h>
#include <string_view>

namespace report {

namespace {

void head(Html& html, const Report& report) {
    const std::string who = report.trainee.empty() ? "" : " · " + report.trainee;
    html.line("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">", base::code(report.language));
    html.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    // Nothing in a note can fetch or run anything, even if an escape were missed.
    html.line(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    html.line("<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>", escaped(report.title + who),
              style_sheet());
}

void header(Html& html, const Report& report) {
    html.line("<header>\n<h1>{}</h1>", escaped(report.title));
    if (report.version == 0) html.line("<p class=\"draft\">{}</p>", escaped(report.wording.draft));
    html.line("<p class=\"muted\" dir=\"auto\">{}</p>", escaped(report.subtitle));
    html.line("<p class=\"muted\" dir=\"auto\">{}</p>\n</header>", escaped(report.coded_by));
}

void paragraph(Html& html, const char* kind, const std::string& text) {
    if (!text.empty()) html.line("<p class=\"{}\" dir=\"auto\">{}</p>", kind, escaped(text));
}

void moment(Html& html, const codes::Moment& moment, const char* kind, const std::string& try_instead) {
    html.line("<li>{}\n<div>", time_element(moment.at, kind));
    paragraph(html, "quote", moment.quote.empty() ? moment.comment : moment.quote);
    if (!moment.quote.empty()) paragraph(html, "muted", moment.comment);
    if (!moment.alternative.empty() && !try_instead.empty())
        paragraph(html, "try", try_instead + " " + moment.alternative);
    html.line("</div></li>");
}

void moments_section(Html& html, const Report& report, const std::string& heading,
                     const std::vector<codes::Moment>& moments, const char* kind, const std::string& try_instead,
                     const std::string& hint) {
    if (moments.empty() && report.version != 0) return;
    html.line("<section>\n<h2>{}</h2>", escaped(heading));
    if (moments.empty()) {
        paragraph(html, "muted", hint);
    } else {
        html.line("<ul class=\"moments\">");
        for (const codes::Moment& each : moments) moment(html, each, kind, try_instead);
        html.line("</ul>");
    }
    html.line("</section>");
}

void next_step(Html& html, const Report& report) {
    const std::string& step = report.feedback.next_step;
    if (step.empty() && report.version != 0) return;
    html.line("<section>\n<h2>{}</h2>", escaped(report.wording.next_step));
    paragraph(html, step.empty() ? "muted" : "step", step.empty() ? report.wording.no_next_step : step);
    html.line("</section>");
}

void lanes(Html& html, const Chart& chart) {
    for (std::size_t lane = 0; lane < chart.lane_tops.size(); ++lane) {
        html.line("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" rx=\"3\" fill=\"{}\"/>",
                  chart.lane_left, chart.lane_tops[lane], chart.width - chart.lane_left, chart.lane_height,
                  html_colour(look::kLane));
        html.line("<text x=\"0\" y=\"{:.2f}\">{}</text>", chart.lane_tops[lane] + chart.lane_height / 2 + 3,
                  escaped(chart.lane_labels[lane]));
    }
}

void timeline(Html& html, const Report& report) {
    constexpr double kWidth = 511;
    const Chart chart = timeline_chart(report, kWidth);
    html.line("<section>\n<h2>{}</h2>", escaped(report.wording.timeline));
    html.line("<svg role=\"img\" aria-labelledby=\"timeline-title timeline-text\" viewBox=\"0 0 {:.2f} {:.2f}\">",
              chart.width, chart.height);
    html.line("<title id=\"timeline-title\">{}</title>\n<desc id=\"timeline-text\">{}</desc>",
              escaped(report.wording.timeline), escaped(report.wording.timeline_text));
    // Said here and not in the style sheet, so that the picture survives being copied out.
    html.line("<g font-family=\"Inter, system-ui, sans-serif\" font-size=\"8.25\" fill=\"{}\">",
              html_colour(look::kMuted));
    lanes(html, chart);
    for (const ChartMark& mark : chart.marks)
        html.line("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" rx=\"0.9\" fill=\"{}\"{}/>",
                  mark.x, chart.lane_tops[static_cast<std::size_t>(mark.lane)] + 2, mark.width, chart.lane_height - 4,
                  html_colour(mark.colour), mark.is_span ? " fill-opacity=\"0.3\"" : "");
    for (std::size_t i = 0; i < chart.ticks.size(); ++i) {
        const char* anchor = i == 0 ? "start" : i + 1 == chart.ticks.size() ? "end" : "middle";
        html.line("<text x=\"{:.2f}\" y=\"{:.2f}\" text-anchor=\"{}\">{}</text>", chart.ticks[i].x, chart.tick_baseline,
                  anchor, escaped(chart.ticks[i].label));
    }
    html.line("</g>\n</svg>\n</section>");
}

// "50 %" stays on one line.
std::string with_whole_shares(std::string text) {
    constexpr std::string_view kShare = " %";
    constexpr std::string_view kWhole = "\u00A0%";
    for (std::size_t at = text.find(kShare); at != std::string::npos; at = text.find(kShare, at))
        text.replace(at, kShare.size(), kWhole);
    return text;
}

void measures(Html& html, const Report& report) {
    if (report.measures.empty()) return;
    const Wording& words = report.wording;
    html.line("<section>\n<h2>{}</h2>\n<table>\n<caption>{}</caption>", escaped(words.measures),
              escaped(words.measures));
    html.line(
        "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\" class=\"right\">{}</th><th scope=\"col\">{}</th>"
        "<th scope=\"col\" class=\"right\">{}</th></tr></thead>\n<tbody>",
        escaped(words.measure), escaped(words.counted), escaped(words.value), escaped(words.remark));
    for (const MeasureRow& row : report.measures)
        html.line(
            "<tr><th scope=\"row\">{}</th><td class=\"right muted\">{}</td><td class=\"value\">{}</td>"
            "<td class=\"right small\">{}</td></tr>",
            escaped(row.label), escaped(row.counted), escaped(with_whole_shares(row.value)),
            escaped(with_whole_shares(row.remark)));
    html.line("</tbody>\n</table>\n</section>");
}

void ratings(Html& html, const Report& report) {
    if (report.ratings.empty()) return;
    const Wording& words = report.wording;
    html.line("<section>\n<h2>{}</h2>\n<table>\n<caption>{}</caption>", escaped(words.ratings), escaped(words.ratings));
    html.line(
        "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\" class=\"right\">{}</th></tr>"
        "</thead>\n<tbody>",
        escaped(words.rating), escaped(words.value), escaped(words.remark));
    for (const RatingRow& row : report.ratings) {
        html.line("<tr><th scope=\"row\">{}", escaped(row.label));
        for (const std::string* beside : {&row.anchor, &row.remark})
            if (!beside->empty()) html.line("<div class=\"small\" dir=\"auto\">{}</div>", escaped(*beside));
        if (!row.evidence.empty()) {
            html.line("<ul class=\"evidence\">");
            for (const MomentRow& moment : row.evidence)
                html.line("<li>{} {} <span dir=\"auto\">{}</span></li>", time_element(moment.at, "plain"),
                          escaped(moment.code), escaped(moment.note));
            html.line("</ul>");
        }
        html.line("</th><td class=\"value\">{}</td><td class=\"right small\">{}</td></tr>", row.value,
                  escaped(row.scale));
    }
    html.line("</tbody>\n</table>\n</section>");
}

void counts_of_side(Html& html, const Report& report, const CountRow& total) {
    const Wording& words = report.wording;
    html.line("<table>\n<caption>{}</caption>", escaped(total.label));
    html.line(
        "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\" class=\"right\">{}</th>"
        "<th scope=\"col\" class=\"right\">{}</th></tr></thead>\n<tbody>",
        escaped(words.code), escaped(words.count), escaped(words.per_hour));
    html.line(
        "<tr class=\"total\"><th scope=\"row\">{}</th><td class=\"right\">{}</td><td class=\"right "
        "small\">{}</td></tr>",
        escaped(total.label), total.count, escaped(total.rate));
    for (const CountRow& row : report.counts) {
        if (row.side != total.side) continue;
        html.line(
            "<tr><th scope=\"row\"><span class=\"bar\" style=\"background:{}\"></span>{}</th>"
            "<td class=\"right\">{}</td><td class=\"right small\">{}</td></tr>",
            html_colour(row.colour), escaped(row.label), row.count, escaped(row.rate));
    }
    html.line("</tbody>\n</table>");
}

void counts(Html& html, const Report& report) {
    if (report.counts.empty()) return;
    html.line("<section>\n<h2>{}</h2>\n<div class=\"sides\">", escaped(report.wording.counts));
    for (const CountRow& total : report.totals) counts_of_side(html, report, total);
    html.line("</div>\n</section>");
}

void noted_moments(Html& html, const Report& report) {
    if (report.moments.empty()) return;
    const Wording& words = report.wording;
    constexpr std::size_t kLong = 12;  // a printer may break it over pages
    html.line("<section>\n<h2>{0}</h2>\n<table class=\"{1}\">\n<caption>{0}</caption>", escaped(words.moments),
              report.moments.size() > kLong ? "noted long" : "noted");
    html.line(
        "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>",
        escaped(words.time), escaped(words.code), escaped(words.note));
    for (const MomentRow& row : report.moments) moment_row(html, row);
    html.line("</tbody>\n</table>\n</section>");
}

void method(Html& html, const Report& report) {
    html.line("</main>\n<footer>\n<h2>{}</h2>", escaped(report.wording.method));
    for (const std::string& line : report.method) html.line("<p dir=\"auto\">{}</p>", escaped(line));
    html.line("</footer>\n</body>\n</html>");
}

}  // namespace

std::string html_colour(codes::Colour value) {
    return fmt::format("#{:02X}{:02X}{:02X}", value.red, value.green, value.blue);
}

std::string time_element(base::Time at, const char* kind) {
    return fmt::format("<time class=\"pill {}\" datetime=\"PT{}S\">{}</time>", kind, at.microseconds / 1'000'000,
                       base::to_short_text(at));
}

void moment_row(Html& html, const MomentRow& row) {
    html.line(
        "<tr><th scope=\"row\">{}</th><td><span class=\"bar\" style=\"background:{}\"></span>{}</td>"
        "<td class=\"note\" dir=\"auto\">{}</td></tr>",
        time_element(row.at, "plain"), html_colour(row.colour), escaped(row.code), escaped(row.note));
}

std::string to_html(const Report& report) {
    const Wording& words = report.wording;
    Html html;
    head(html, report);
    header(html, report);
    moments_section(html, report, words.strengths, report.feedback.strengths, "strength", "", words.no_strengths);
    moments_section(html, report, words.focus, report.feedback.focus, "focus", words.try_instead, words.no_focus);
    next_step(html, report);
    timeline(html, report);
    curves(html, report);
    measures(html, report);
    ratings(html, report);
    coverages(html, report);
    talk(html, report);
    thirds(html, report);
    self_view(html, report);
    quotes(html, report);
    counts(html, report);
    noted_moments(html, report);
    method(html, report);
    return html.text();
}

}  // namespace report
