// Decoded samples of every format as floats, one row per channel.
#pragma once

#include "media_worker/libav.h"

#include <vector>

namespace media_worker {

// Appends the frame's samples from `from` on. Channels that the frame lacks become silent; those too many are left out.
void append_samples(const AVFrame& frame, int from, std::vector<std::vector<float>>& channels);

}  // namespace media_worker
