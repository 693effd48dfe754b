#include "media/clip_export.h"

namespace media {

ClipResult export_clip(const std::string& recording, base::Span span, const std::string& out,
                       const base::Progress& progress, const Masks& masks) {
    const ReelResult written =
        write_reel(recording, {.stretches = {{span, {}}}, .masks = masks, .subtitles = {}}, out, progress);
    return {.duration = written.duration, .cancelled = written.cancelled};
}

}  // namespace media
