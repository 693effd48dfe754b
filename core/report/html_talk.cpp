// The HTML of what was said: the client's language over time and in quotes, who spoke, and how the trainee saw it.
#include "report/chart.h"
#include "report/html_parts.h"
#include "report/look.h"

#include <string_view>

namespace report {

namespace {

void open_table(Html& html, const std::string& heading, std::initializer_list<const std::string*> columns) {
    html.line("<section>\n<h2>{}</h2>\n<table>\n<caption>{}</caption>\n<thead><tr>", escaped(heading),
              escaped(heading));
    html.line("<td></td>");
    for (const std::string* column : columns) html.line("<th scope=\"col\">{}</th>", escaped(*column));
    html.line("</tr></thead>\n<tbody>");
}

void close_table(Html& html) {
    html.line("</tbody>\n</table>\n</section>");
}

void curve(Html& html, const Report& report, const Curve& curve, std::size_t number) {
    constexpr double kWidth = 511;
    const CurveChart chart = curve_chart(report, curve, kWidth);
    html.line("<section>\n<h2>{}</h2>", escaped(curve.label));
    html.line("<svg role=\"img\" aria-labelledby=\"curve-{0}-title curve-{0}-text\" viewBox=\"0 0 {1:.2f} {2:.2f}\">",
              number, chart.width, chart.height);
    html.line("<title id=\"curve-{0}-title\">{1}</title>\n<desc id=\"curve-{0}-text\">{2}</desc>", number,
              escaped(curve.label), escaped(curve.text));
    html.line("<g font-family=\"Inter, system-ui, sans-serif\" font-size=\"8.25\" fill=\"{}\">",
              html_colour(look::kMuted));
    for (const CurveLabel& label : chart.labels)
        html.line("<text x=\"0\" y=\"{:.2f}\">{}</text>", label.baseline, escaped(label.text));
    html.line("</g>");
    html.line("<line x1=\"{0:.2f}\" y1=\"{1:.2f}\" x2=\"{2:.2f}\" y2=\"{1:.2f}\" stroke=\"{3}\"/>", chart.left,
              chart.zero, chart.width, html_colour(look::kHairline));
    std::string points;
    for (const auto& [x, y] : chart.line) points += fmt::format("{:.2f},{:.2f} ", x, y);
    html.line("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.4\"/>\n</svg>", points,
              html_colour(look::kAccent));
    html.line("<p class=\"small\">{}</p>\n</section>", escaped(curve.text));
}

}  // namespace

void curves(Html& html, const Report& report) {
    for (std::size_t i = 0; i < report.curves.size(); ++i) curve(html, report, report.curves[i], i + 1);
}

void coverages(Html& html, const Report& report) {
    for (const Coverage& coverage : report.coverages) {
        html.line("<section>\n<h2>{}</h2>\n<p>{}</p>\n<ul>", escaped(coverage.label), escaped(coverage.summary));
        for (const HeardRow& row : coverage.rows) html.line("<li>{}: {}</li>", escaped(row.label), escaped(row.when));
        html.line("</ul>\n</section>");
    }
}

void talk(Html& html, const Report& report) {
    if (report.talk.empty()) return;
    const Wording& words = report.wording;
    open_table(html, words.talk, {&words.professional, &words.client, &words.remark});
    for (const TalkRow& row : report.talk)
        html.line(
            "<tr><th scope=\"row\">{}</th><td class=\"value\">{}</td><td class=\"value\">{}</td>"
            "<td class=\"small\">{}</td></tr>",
            escaped(row.label), escaped(row.professional), escaped(row.client), escaped(row.remark));
    close_table(html);
}

void thirds(Html& html, const Report& report) {
    if (report.thirds.empty()) return;
    const Wording& words = report.wording;
    open_table(html, words.thirds, {&words.first_third, &words.middle_third, &words.last_third});
    for (const ThirdsRow& row : report.thirds) {
        html.line("<tr><th scope=\"row\">{}</th>", escaped(row.label));
        for (std::size_t third = 0; third < row.values.size(); ++third)
            html.line("<td><span class=\"value\">{}</span> <span class=\"small\">{}</span></td>",
                      escaped(row.values[third]), escaped(row.counted[third]));
        html.line("</tr>");
    }
    close_table(html);
}

void self_view(Html& html, const Report& report) {
    if (report.self_view.empty()) return;
    const Wording& words = report.wording;
    open_table(html, words.self_view, {&words.value, &words.remark});
    for (const SelfRow& row : report.self_view)
        html.line("<tr><th scope=\"row\">{}</th><td class=\"value\">{}</td><td class=\"small\">{}</td></tr>",
                  escaped(row.question), escaped(row.answer), escaped(row.measured));
    close_table(html);
}

void quotes(Html& html, const Report& report) {
    if (report.quotes.empty()) return;
    const Wording& words = report.wording;
    html.line("<section>\n<h2>{0}</h2>\n<table class=\"noted\">\n<caption>{0}</caption>", escaped(words.quotes));
    html.line(
        "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>",
        escaped(words.time), escaped(words.code), escaped(words.quotes));
    for (const MomentRow& row : report.quotes) moment_row(html, row);
    close_table(html);
}

}  // namespace report
