// What is said in moments that are heard one after the other, as WebVTT in their own time: from the transcript, or from
// the coder's notes where there is none. Pure.
#pragma once

#include "app/played_list.h"
#include "codes/coding.h"
#include "talk/turn.h"

#include <string>
#include <vector>

namespace app {

// Empty where nothing is said.
std::string subtitles_of(const std::vector<Moment>& moments, const std::vector<talk::Turn>& turns,
                         const codes::Coding& coding);

}  // namespace app
