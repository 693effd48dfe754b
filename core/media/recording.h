// One answer about one recording, without playing it: what it is, one exact picture, thumbnails. Each call starts a
// sandboxed worker of its own, blocks, and throws base::Error with the file's name and the reason.
#pragma once

#include "base/job.h"
#include "media/recording_info.h"

#include <cstdint>
#include <string>
#include <vector>

namespace media {

RecordingInfo probe(const std::string& path);

// An upright picture with square pixels, in RGB, three bytes each, row by row without gaps.
struct StillPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;
    base::Time at;
    base::Time until;
};

struct Size {
    int width = 0;
    int height = 0;
};

// The picture that is on screen at `at`. A size fits the picture inside it, keeping its shape; 0x0 keeps its own.
StillPicture picture_at(const std::string& path, base::Time at, Size fit_inside = {});

// A picture that says something about the recording: some way in, and not black. The second form asks for the length
// itself.
StillPicture thumbnail(const std::string& path, base::Time duration, Size fit_inside);
StillPicture thumbnail(const std::string& path, Size fit_inside);

// Writes as PNG; throws Error with the file's name.
void write_png(const StillPicture& picture, const std::string& path);

}  // namespace media
