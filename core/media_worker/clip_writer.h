// An MP4 (or, for sound alone, M4A) file written into descriptor 6: H.264 and AAC, nothing about where it came from.
#pragma once

#include "media_worker/libav.h"
#include "media_worker/picture_writer.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <vector>

struct AVStream;

namespace media_worker {

class ClipWriter {
public:
    // A size where there are pictures.
    ClipWriter(std::optional<Size> picture_size, bool has_sound);
    ~ClipWriter();

    // In order; times count from the clip's beginning. The frame is upright 4:2:0 of the given size.
    void add_picture(AVFrame& frame, std::int64_t at_us, std::int64_t until_us);
    void add_sound(std::span<const float> stereo);  // 48 kHz, interleaved
    void finish();

private:
    struct Output;
    struct Track {
        Owned<AVCodecContext> codec;
        AVStream* stream = nullptr;
    };

    void add_video_track(Size size);
    void add_audio_track();
    void start(Track& track);
    void encode(Track& track, const AVFrame* frame);
    void encode_sound(std::size_t frames);

    std::unique_ptr<Output> output_;
    Owned<AVIOContext> io_;
    Owned<AVFormatContext> format_;
    Track video_;
    Track audio_;
    struct Shown {
        std::int64_t at;
        std::int64_t length;
    };
    std::deque<Shown> lengths_;  // of the pictures on their way through the encoder
    std::vector<float> sound_;   // not yet encoded
    std::int64_t encoded_ = 0;   // frames of sound
};

}  // namespace media_worker
