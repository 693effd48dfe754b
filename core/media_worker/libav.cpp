#include "media_worker/libav.h"

#include <fmt/format.h>
#include <new>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

namespace media_worker {

void LibavDeleter::operator()(AVCodecContext* codec) const noexcept {
    avcodec_free_context(&codec);
}
void LibavDeleter::operator()(AVFormatContext* format) const noexcept {
    if (format->iformat != nullptr) {
        avformat_close_input(&format);
    } else {
        avformat_free_context(format);
    }
}
void LibavDeleter::operator()(AVFrame* frame) const noexcept {
    av_frame_free(&frame);
}
void LibavDeleter::operator()(AVIOContext* io) const noexcept {
    av_freep(&io->buffer);
    avio_context_free(&io);
}
void LibavDeleter::operator()(AVPacket* packet) const noexcept {
    av_packet_free(&packet);
}
void LibavDeleter::operator()(SwrContext* resampler) const noexcept {
    swr_free(&resampler);
}
void LibavDeleter::operator()(SwsContext* scaler) const noexcept {
    sws_freeContext(scaler);
}

int check(int result, const char* doing, const char* reason) {
    if (result >= 0) return result;
    char words[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(result, words, sizeof words);
    throw Failure(result == AVERROR(ENOMEM) ? "out_of_memory" : reason, fmt::format("{}: {}", doing, words));
}

Owned<AVFrame> make_frame() {
    Owned<AVFrame> frame(av_frame_alloc());
    if (!frame) throw std::bad_alloc();
    return frame;
}

Owned<AVPacket> make_packet() {
    Owned<AVPacket> packet(av_packet_alloc());
    if (!packet) throw std::bad_alloc();
    return packet;
}

std::int64_t to_us(std::int64_t timestamp, const AVRational& time_base) {
    return av_rescale_q(timestamp, time_base, {1, 1'000'000});
}

std::int64_t from_us(std::int64_t us, const AVRational& time_base) {
    const std::int64_t nearest = av_rescale_q(us, {1, 1'000'000}, time_base);
    return to_us(nearest, time_base) > us ? nearest - 1 : nearest;
}

}  // namespace media_worker
