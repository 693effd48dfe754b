// Files read and written whole: what is there is the old content or the new, never half of one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

// Throws Error with the file's name when it cannot be read or has more than `limit` bytes.
std::string read_whole_file(const std::string& path, std::size_t limit);
// Through a temporary file beside it, flushed to the disk and renamed. Throws Error with the file's name.
void write_whole_file(const std::string& path, std::string_view bytes);

}  // namespace base
