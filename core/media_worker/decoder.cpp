#include "media_worker/decoder.h"

#include <new>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace media_worker {

namespace {}

Decoder::Decoder(const AVStream& stream, int threads) {
    const AVCodec* decoder = avcodec_find_decoder(stream.codecpar->codec_id);
    if (decoder == nullptr) throw Failure("codec_missing", avcodec_get_name(stream.codecpar->codec_id));
    codec_.reset(avcodec_alloc_context3(decoder));
    if (!codec_) throw std::bad_alloc();
    check(avcodec_parameters_to_context(codec_.get(), stream.codecpar), "preparing the decoder");
    codec_->pkt_timebase = stream.time_base;
    codec_->thread_count = threads;
    codec_->max_pixels = kMaxPixels;
    room_.serve(*codec_);
    check(avcodec_open2(codec_.get(), decoder, nullptr), "starting the decoder");
}

void Decoder::send(const AVPacket& packet) {
    const int result = avcodec_send_packet(codec_.get(), &packet);
    if (result == AVERROR(ENOMEM)) check(result, "decoding");
    if (result < 0) damaged_ = true;
}

void Decoder::send_end() {
    avcodec_send_packet(codec_.get(), nullptr);
}

Step Decoder::receive(AVFrame& frame) {
    for (;;) {
        const int result = avcodec_receive_frame(codec_.get(), &frame);
        if (result >= 0) return Step::Frame;
        if (result == AVERROR(EAGAIN)) return Step::NeedsPacket;
        if (result == AVERROR_EOF) return Step::End;
        if (result == AVERROR(ENOMEM)) check(result, "decoding");
        // While draining, threads hand over one error each and then go on; otherwise the next packet is asked for.
        damaged_ = true;
    }
}

void Decoder::flush() {
    avcodec_flush_buffers(codec_.get());
}

}  // namespace media_worker
