#include "report/section_parts.h"

namespace report::parts {

using namespace look;

Cell whole_width(const std::string& text, const TextStyle& style) {
    return {.x = kLeft, .width = kWidth, .text = text, .style = style};
}

void section(Strips& strips, const std::string& heading) {
    strips.heading(heading, kHeading, kSectionSpace, "H2");
}

void hint(Strips& strips, const std::string& text) {
    strips.row({whole_width(text, kComment)}, {.space_before = 3});
}

void moment_line(Strips& strips, const MomentRow& moment, double indent, bool hairline) {
    TextStyle pill_style = kPill;
    pill_style.colour = kNeutralInk;
    const double left = kLeft + indent;
    strips.row({{.x = left,
                 .width = kPillWidth,
                 .text = base::to_short_text(moment.at),
                 .style = pill_style,
                 .align = Align::Centre,
                 .most_lines = 1,
                 .pill = kNeutralPill,
                 .moment = moment.at,
                 .tag = "TH"},
                {.x = left + kAfterPill,
                 .width = 144,
                 .text = moment.code,
                 .style = kCell,
                 .most_lines = kMostLabelLines,
                 .bar = moment.colour,
                 .tag = "TD"},
                {.x = left + kAfterPill + 152,
                 .width = kWidth - indent - kAfterPill - 152,
                 .text = moment.note,
                 .style = kCell,
                 .tag = "TD"}},
               {.padding = 3.5, .hairline = hairline, .tag = "TR"});
}

void number_line(Strips& strips, const std::string& label, const std::string& counted, const std::string& value,
                 const std::string& remark, bool hairline) {
    strips.row({{.x = kLeft, .width = 168, .text = label, .style = kCell, .most_lines = kMostLabelLines, .tag = "TH"},
                {.x = kLeft + 168,
                 .width = 84,
                 .text = counted,
                 .style = kCellMuted,
                 .align = Align::Right,
                 .most_lines = 1,
                 .tag = "TD"},
                {.x = kLeft + 276, .width = 92, .text = value, .style = kCellStrong, .most_lines = 2, .tag = "TD"},
                {.x = kLeft + 368,
                 .width = kWidth - 368,
                 .text = remark,
                 .style = kRemark,
                 .align = Align::Right,
                 .most_lines = kMostLabelLines,
                 .tag = "TD"}},
               {.padding = 3, .hairline = hairline, .tag = "TR"});
}

}  // namespace report::parts
