#include "media_worker/shared_memory.h"

#include "media_worker/libav.h"

#include <cerrno>
#include <cstring>
#include <sys/mman.h>

namespace media_worker {

SharedMemory::SharedMemory(int fd) {
    void* const mapped = mmap(nullptr, media::protocol::kSharedBytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (mapped == MAP_FAILED) throw Failure("inside", std::strerror(errno));
    bytes_ = static_cast<std::uint8_t*>(mapped);
}

}  // namespace media_worker
