#include "report/certificate_page.h"

#include "report/section_parts.h"

namespace report {

namespace {

using namespace look;
using namespace parts;

constexpr TextStyle kCoder{14, 20, Weight::SemiBold, kInk};
constexpr TextStyle kKappa{26, 32, Weight::Bold, kAccent};
constexpr double kChartHeight = 150;
constexpr double kChartWidth = 340;

void header(Strips& strips, const Certificate& certificate) {
    strips.heading(certificate.title, kTitle, 0, "H1");
    strips.row({whole_width(certificate.coder, kCoder)}, {.space_before = 8, .keep_with_next = true});
    strips.row({whole_width(certificate.subtitle, kSubtitle)}, {.space_before = 2});
    strips.picture(9, 1, "", [](cairo_t* cairo, double top) { hairline(cairo, top + 0.5, kHairline, 1); });
}

void in_short(Strips& strips, const Certificate& certificate) {
    constexpr double kAfterNumber = 92;
    strips.row({{.x = kLeft, .width = kAfterNumber - 8, .text = certificate.kappa, .style = kKappa, .most_lines = 1},
                {.x = kLeft + kAfterNumber,
                 .width = kWidth - kAfterNumber,
                 .text = certificate.kappa_name + "\n" + certificate.kappa_remark,
                 .style = kBody}},
               {.space_before = 12});
    strips.row({whole_width(certificate.sentence, kBody)}, {.space_before = 10});
    strips.row({whole_width(certificate.caution, kComment)}, {.space_before = 6});
}

Cells row_cells(const CertificateRow& row, bool is_head) {
    constexpr double kNumber = 52;
    constexpr double kNumbersAt = 150;
    const TextStyle& plain = is_head ? kRemark : kCell;
    const auto number = [&](int place, const std::string& text, const TextStyle& style) {
        return Cell{.x = kLeft + kNumbersAt + kNumber * place,
                    .width = kNumber - 6,
                    .text = text,
                    .style = style,
                    .align = Align::Right,
                    .most_lines = 1,
                    .tag = is_head ? "TH" : "TD"};
    };
    constexpr double kRemarkAt = kNumbersAt + 4 * kNumber + 8;
    Cell label{.x = kLeft, .width = kNumbersAt - 4, .text = row.label, .style = plain, .most_lines = 2, .tag = "TH"};
    if (!is_head) label.bar = row.colour;
    return {label,
            number(0, row.gold, plain),
            number(1, row.coder, plain),
            number(2, row.both, plain),
            number(3, row.kappa, is_head ? kRemark : kCellStrong),
            {.x = kLeft + kRemarkAt,
             .width = kWidth - kRemarkAt,
             .text = row.remark,
             .style = kRemark,
             .most_lines = 3,
             .tag = is_head ? "TH" : "TD"}};
}

void by_code(Strips& strips, const Certificate& certificate) {
    if (certificate.rows.empty()) return;
    section(strips, certificate.rows_heading);
    const int from = strips.count();
    strips.open("Table");
    strips.row(row_cells(certificate.heads, true),
               {.padding = 3, .hairline = true, .keep_with_next = true, .tag = "TR"});
    for (const CertificateRow& row : certificate.rows)
        strips.row(row_cells(row, false), {.padding = 3, .hairline = true, .tag = "TR"});
    strips.close();
    strips.keep_together(from);
}

void curve(Strips& strips, const Certificate& certificate) {
    if (certificate.curve.points.empty()) return;
    section(strips, certificate.curve_heading);
    const KappaChart chart = kappa_chart(certificate.curve, kChartWidth, kChartHeight);
    strips.picture(6, kChartHeight, "Figure", [chart, language = certificate.language](cairo_t* cairo, double top) {
        cairo_save(cairo);
        cairo_translate(cairo, kLeft, top);
        draw(cairo, chart, language);
        cairo_restore(cairo);
    });
}

void method(Strips& strips, const Certificate& certificate) {
    section(strips, certificate.method_heading);
    const int from = strips.count();
    for (const std::string& line : certificate.method) strips.row({whole_width(line, kSmall)}, {.space_before = 3});
    strips.keep_together(from);
}

}  // namespace

std::vector<Strip> page_strips(const Certificate& certificate) {
    Strips strips;
    header(strips, certificate);
    in_short(strips, certificate);
    by_code(strips, certificate);
    curve(strips, certificate);
    method(strips, certificate);
    return strips.take();
}

}  // namespace report
