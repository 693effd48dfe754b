// What the window wants written, as it stands in the shared memory: which stretches, with which titles, what is masked.
#pragma once

#include "media_worker/shape.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace media_worker {

struct Interval {  // microseconds, `to` excluded
    std::int64_t from = 0;
    std::int64_t to = 0;

    std::int64_t length() const { return to - from; }
};

struct ClipTitle {
    Size size;
    std::span<const std::uint8_t> rgb;
    std::int64_t shown_us = 0;
};

struct ClipStretch {
    Interval span;  // in the recording, counted from its start
    std::optional<ClipTitle> title;

    std::int64_t title_us() const { return title ? title->shown_us : 0; }
    std::int64_t length() const { return title_us() + span.length(); }
};

struct BlurredPart {  // fractions of the upright picture
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
};

struct MaskedVoice {
    bool is_shifted = false;     // otherwise muted
    std::optional<int> channel;  // nothing: all of them
    std::vector<Interval> when;  // nothing: always
};

struct ClipSubtitle {
    Interval span;  // in what is written
    std::string text;
};

struct ClipPlan {
    std::uint32_t track = 0;
    std::vector<ClipStretch> stretches;
    std::vector<BlurredPart> blurred;
    std::vector<MaskedVoice> voices;
    std::vector<Interval> beeps;
    std::vector<ClipSubtitle> subtitles;

    std::int64_t length() const;
};

// The titles' pixels stay where they are. Throws Failure when it makes no sense for a recording of that length.
ClipPlan read_clip_plan(std::span<const std::uint8_t> memory, std::size_t plan_bytes, std::int64_t duration_us);

}  // namespace media_worker
