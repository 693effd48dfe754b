// What the worker gives as a reason (a key, then perhaps a colon and libav's words) as a sentence for the coach: which
// file, what happened, what to do.
#pragma once

#include <string>
#include <string_view>

namespace media {

// The key in front of the colon.
std::string_view reason_key(std::string_view reason);

// Why the recording at `path` cannot be played, measured or cut.
std::string failure_sentence(std::string_view reason, const std::string& path);
// What was skipped or guessed while the rest goes on.
std::string warning_sentence(std::string_view reason, const std::string& path);

}  // namespace media
