// When a recording really ends: read from its last packets, because headers are silent or lie.
#pragma once

#include <cstdint>

namespace media_worker {

class Container;
struct Survey;

struct End {
    std::int64_t us = 0;        // file time
    bool is_truncated = false;  // the header promises clearly more than there is
};

// Leaves the container standing anywhere.
End find_end(Container& container, const Survey& survey);

}  // namespace media_worker
