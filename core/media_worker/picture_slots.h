// The room for pictures in shared memory: slots of one size. The decoder writes straight into them, so that a picture
// goes to the window as it lies; one that lies elsewhere is copied into a slot. Nothing is written into a slot that the
// decoder refers to or the window holds.
//
// The window may hold so many at a time and the decoder so many, together no more than there are: whoever waits for a
// slot waits for the window alone. Used by any thread.
#pragma once

#include "media_worker/picture_writer.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

struct AVBufferRef;

namespace media_worker {

enum class Lending { Off, On };

class PictureSlots : public std::enable_shared_from_this<PictureSlots> {
public:
    // Slots of so many bytes; of fewer, into which pictures must be scaled, where too few of them would fit.
    PictureSlots(std::span<std::uint8_t> memory, std::size_t bytes, Lending lending);
    ~PictureSlots();
    PictureSlots(const PictureSlots&) = delete;
    PictureSlots& operator=(const PictureSlots&) = delete;

    std::uint32_t count() const { return static_cast<std::uint32_t>(slots_.size()); }
    std::uint32_t most_held() const { return count() - most_lent_; }
    std::size_t slot_bytes() const { return slot_bytes_; }
    std::span<std::uint8_t> room(std::uint32_t slot) const;

    // For the decoder: a slot that comes back when the last reference to it goes. Null when it has its share.
    AVBufferRef* lend();

    // For the window, by one thread. Only when another one may be held:
    bool may_hold_another() const;
    struct Held {
        std::uint32_t slot = 0;
        Planes planes;
    };
    std::optional<Held> hold(const AVFrame& picture);  // nothing when it must be copied into ...
    std::uint32_t hold_empty();                        // ... such a slot
    void release(std::uint32_t slot);                  // the window has let go of it

private:
    struct Slot {
        AVBufferRef* picture = nullptr;  // the window's reference: while it stands, the decoder writes there no more
        bool is_lent = false;
        bool is_held = false;
    };

    void give_back(std::uint32_t slot);
    std::uint32_t used_by_decoder() const;
    std::optional<std::uint32_t> slot_of(const AVFrame& picture) const;
    std::optional<Planes> planes_of(const AVFrame& picture) const;

    const std::span<std::uint8_t> memory_;
    std::size_t slot_bytes_ = 0;
    std::uint32_t most_lent_ = 0;

    mutable std::mutex mutex_;
    std::vector<Slot> slots_;          // under mutex_; its size never changes
    std::vector<std::uint32_t> free_;  // under mutex_; the last to come free is taken first: it is still in the cache
    std::uint32_t held_ = 0;           // under mutex_
};

}  // namespace media_worker
