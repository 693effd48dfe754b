// Takes out of the sound what must not be heard: muted, beeped over, or with another voice. Works on the recording's
// own samples, before anything is mixed, resampled or encoded.
#pragma once

#include "media_worker/clip_plan.h"
#include "media_worker/sound_source.h"
#include "media_worker/voice_shifter.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace media_worker {

class SoundMask {
public:
    // Throws Failure (no_channel) when the plan masks a channel that is not there.
    SoundMask(const ClipPlan& plan, int rate, int channels);

    // The channels that are never heard: bit n for channel n.
    std::uint64_t muted_channels() const { return muted_; }

    // Begins at that sample of the recording.
    void begin(std::int64_t sample);
    // The next samples; gives back what is ready, in order. After the last, as many have come back as went in.
    const Channels& process(const Channels& piece, std::size_t count, bool is_last);

private:
    struct Samples {  // `to` excluded
        std::int64_t from = 0;
        std::int64_t to = 0;
    };
    struct Masked {
        bool is_shifted = false;
        std::optional<std::size_t> channel;
        std::vector<Samples> when;
    };

    std::vector<Samples> in_samples(const std::vector<Interval>& intervals) const;
    template <class Work>
    void for_masked(const Masked& mask, std::int64_t from, std::size_t count, Work work) const;
    void silence(Channels& sound, std::int64_t from) const;
    void put_shifted(Channels& sound, std::int64_t from);
    void put_beeps(Channels& sound, std::int64_t from) const;

    int rate_;
    std::size_t channels_;
    std::vector<Masked> voices_;
    std::vector<Samples> beeps_;
    std::uint64_t muted_ = 0;
    bool shifts_ = false;

    std::unique_ptr<VoiceShifter> shifter_;
    Channels plain_;             // went in, and waits for its shifted counterpart
    Channels shifted_;           // came out of the shifter, and was not given out
    std::int64_t given_to_ = 0;  // sample that the next one given out is
    Channels out_;
};

}  // namespace media_worker
