// Text in whatever encoding somebody's program wrote it, as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace base {

struct Decoded {
    std::string text;       // valid UTF-8 without NUL and without a byte order mark
    std::string encoding;   // "UTF-8", "UTF-16LE", "windows-1252" ...
    bool is_guess = false;  // neither a byte order mark nor the bytes themselves say so
};

Decoded decoded(std::string_view bytes);

}  // namespace base
