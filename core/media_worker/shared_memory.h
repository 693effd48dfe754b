// The memory shared with the window: the ring of sound, and room for pictures.
#pragma once

#include "media/worker_protocol.h"

#include <cstdint>
#include <span>

namespace media_worker {

class SharedMemory {
public:
    explicit SharedMemory(int fd);  // throws Failure
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;

    media::protocol::SoundRing& sound() { return *reinterpret_cast<media::protocol::SoundRing*>(bytes_); }
    std::span<std::uint8_t> pictures() {
        return {bytes_ + media::protocol::kPicturesAt, media::protocol::kPictureBytes};
    }

private:
    std::uint8_t* bytes_;  // until the process ends
};

}  // namespace media_worker
