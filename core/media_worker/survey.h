// What a recording is, found out by looking: its streams, when it really begins and ends, and what is wrong with it.
#pragma once

#include "media_worker/container.h"
#include "media_worker/picture_source.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace media_worker {

struct SoundTrack {
    int stream = 0;
    std::string codec;
    int channels = 0;
    int sample_rate = 0;
    std::string title;
    std::string language;
    std::int64_t first_us = 0;  // file time of its first sample
};

struct Survey {
    std::int64_t start_us = 0;  // file time of the first presented sample; everything sent is counted from it
    std::int64_t duration_us = 0;
    std::vector<SoundTrack> tracks;
    std::unique_ptr<PictureSource> pictures;  // nothing without video
    std::unique_ptr<Container> sound;         // nothing without sound
    std::vector<std::string> warnings;        // reasons
    std::string json;                         // as Opened carries it

    std::int64_t end_us() const { return start_us + duration_us; }
};

Survey survey_recording();  // throws Failure

}  // namespace media_worker
