// Packets of one stream in, frames out. Used by one thread.
#pragma once

#include "media_worker/libav.h"
#include "media_worker/picture_room.h"

#include <cstdint>

struct AVStream;

namespace media_worker {

inline constexpr std::int64_t kMaxPixels = 36'000'000;  // 8K

enum class Step { Frame, NeedsPacket, End };

class Decoder {
public:
    Decoder(const AVStream& stream, int threads);  // throws Failure

    // After NeedsPacket only. A bad packet is noted and skipped: it must not end the coach's session.
    void send(const AVPacket& packet);
    void send_end();
    Step receive(AVFrame& frame);
    void flush();

    AVCodecContext& codec() { return *codec_; }
    PictureRoom& room() { return room_; }
    bool is_damaged() const { return damaged_; }

private:
    PictureRoom room_;
    Owned<AVCodecContext> codec_;
    bool damaged_ = false;
};

}  // namespace media_worker
