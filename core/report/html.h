// The report as one self-contained HTML file: headings, tables and texts for figures that a screen reader can follow.
#pragma once

#include "report/report.h"

#include <string>

namespace report {

std::string to_html(const Report& report);

}  // namespace report
