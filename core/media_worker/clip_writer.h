// An MP4 (or, for sound alone, M4A) file written into descriptor 6: H.264, AAC and subtitles, nothing about where it
// came from.
#pragma once

#include "media_worker/clip_plan.h"
#include "media_worker/libav.h"

#include <cstddef>
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
    struct Look {
        Size size;
        bool bt709 = true;
    };

    // A look where there are pictures.
    ClipWriter(std::optional<Look> look, bool has_sound, std::vector<ClipSubtitle> subtitles);
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

    void add_video_track(const Look& look);
    void add_audio_track();
    void add_subtitle_track();
    void start(Track& track);
    void encode(Track& track, const AVFrame* frame);
    void encode_sound(std::size_t frames);
    void write_subtitles(std::int64_t until_us);

    std::unique_ptr<Output> output_;
    Owned<AVIOContext> io_;
    Owned<AVFormatContext> format_;
    Track video_;
    Track audio_;
    AVStream* subtitle_stream_ = nullptr;
    std::vector<ClipSubtitle> subtitles_;
    std::size_t next_subtitle_ = 0;
    struct Shown {
        std::int64_t at;
        std::int64_t length;
    };
    std::deque<Shown> lengths_;  // of the pictures on their way through the encoder
    std::vector<float> sound_;   // not yet encoded
    std::int64_t encoded_ = 0;   // frames of sound
};

}  // namespace media_worker
