// One stretch of a recording as a file of its own: a reel of one, without a title.
#pragma once

#include "media/reel.h"

namespace media {

struct ClipResult {
    base::Time duration;
    bool cancelled = false;
};

// Writes to a temporary file beside `out` first, so that `out` is whole or not there. Throws Error.
ClipResult export_clip(const std::string& recording, base::Span span, const std::string& out,
                       const base::Progress& progress, const Masks& masks = {});

}  // namespace media
