// The sound of what is written: silence under titles, and that of each stretch, masked, mixed for two ears, and cut to
// the sample.
#pragma once

#include "media_worker/clip_writer.h"
#include "media_worker/resampler.h"
#include "media_worker/sound_mask.h"
#include "media_worker/survey.h"

#include <functional>
#include <memory>
#include <optional>

namespace media_worker {

class ClipSound {
public:
    ClipSound(Survey& survey, const SoundTrack& track, const ClipPlan& plan);

    void write_silence(ClipWriter& writer, std::int64_t until_us);  // of what is written, as is begin()'s
    // `stretch` is counted from the recording's start. Calls `on_the_way` now and then where that takes long.
    void begin(Interval stretch, std::int64_t written_until_us, const std::function<void()>& on_the_way);
    void write_next(ClipWriter& writer);
    bool is_done() const { return done_; }
    std::int64_t at_us() const;  // file time

private:
    void go_to(std::int64_t sample, const std::function<void()>& on_the_way);
    void write(ClipWriter& writer, std::vector<float> stereo);

    SoundSource source_;
    SoundMask mask_;
    std::vector<int> sides_;
    std::optional<Resampler> resampler_;
    std::int64_t start_us_;
    std::int64_t end_ = 0;      // sample of the recording
    std::int64_t written_ = 0;  // samples at 48 kHz; where they end, a sample more or less never adds up
    std::int64_t goal_ = 0;
    bool done_ = true;
    bool was_read_from_start_ = false;
};

}  // namespace media_worker
