// Some recordings of sound begin behind bytes that are nothing: a download cut into, a tag gone wrong. libav looks for
// MP3 behind a little of that, and no further.
#pragma once

#include <cstdint>
#include <optional>

namespace media_worker {

// Where frames of MP3 begin that follow each other without a gap, if they do so within the first part of the file.
std::optional<std::int64_t> mp3_behind_junk(int fd);

}  // namespace media_worker
