// The rows of a report's tables, worked out from a coding: counts, measures, ratings, moments.
#pragma once

#include "report/report.h"

#include <vector>

namespace report {

std::vector<Mark> mark_rows(const Sources& sources);
std::vector<CountRow> count_rows(const Sources& sources, const analysis::Counts& counts, base::Language language);
std::vector<CountRow> total_rows(const Report& report, base::Language language);
MeasureRow measure_row(const codes::Measure& measure, const analysis::MeasureValue& value, base::Language language);
std::vector<RatingRow> rating_rows(const Sources& sources, base::Language language);
std::vector<MomentRow> moment_rows(const Sources& sources, base::Language language);

}  // namespace report
