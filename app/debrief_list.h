// The coach's clips as a list that is heard while sitting together, strengths first.
#pragma once

#include "app/played_list.h"
#include "app/review_desk.h"

namespace app {

inline constexpr const char* kDebriefList = "debrief";

PlayedList debrief_list(const CoachView& coach, std::size_t first);

}  // namespace app
