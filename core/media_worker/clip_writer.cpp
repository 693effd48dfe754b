#include "media_worker/clip_writer.h"

#include <algorithm>
#include <cerrno>
#include <new>
#include <string>
#include <string_view>
#include <unistd.h>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
}

namespace media_worker {

namespace {

constexpr int kClipFile = 6;
constexpr int kWriteBuffer = 64 * 1024;
constexpr int kSoundRate = 48'000;
constexpr AVRational kTick{1, kSoundRate};  // fine enough for any picture, and within what MPEG-4 can count
constexpr int kThreads = 2;

const AVCodec& video_encoder() {
    for (const char* name : {"libx264", "libopenh264", "mpeg4"}) {
        if (const AVCodec* found = avcodec_find_encoder_by_name(name)) return *found;
    }
    throw Failure("codec_missing", "no encoder for pictures");
}

}  // namespace

struct ClipWriter::Output {
    std::int64_t at = 0;
    std::int64_t size = 0;

    // libav takes const bytes from its version 61 on.
#if LIBAVFORMAT_VERSION_MAJOR >= 61
    using Bytes = const std::uint8_t*;
#else
    using Bytes = std::uint8_t*;
#endif
    static int write(void* opaque, Bytes from, int bytes) {
        auto& output = *static_cast<Output*>(opaque);
        for (int done = 0; done < bytes;) {
            const ssize_t written = pwrite(kClipFile, from + done, static_cast<std::size_t>(bytes - done), output.at);
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return AVERROR(errno);
            done += static_cast<int>(written);
            output.at += written;
        }
        output.size = std::max(output.size, output.at);
        return bytes;
    }

    static std::int64_t seek(void* opaque, std::int64_t to, int whence) {
        auto& output = *static_cast<Output*>(opaque);
        if ((whence & AVSEEK_SIZE) != 0) return output.size;
        if ((whence & ~AVSEEK_FORCE) != SEEK_SET || to < 0) return AVERROR(EINVAL);
        return output.at = to;
    }
};

ClipWriter::ClipWriter(std::optional<Look> look, bool has_sound, std::vector<ClipSubtitle> subtitles)
    : output_(std::make_unique<Output>()), subtitles_(std::move(subtitles)) {
    auto* buffer = static_cast<unsigned char*>(av_malloc(kWriteBuffer));
    io_.reset(avio_alloc_context(buffer, kWriteBuffer, 1, output_.get(), nullptr, Output::write, Output::seek));
    if (buffer == nullptr || !io_) throw std::bad_alloc();
    AVFormatContext* raw = nullptr;
    const int made =
        avformat_alloc_output_context2(&raw, nullptr, look || !subtitles_.empty() ? "mp4" : "ipod", nullptr);
    format_.reset(raw);
    check(made, "preparing the clip", "inside");
    format_->pb = io_.get();
    format_->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;
    if (look) add_video_track(*look);
    if (has_sound) add_audio_track();
    if (!subtitles_.empty()) add_subtitle_track();
    check(avformat_write_header(format_.get(), nullptr), "writing the clip", "cannot_write");
}

ClipWriter::~ClipWriter() = default;

void ClipWriter::add_video_track(const Look& look) {
    const AVCodec& encoder = video_encoder();
    video_.codec.reset(avcodec_alloc_context3(&encoder));
    if (!video_.codec) throw std::bad_alloc();
    AVCodecContext& codec = *video_.codec;
    codec.width = look.size.width;
    codec.height = look.size.height;
    codec.pix_fmt = AV_PIX_FMT_YUV420P;
    codec.time_base = kTick;
    codec.sample_aspect_ratio = {1, 1};
    codec.color_range = AVCOL_RANGE_MPEG;
    codec.colorspace = look.bt709 ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
    codec.gop_size = 60;
    codec.thread_count = kThreads;
    codec.bit_rate =
        static_cast<std::int64_t>(look.size.width) * look.size.height * 4;  // for encoders without a quality to aim at
    if (av_opt_set(codec.priv_data, "preset", "veryfast", 0) >= 0 && av_opt_set(codec.priv_data, "crf", "20", 0) >= 0) {
        codec.bit_rate = 0;
        av_opt_set(codec.priv_data, "rc-lookahead", "10", 0);  // each waiting picture takes memory, which is bounded
    }
    start(video_);
}

void ClipWriter::add_audio_track() {
    const AVCodec* encoder = avcodec_find_encoder(AV_CODEC_ID_AAC);
    if (encoder == nullptr) throw Failure("codec_missing", "no encoder for sound");
    audio_.codec.reset(avcodec_alloc_context3(encoder));
    if (!audio_.codec) throw std::bad_alloc();
    AVCodecContext& codec = *audio_.codec;
    codec.sample_rate = kSoundRate;
    codec.sample_fmt = AV_SAMPLE_FMT_FLTP;
    codec.bit_rate = 160'000;
    codec.time_base = kTick;
    av_channel_layout_default(&codec.ch_layout, 2);
    start(audio_);
}

// MPEG-4 timed text, as 3GPP TS 26.245 lays it out: how the text looks unless it says otherwise.
void ClipWriter::add_subtitle_track() {
    constexpr std::string_view kFont = "Sans-Serif";
    std::string look("\0\0\0\0\x01\xff\0\0\0\0", 10);                 // no scrolling, centred, at the bottom, no ground
    look += std::string(8, '\0');                                     // the whole picture
    look += std::string("\0\0\0\0\0\x01\0\x12\xff\xff\xff\xff", 12);  // font 1, 18 points, white
    look += std::string("\0\0\0", 3) + static_cast<char>(13 + kFont.size()) + "ftab";
    look += std::string("\0\x01\0\x01", 4) + static_cast<char>(kFont.size()) + std::string(kFont);

    subtitle_stream_ = avformat_new_stream(format_.get(), nullptr);
    if (subtitle_stream_ == nullptr) throw std::bad_alloc();
    subtitle_stream_->time_base = kTick;
    AVCodecParameters& parameters = *subtitle_stream_->codecpar;
    parameters.codec_type = AVMEDIA_TYPE_SUBTITLE;
    parameters.codec_id = AV_CODEC_ID_MOV_TEXT;
    parameters.extradata = static_cast<std::uint8_t*>(av_mallocz(look.size() + AV_INPUT_BUFFER_PADDING_SIZE));
    if (parameters.extradata == nullptr) throw std::bad_alloc();
    parameters.extradata_size = static_cast<int>(look.size());
    std::copy(look.begin(), look.end(), parameters.extradata);
}

// Those that begin before that moment.
void ClipWriter::write_subtitles(std::int64_t until_us) {
    constexpr std::size_t kLongest = 0xffff;
    for (; next_subtitle_ < subtitles_.size() && subtitles_[next_subtitle_].span.from < until_us; ++next_subtitle_) {
        const auto& [span, text] = subtitles_[next_subtitle_];
        const std::size_t length = std::min(text.size(), kLongest);
        const Owned<AVPacket> packet = make_packet();
        check(av_new_packet(packet.get(), static_cast<int>(length + 2)), "writing subtitles");
        packet->data[0] = static_cast<std::uint8_t>(length >> 8);
        packet->data[1] = static_cast<std::uint8_t>(length & 0xff);
        std::copy_n(text.begin(), length, packet->data + 2);
        packet->pts = packet->dts = from_us(span.from, kTick);
        packet->duration = from_us(span.to, kTick) - packet->pts;
        packet->flags |= AV_PKT_FLAG_KEY;
        packet->stream_index = subtitle_stream_->index;
        av_packet_rescale_ts(packet.get(), kTick, subtitle_stream_->time_base);
        check(av_interleaved_write_frame(format_.get(), packet.get()), "writing the clip", "cannot_write");
    }
}

void ClipWriter::start(Track& track) {
    if ((format_->oformat->flags & AVFMT_GLOBALHEADER) != 0) track.codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    track.codec->flags |= AV_CODEC_FLAG_BITEXACT;
    check(avcodec_open2(track.codec.get(), nullptr, nullptr), "starting the encoder", "codec_missing");
    track.stream = avformat_new_stream(format_.get(), nullptr);
    if (track.stream == nullptr) throw std::bad_alloc();
    track.stream->time_base = kTick;
    check(avcodec_parameters_from_context(track.stream->codecpar, track.codec.get()), "preparing the clip", "inside");
}

void ClipWriter::add_picture(AVFrame& frame, std::int64_t at_us, std::int64_t until_us) {
    frame.pts = from_us(at_us, kTick);
    frame.pict_type = AV_PICTURE_TYPE_NONE;
    lengths_.push_back({frame.pts, from_us(until_us, kTick) - frame.pts});
    write_subtitles(at_us);
    encode(video_, &frame);
}

void ClipWriter::add_sound(std::span<const float> stereo) {
    sound_.insert(sound_.end(), stereo.begin(), stereo.end());
    const auto whole = static_cast<std::size_t>(audio_.codec->frame_size);
    while (sound_.size() / 2 >= whole) encode_sound(whole);
}

void ClipWriter::encode_sound(std::size_t frames) {
    const Owned<AVFrame> frame = make_frame();
    frame->nb_samples = static_cast<int>(frames);
    frame->format = AV_SAMPLE_FMT_FLTP;
    frame->sample_rate = kSoundRate;
    check(av_channel_layout_copy(&frame->ch_layout, &audio_.codec->ch_layout), "preparing sound");
    check(av_frame_get_buffer(frame.get(), 0), "preparing sound");
    for (std::size_t i = 0; i < frames; ++i) {
        reinterpret_cast<float*>(frame->data[0])[i] = sound_[2 * i];
        reinterpret_cast<float*>(frame->data[1])[i] = sound_[2 * i + 1];
    }
    sound_.erase(sound_.begin(), sound_.begin() + static_cast<std::ptrdiff_t>(2 * frames));
    frame->pts = encoded_;
    encoded_ += static_cast<std::int64_t>(frames);
    write_subtitles(to_us(encoded_, kTick));
    encode(audio_, frame.get());
}

void ClipWriter::encode(Track& track, const AVFrame* frame) {
    check(avcodec_send_frame(track.codec.get(), frame), "encoding", "inside");
    const Owned<AVPacket> packet = make_packet();
    for (;;) {
        const int result = avcodec_receive_packet(track.codec.get(), packet.get());
        if (result == AVERROR(EAGAIN) || result == AVERROR_EOF) return;
        check(result, "encoding", "inside");
        if (&track == &video_) {
            const auto shown =
                std::find_if(lengths_.begin(), lengths_.end(), [&](const Shown& s) { return s.at == packet->pts; });
            if (shown != lengths_.end()) {
                packet->duration = shown->length;
                lengths_.erase(shown);
            }
        }
        packet->stream_index = track.stream->index;
        av_packet_rescale_ts(packet.get(), kTick, track.stream->time_base);
        check(av_interleaved_write_frame(format_.get(), packet.get()), "writing the clip", "cannot_write");
    }
}

void ClipWriter::finish() {
    if (video_.codec) encode(video_, nullptr);
    if (audio_.codec) {
        if (!sound_.empty()) encode_sound(sound_.size() / 2);
        encode(audio_, nullptr);
    }
    write_subtitles(INT64_MAX);
    check(av_write_trailer(format_.get()), "writing the clip", "cannot_write");
    avio_flush(io_.get());
    check(io_->error, "writing the clip", "cannot_write");
}

}  // namespace media_worker
