// Moves voices up or down without changing when anything is said, by an amount that wanders at random, so that no one
// number undoes it.
#pragma once

#include "media_worker/sound_source.h"

#include <memory>
#include <random>

namespace RubberBand {
class RubberBandStretcher;
}

namespace media_worker {

class VoiceShifter {
public:
    VoiceShifter(int rate, std::size_t channels);
    ~VoiceShifter();

    // Appends what is ready, so that sample n of all output is heard when sample n of all input was.
    void process(const Channels& in, bool is_last, Channels& out);

private:
    void wander();
    void take(Channels& out);

    std::unique_ptr<RubberBand::RubberBandStretcher> band_;
    std::minstd_rand random_;
    int rate_;
    std::size_t until_next_step_ = 0;  // samples
    std::size_t to_drop_ = 0;          // samples of latency still to come
};

}  // namespace media_worker
