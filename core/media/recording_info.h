// What a recording is: the answer to "what can be seen and heard in this file, and is anything wrong with it?"
#pragma once

#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace media {

struct VideoInfo {
    std::string codec;  // libav's name, e.g. "h264"
    int width = 0;      // in pixels, upright: after rotation and with square pixels
    int height = 0;
    int rotation = 0;        // degrees clockwise that the picture is turned to stand upright: 0, 90, 180, 270
    double average_fps = 0;  // 0 when unknown
    bool variable_rate = false;
};

struct AudioTrackInfo {
    std::string codec;
    int channels = 0;
    int sample_rate = 0;  // Hz
    std::string title;    // as the file names it; may be empty
    std::string language;
};

struct RecordingInfo {
    base::Time duration;             // of what is presented; measured where the header lies or is silent
    std::string container;           // "mp4", "matroska" ...
    std::optional<VideoInfo> video;  // cover art is not video
    std::vector<AudioTrackInfo> audio;
    base::Time start;                   // the file's own time of the first presented sample, which we call 0
    std::vector<std::string> warnings;  // for the coach, in the screen's language
};

}  // namespace media
