// A day of the calendar as people and files write it: "2026-11-22". Days in this form compare as text.
#pragma once

#include "base/time.h"

#include <string>

namespace base {

bool is_day(const std::string& text);  // in this form, and in the calendar
std::string day_of(Timestamp at);      // in the local zone
// Of a day; text that is none is returned as it is. 29 February becomes the 28th where a year has none.
std::string days_after(const std::string& day, int days);
std::string years_after(const std::string& day, int years);

}  // namespace base
