// Whether the media worker locks itself in on this computer, asked of a worker that is started for the question alone.
#pragma once

#include <string>

namespace media {

// Empty when it does; otherwise what is missing, for the coach. Throws Error when no worker can be started. Any file
// that can be read will do; nothing in it is looked at.
std::string sandbox_state(const std::string& any_file);

}  // namespace media
