// Whether an MP4 or MOV file keeps a track's media in another file, which libav would silently read as if it were here.
#pragma once

#include <cstdint>

namespace media_worker {

bool points_to_another_file(int fd, std::int64_t file_bytes);

}  // namespace media_worker
