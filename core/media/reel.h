// Stretches of one recording, one after the other, as one new file: decoded and encoded again (H.264 and AAC in MP4;
// sound alone without titles becomes M4A), exact to the picture and the sample at every seam, upright, without the
// recording's metadata. Each stretch may have a title in front, a picture that the caller draws. Where the recording is
// sound alone, its title stays on screen while the stretch is heard.
#pragma once

#include "base/job.h"
#include "base/time.h"
#include "media/masks.h"
#include "media/recording.h"
#include "media/subtitles.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace media {

struct TitleCard {
    int width = 0;  // as title_size() says, or of that shape
    int height = 0;
    std::vector<std::uint8_t> rgb;  // row by row without gaps
    base::Time shown = base::seconds(3);
};

struct Stretch {
    base::Span span;  // what lies beyond the recording's end is left out
    std::optional<TitleCard> title;
};

struct ReelPlan {
    std::vector<Stretch> stretches;
    Masks masks{};                 // titles are not masked
    std::vector<Cue> subtitles{};  // in the recording's time, for inside the file. They are written as they stand: what
                                   // is muted or beeped may be named in them
    int track = 0;                 // of sound; one that is not there: none
};

// How large the pictures of the file will be, for who draws the titles.
Size title_size(const RecordingInfo& recording);

struct ReelResult {
    base::Time duration;
    bool cancelled = false;
    std::vector<Cue> subtitles;  // in the file's own time, for a file of subtitles beside it
};

// `out` is whole or not there. Throws Error.
ReelResult write_reel(const std::string& recording, const ReelPlan& plan, const std::string& out,
                      const base::Progress& progress);

// Each stretch as a file of its own; `outs` has a name for each. When it fails or is cancelled, the files that it wrote
// are gone again.
std::vector<ReelResult> write_separately(const std::string& recording, const ReelPlan& plan,
                                         const std::vector<std::string>& outs, const base::Progress& progress);

}  // namespace media
