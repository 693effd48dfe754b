// Reads what the media worker says. The worker may have been taken over by the recording it decodes, so every kind,
// size, index and number is checked here before anything else looks at it.
#pragma once

#include "media/frames.h"
#include "media/worker_protocol.h"

#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace media {

struct WorkerMessage {
    protocol::Kind kind{};
    std::string payload;  // the struct that the kind names, of exactly its size
    std::string text;     // what follows it

    template <class T>
    T as() const {
        static_assert(std::is_trivially_copyable_v<T>);
        T value;
        std::memcpy(&value, payload.data(), sizeof(T));
        return value;
    }
};

// Nothing when it is not a message that a worker may send, whole and of the right size.
std::optional<WorkerMessage> parse_message(std::string_view datagram);

std::string make_message(protocol::Kind kind, std::string_view payload);

// Where the worker laid out its picture slots; all zero before Opened.
struct SlotLayout {
    std::uint32_t slots = 0;
    std::uint64_t slot_bytes = 0;
};
bool is_possible(const protocol::Opened& opened);

// The picture with its planes inside `pictures` (the shared memory from kPicturesAt), without its slot; nothing when
// any of its numbers leads outside the slot or cannot be true.
std::optional<Picture> checked_picture(const protocol::PictureReady& ready, const SlotLayout& layout,
                                       const std::uint8_t* pictures);

// Likewise for a still of packed RGB from the beginning of the picture memory.
bool is_possible(const protocol::StillReady& still);

}  // namespace media
