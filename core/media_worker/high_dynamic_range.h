// HDR pictures (PQ or HLG, as phones film them) made to look right on an ordinary screen.
#pragma once

#include "media_worker/libav.h"

namespace media_worker {

bool has_high_dynamic_range(const AVFrame& frame);

// The same picture in 8-bit 4:2:0 with ordinary brightness; nothing when it has that already.
Owned<AVFrame> to_standard_range(const AVFrame& frame);

}  // namespace media_worker
