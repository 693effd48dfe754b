// What agreement with oneself by quarter says: in a sentence, as the rows of a table, as a chart.
#pragma once

#include "app/drift_desk.h"
#include "report/trend_chart.h"

#include <string>
#include <vector>

namespace app {

std::string quarter_text(const analysis::Quarter& quarter);  // "2026, quarter 4"
// Of the last quarter there is.
std::string drift_sentence(const DriftDesk& desk);
std::vector<std::string> drift_columns();
std::vector<std::string> drift_cells(const analysis::QuarterAgreement& quarter);
report::TrendChart drift_chart(const DriftDesk& desk);

}  // namespace app
