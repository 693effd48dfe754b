// The sound of one track as an unbroken line of samples, from any moment: gaps are filled with silence, overlaps cut.
// Sample n is the one that is heard n / rate seconds after the recording's start. Used by one thread at a time.
#pragma once

#include "media_worker/container.h"
#include "media_worker/decoder.h"
#include "media_worker/survey.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace media_worker {

using Channels = std::vector<std::vector<float>>;  // all of one length

class SoundSource {
public:
    // Gives samples (silence where the track has none) up to the recording's end.
    SoundSource(Container& container, const SoundTrack& track, std::int64_t start_us, std::int64_t end_us);

    int rate() const { return rate_; }
    int channels() const { return channels_; }
    // Which loudspeaker a channel is meant for: below 0 left, above 0 right, 0 both.
    int side(int channel) const;

    void go_to(std::int64_t sample);
    // Without a jump: decodes what lies between, with the next call of next(). Never back.
    void read_on_to(std::int64_t sample) { position_ = std::max(position_, sample); }
    // Whether a jump lands on the very sample that decoding from the beginning would have come to. Matroska counts in
    // milliseconds: there it may be half of one beside it.
    bool jumps_exactly() const;
    // The next stretch, from where the last ended; empty at the end.
    const Channels& next();
    std::int64_t position() const { return position_; }  // of the first sample that next() will give
    bool is_damaged() const { return container_->is_damaged() || decoder_->is_damaged(); }

private:
    bool decode();
    void take(const AVFrame& frame);
    void add_silence(std::int64_t samples);
    bool land_before(std::int64_t sample, std::int64_t margin);
    bool land_at_beginning();
    bool jump(std::int64_t timestamp);
    std::int64_t landed_at() const;

    Container* container_;
    int stream_;
    std::int64_t start_us_;
    std::int64_t first_;  // sample that the track begins with
    std::int64_t end_;    // sample
    int rate_ = 0;
    int channels_ = 0;
    std::unique_ptr<Decoder> decoder_;
    Owned<AVFrame> frame_;
    Owned<AVPacket> packet_;
    Channels piece_;
    std::int64_t position_ = 0;
    std::int64_t decoded_to_ = 0;  // where the next frame is expected; below 0: unknown
    bool knows_place_ = false;
    bool draining_ = false;
    bool frame_waits_ = false;  // frame_ was decoded while landing, and not given out
};

}  // namespace media_worker
