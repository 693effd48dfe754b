// A reel as a plan that core/media writes: each moment with its title, and what is said in it as subtitles.
#pragma once

#include "app/played_list.h"
#include "codes/coding.h"
#include "media/reel.h"
#include "talk/turn.h"

#include <vector>

namespace app {

// What is said in the recording: the transcript, or the coder's notes where there is none. In the recording's time.
std::vector<media::Cue> cues_of(const std::vector<talk::Turn>& turns, const codes::Coding& coding);

// Pictures of the size that the titles get; 0 by 0: no titles.
media::ReelPlan plan_of(const PlayedList& reel, media::Size size, std::vector<media::Cue> cues);

}  // namespace app
