// The rows of a report's tables, worked out from a coding: counts, measures, ratings, moments (rows.cpp,
// rating_rows.cpp), and what the client said and the trainee thought of it (talk_rows.cpp).
#pragma once

#include "report/report.h"

#include <vector>

namespace report {

std::vector<Mark> mark_rows(const Sources& sources);
std::vector<CountRow> count_rows(const Sources& sources, const analysis::Counts& counts, base::Language language);
std::vector<CountRow> total_rows(const Report& report, const Sources& sources, base::Language language);
MeasureRow measure_row(const codes::Measure& measure, const analysis::MeasureValue& value, base::Language language);
std::vector<MomentRow> moment_rows(const Sources& sources, base::Language language);
// The event with its note; without one, with the words that were said.
MomentRow moment_row(const Sources& sources, const codes::Event& event, base::Language language);
std::vector<RatingRow> rating_rows(const Sources& sources, base::Language language);

std::vector<Coverage> coverage_rows(const Sources& sources, base::Language language);
std::vector<ThirdsRow> thirds_rows(const Sources& sources, base::Language language);
std::vector<Curve> curve_rows(const Sources& sources, base::Language language);
// The words of the codebook's quoted codes that were coded strongest, at most five, by time.
std::vector<MomentRow> quote_rows(const Sources& sources, base::Language language);
std::vector<TalkRow> talk_rows(const analysis::Inputs& inputs, base::Language language);
std::vector<SelfRow> self_rows(const Sources& sources, const analysis::Inputs& inputs, base::Language language);

}  // namespace report
