// The fixed words of a report in its own language, and times and dates as that language writes them.
#pragma once

#include "report/report.h"

#include <string>

namespace report {

Wording wording_for(const Report& report);

// "2026-11-12..." -> "12 November 2026" or "12 Nov 2026"; anything else stays as it is.
enum class Months { Long, Short };
std::string date_text(base::Language language, const std::string& iso, Months months = Months::Long);
// "45 s", "31 min", "1 h 12 min"
std::string length_text(base::Language language, base::Time length);

}  // namespace report
