// Cuts a clip out of a recording, exact at both ends: decoded and encoded again (H.264/AAC in MP4; sound alone becomes
// M4A), upright, without the recording's metadata.
#pragma once

#include "base/job.h"
#include "base/time.h"

#include <string>

namespace media {

struct ClipResult {
    base::Time duration;
    bool cancelled = false;
};

// Writes to a temporary file beside `out` first, so that `out` is whole or not there. Throws Error.
ClipResult export_clip(const std::string& recording, base::Span span, const std::string& out,
                       const base::Progress& progress);

}  // namespace media
