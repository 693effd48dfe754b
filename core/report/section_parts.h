// What the sections of a report share: places on the page, and rows that look the same everywhere. sections.cpp puts
// them in order.
#pragma once

#include "report/look.h"
#include "report/page.h"
#include "report/strips.h"

namespace report {

// number_sections.cpp
void measures_section(Strips& strips, const Report& report);
void ratings_section(Strips& strips, const Report& report);
void counts_section(Strips& strips, const Report& report);

// talk_sections.cpp
void curve_sections(Strips& strips, const Report& report);
void coverage_sections(Strips& strips, const Report& report);
void thirds_section(Strips& strips, const Report& report);
void talk_section(Strips& strips, const Report& report);
void self_view_section(Strips& strips, const Report& report);
void quotes_section(Strips& strips, const Report& report);

namespace parts {

inline constexpr double kLeft = look::kMargin;
inline constexpr double kWidth = kPageWidthPt - 2 * look::kMargin;
inline constexpr double kSectionSpace = 21;
inline constexpr int kMostLabelLines = 3;

Cell whole_width(const std::string& text, const TextStyle& style);
void section(Strips& strips, const std::string& heading);
void hint(Strips& strips, const std::string& text);
// Time, code with its colour, note: one line of a table of moments, indented by `indent`.
void moment_line(Strips& strips, const MomentRow& moment, double indent, bool hairline = true);
// The four columns that most tables of numbers have.
void number_line(Strips& strips, const std::string& label, const std::string& counted, const std::string& value,
                 const std::string& remark, bool hairline = true);

}  // namespace parts

}  // namespace report
