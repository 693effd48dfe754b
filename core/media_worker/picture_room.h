// Where a decoder puts its pictures: into the slots that the window looks into, as long as there are some for it, or
// into memory of its own; in both cases with rows of the same length, which some decoders insist on.
#pragma once

#include "media_worker/picture_slots.h"

#include <cstddef>
#include <memory>
#include <mutex>

struct AVBufferPool;
struct AVBufferRef;
struct AVCodec;

namespace media_worker {

class PictureRoom {
public:
    PictureRoom() = default;
    ~PictureRoom();
    PictureRoom(const PictureRoom&) = delete;
    PictureRoom& operator=(const PictureRoom&) = delete;

    // Before the decoder is opened. It must not outlive the room.
    void serve(AVCodecContext& codec);
    // At any time later on.
    void use(std::shared_ptr<PictureSlots> slots);
    // What a picture has taken so far; 0 while none was of a kind that the window takes as it is.
    std::size_t largest_bytes() const;

private:
    static int get_buffer(AVCodecContext* codec, AVFrame* picture, int flags);
    int give_room(AVCodecContext& codec, AVFrame& picture);
    AVBufferRef* own_memory(std::size_t bytes);

    mutable std::mutex mutex_;
    std::shared_ptr<PictureSlots> slots_;  // under mutex_, as is all that follows
    AVBufferPool* pool_ = nullptr;         // of pictures outside the slots
    std::size_t pool_bytes_ = 0;
    std::size_t largest_bytes_ = 0;
};

}  // namespace media_worker
