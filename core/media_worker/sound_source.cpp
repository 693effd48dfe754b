#include "media_worker/sound_source.h"

#include "media_worker/samples.h"

#include <algorithm>
#include <cstdlib>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace media_worker {

namespace {

// Codecs that build on what came before need so much to sound as if played from the start (Opus says 80 ms; an MP3
// frame may lean on nine earlier ones).
constexpr std::int64_t kPrerollMs = 300;
constexpr std::int64_t kFurtherBackMs = 3000;
// Timestamps rounded by a container jitter by less than this; what is more is a real gap.
constexpr std::int64_t kJitterMs = 15;
constexpr std::int64_t kLongestSilencePiece = 4096;
constexpr std::int64_t kLongestGapSeconds = 24 * 3600;

}  // namespace

SoundSource::SoundSource(Container& container, const SoundTrack& track, std::int64_t start_us, std::int64_t end_us)
    : container_(&container),
      stream_(track.stream),
      start_us_(start_us),
      first_(av_rescale(track.first_us - start_us, track.sample_rate, 1'000'000)),
      end_(av_rescale(end_us - start_us, track.sample_rate, 1'000'000)),
      rate_(track.sample_rate),
      channels_(track.channels),
      frame_(make_frame()),
      packet_(make_packet()),
      piece_(static_cast<std::size_t>(track.channels)) {
    container.use_only({stream_});
    decoder_ = std::make_unique<Decoder>(container.stream(stream_), 1);
}

int SoundSource::side(int channel) const {
    switch (av_channel_layout_channel_from_index(&decoder_->codec().ch_layout, static_cast<unsigned>(channel))) {
        case AV_CHAN_FRONT_LEFT:
        case AV_CHAN_BACK_LEFT:
        case AV_CHAN_SIDE_LEFT:
        case AV_CHAN_FRONT_LEFT_OF_CENTER:
        case AV_CHAN_TOP_FRONT_LEFT:
        case AV_CHAN_STEREO_LEFT:
            return -1;
        case AV_CHAN_FRONT_RIGHT:
        case AV_CHAN_BACK_RIGHT:
        case AV_CHAN_SIDE_RIGHT:
        case AV_CHAN_FRONT_RIGHT_OF_CENTER:
        case AV_CHAN_TOP_FRONT_RIGHT:
        case AV_CHAN_STEREO_RIGHT:
            return 1;
        default:
            return channels_ == 2 ? (channel == 0 ? -1 : 1) : 0;
    }
}

// Decodes the next frame into frame_; false at the end.
bool SoundSource::decode() {
    if (frame_waits_) {
        frame_waits_ = false;
        return true;
    }
    for (;;) {
        switch (decoder_->receive(*frame_)) {
            case Step::Frame:
                if (frame_->nb_samples > 0) return true;
                continue;
            case Step::End:
                return false;
            case Step::NeedsPacket:
                break;
        }
        if (draining_) return false;
        if (container_->read(*packet_)) {
            decoder_->send(*packet_);
        } else {
            draining_ = true;
            decoder_->send_end();
        }
    }
}

void SoundSource::go_to(std::int64_t sample) {
    sample = std::max<std::int64_t>(sample, 0);
    const std::int64_t preroll = kPrerollMs * rate_ / 1000;
    const bool landed =
        land_before(sample, preroll) || land_before(sample, kFurtherBackMs * rate_ / 1000) || land_at_beginning();
    if (!landed) {
        container_->rewind();
        decoder_->flush();
        draining_ = false;
        frame_waits_ = false;
    }
    knows_place_ = false;
    position_ = sample;
}

bool SoundSource::jumps_exactly() const {
    return av_cmp_q(container_->stream(stream_).time_base, {1, rate_}) <= 0;
}

// Decodes the first frame after a jump.
bool SoundSource::jump(std::int64_t timestamp) {
    frame_waits_ = false;
    draining_ = false;
    decoder_->flush();
    frame_waits_ = container_->seek(stream_, timestamp) && decode() && frame_->pts != AV_NOPTS_VALUE;
    return frame_waits_;
}

std::int64_t SoundSource::landed_at() const {
    return av_rescale(to_us(frame_->pts, container_->stream(stream_).time_base) - start_us_, rate_, 1'000'000);
}

// Whether reading goes on from before that sample, with enough margin.
bool SoundSource::land_before(std::int64_t sample, std::int64_t margin) {
    const std::int64_t target = sample - margin;
    if (target <= first_) return false;
    const std::int64_t timestamp =
        from_us(start_us_ + av_rescale(target, 1'000'000, rate_), container_->stream(stream_).time_base);
    return jump(timestamp) && landed_at() <= sample - margin / 2;
}

bool SoundSource::land_at_beginning() {
    const AVStream& stream = container_->stream(stream_);
    const std::int64_t beginning = stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time;
    return jump(beginning) && std::abs(landed_at() - first_) <= 1;
}

const Channels& SoundSource::next() {
    for (std::vector<float>& channel : piece_) channel.clear();
    while (position_ < end_ && piece_.front().empty()) {
        if (knows_place_ && decoded_to_ > position_) {
            add_silence(std::min(decoded_to_ - position_, kLongestSilencePiece));  // a gap, or before the first sample
            break;
        }
        if (frame_waits_ || decode()) {
            take(*frame_);
        } else {
            knows_place_ = true;
            decoded_to_ = end_;
        }
    }
    const auto length = static_cast<std::int64_t>(piece_.front().size());
    if (position_ + length > end_) {
        for (std::vector<float>& channel : piece_)
            channel.resize(static_cast<std::size_t>(std::max<std::int64_t>(end_ - position_, 0)));
    }
    position_ += static_cast<std::int64_t>(piece_.front().size());
    return piece_;
}

void SoundSource::add_silence(std::int64_t samples) {
    for (std::vector<float>& channel : piece_) channel.assign(static_cast<std::size_t>(samples), 0.0F);
}

// Takes over what of the frame lies at or after position_. A frame that lies ahead waits until the silence is filled.
void SoundSource::take(const AVFrame& frame) {
    const AVRational& time_base = container_->stream(stream_).time_base;
    std::int64_t at = decoded_to_;
    if (frame.pts != AV_NOPTS_VALUE) {
        const std::int64_t stamped =
            av_rescale_q(frame.pts, time_base, {1, rate_}) - av_rescale(start_us_, rate_, 1'000'000);
        const bool jitters = knows_place_ && std::abs(stamped - decoded_to_) <= kJitterMs * rate_ / 1000;
        if (!jitters) at = stamped;
    }
    if (!knows_place_ && frame.pts == AV_NOPTS_VALUE) at = 0;
    knows_place_ = true;
    if (at > position_ && at - position_ < kLongestGapSeconds * rate_) {
        decoded_to_ = at;
        frame_waits_ = true;
        return;
    }
    frame_waits_ = false;
    decoded_to_ = at + frame.nb_samples;
    const std::int64_t skipped = std::clamp<std::int64_t>(position_ - at, 0, frame.nb_samples);
    if (frame.sample_rate != rate_) return;  // a change of rate in mid-file: leave it out rather than play it wrongly
    append_samples(frame, static_cast<int>(skipped), piece_);
}

}  // namespace media_worker
