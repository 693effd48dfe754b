#include "media_worker/picture_room.h"

#include <algorithm>
#include <array>
#include <new>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/buffer.h>
#include <libavutil/frame.h>
}

namespace media_worker {

namespace {

constexpr int kRowAlign = 64;          // what any processor's widest instructions ask for, in every plane
constexpr std::size_t kBetween = 128;  // decoders may read and write a little past a plane's end

struct Layout {
    std::array<int, 3> stride{};
    std::array<std::size_t, 3> offset{};
    std::size_t bytes = 0;
};

std::size_t rounded_up(std::size_t bytes, std::size_t align) {
    return (bytes + align - 1) / align * align;
}

Layout layout_for(AVCodecContext& codec, const AVFrame& picture) {
    int width = picture.width;
    int height = picture.height;
    std::array<int, AV_NUM_DATA_POINTERS> align{};
    avcodec_align_dimensions2(&codec, &width, &height, align.data());
    const int align_rows = std::max({kRowAlign, align[0], align[1], align[2]});
    const int chroma = (width + 2 * align_rows - 1) / (2 * align_rows) * align_rows;
    Layout layout{.stride = {2 * chroma, chroma, chroma}};
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const auto rows = static_cast<std::size_t>(plane == 0 ? height : (height + 1) / 2);
        layout.offset[plane] = layout.bytes;
        layout.bytes += rounded_up(static_cast<std::size_t>(layout.stride[plane]) * rows + kBetween, kRowAlign);
    }
    return layout;
}

// Up to FFmpeg 5 the threads of a decoder wait for each other when they ask for room, unless told that they need not.
// FFmpeg 6 takes that for granted and has dropped the word.
void let_threads_ask(AVCodecContext& codec) {
#if LIBAVCODEC_VERSION_MAJOR < 60
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    codec.thread_safe_callbacks = 1;
#pragma GCC diagnostic pop
#else
    static_cast<void>(codec);
#endif
}

}  // namespace

PictureRoom::~PictureRoom() {
    av_buffer_pool_uninit(&pool_);
}

void PictureRoom::serve(AVCodecContext& codec) {
    const bool asks_for_room = (codec.codec->capabilities & AV_CODEC_CAP_DR1) != 0;
    if (codec.codec_type != AVMEDIA_TYPE_VIDEO || !asks_for_room) return;
    codec.opaque = this;
    codec.get_buffer2 = get_buffer;
    let_threads_ask(codec);
}

void PictureRoom::use(std::shared_ptr<PictureSlots> slots) {
    const std::lock_guard lock(mutex_);
    slots_ = std::move(slots);
}

std::size_t PictureRoom::largest_bytes() const {
    const std::lock_guard lock(mutex_);
    return largest_bytes_;
}

// Called by libav, from any of its threads.
int PictureRoom::get_buffer(AVCodecContext* codec, AVFrame* picture, int flags) {
    if (!is_taken_as_it_is(*picture)) return avcodec_default_get_buffer2(codec, picture, flags);
    try {
        return static_cast<PictureRoom*>(codec->opaque)->give_room(*codec, *picture);
    } catch (const std::bad_alloc&) {
        return AVERROR(ENOMEM);
    }
}

int PictureRoom::give_room(AVCodecContext& codec, AVFrame& picture) {
    const Layout layout = layout_for(codec, picture);
    const std::lock_guard lock(mutex_);
    largest_bytes_ = std::max(largest_bytes_, layout.bytes);
    AVBufferRef* memory = slots_ && layout.bytes <= slots_->slot_bytes() ? slots_->lend() : nullptr;
    if (memory == nullptr) memory = own_memory(layout.bytes);
    if (memory == nullptr) return AVERROR(ENOMEM);
    picture.buf[0] = memory;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        picture.data[plane] = memory->data + layout.offset[plane];
        picture.linesize[plane] = layout.stride[plane];
    }
    picture.extended_data = picture.data;
    return 0;
}

// Called with mutex_ held.
AVBufferRef* PictureRoom::own_memory(std::size_t bytes) {
    if (bytes != pool_bytes_) {
        av_buffer_pool_uninit(&pool_);
        pool_ = av_buffer_pool_init(bytes, av_buffer_allocz);
        pool_bytes_ = pool_ == nullptr ? 0 : bytes;
    }
    return pool_ == nullptr ? nullptr : av_buffer_pool_get(pool_);
}

}  // namespace media_worker
