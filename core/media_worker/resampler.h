// Interleaved stereo of any rate to 48 kHz; frame n of all output is at the same moment as frame n * rate / 48000 of
// all input.
#pragma once

#include "media_worker/libav.h"

#include <span>
#include <vector>

namespace media_worker {

class Resampler {
public:
    explicit Resampler(int rate);
    std::vector<float> process(std::span<const float> in, bool is_last);

private:
    Owned<SwrContext> swr_;  // nothing at 48 kHz
};

}  // namespace media_worker
