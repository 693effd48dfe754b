// Words shown under a picture for a while, and the two kinds of file that players read them from.
#pragma once

#include "base/time.h"

#include <string>
#include <vector>

namespace media {

struct Cue {
    base::Span span;
    std::string text;  // lines divided by \n
};

// The parts of the cues that lie in the stretch, moved so that `stretch.from` comes to be at `to`.
std::vector<Cue> cues_within(const std::vector<Cue>& cues, base::Span stretch, base::Time to);

// In order, and no two at a time: where they overlap, their lines stand together.
std::vector<Cue> one_at_a_time(const std::vector<Cue>& cues);

std::string to_webvtt(const std::vector<Cue>& cues);
std::string to_srt(const std::vector<Cue>& cues);

}  // namespace media
