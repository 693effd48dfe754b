#include "media_worker/picture_source.h"

#include <algorithm>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/cpu.h>
#include <libavutil/pixdesc.h>
}

namespace media_worker {

namespace {

constexpr int kFewestThreads = 2;
constexpr int kMostThreads = 16;
constexpr std::int64_t kMemoryOfThreads = 160 << 20;  // for the one picture that each is at work on
constexpr std::size_t kReadAhead = 8;                 // packets; more than any B-pyramid reorders
constexpr int kMaxPacketsWithoutKey = 2000;           // a stream that marks none is decoded from its start
constexpr std::int64_t kNearUs = 3'000'000;           // without an index: decode on rather than jump
constexpr std::int64_t kPicturesToSettle = 20;        // more than the most that H.264 keeps
constexpr std::int64_t kFirstStepBackUs = 500'000;

// One more than there are processors, so that none waits while pictures are handed over; fewer for huge pictures.
int threads_for(const AVCodecParameters& video) {
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(video.format));
    const int bits = format == nullptr ? 24 : av_get_padded_bits_per_pixel(format);
    const std::int64_t bytes = std::int64_t{video.width} * video.height * bits / 8;
    const auto affordable =
        static_cast<int>(std::min<std::int64_t>(kMemoryOfThreads / std::max<std::int64_t>(bytes, 1), kMostThreads));
    return std::clamp(std::min(av_cpu_count() + 1, affordable), kFewestThreads, kMostThreads);
}

// Its size and shape without its pixels, which would keep their room for good.
Owned<AVFrame> outline_of(const AVFrame& picture) {
    Owned<AVFrame> outline = make_frame();
    outline->width = picture.width;
    outline->height = picture.height;
    outline->format = picture.format;
    check(av_frame_copy_props(outline.get(), &picture), "describing a picture");
    return outline;
}

}  // namespace

PictureSource::PictureSource(std::unique_ptr<Container> container) : container_(std::move(container)) {
    if (container_->video_stream() < 0) throw Failure("no_picture", "no video stream");
    container_->use_only({container_->video_stream()});
    decoder_ = std::make_unique<Decoder>(stream(), threads_for(*stream().codecpar));
    if (stream().avg_frame_rate.num > 0) {
        step_us_ =
            std::clamp<std::int64_t>(av_rescale_q(1, av_inv_q(stream().avg_frame_rate), {1, 1'000'000}), 1, 1'000'000);
    }
    while (queue_.empty() && !ended_) decode_one();
    if (queue_.empty()) throw Failure(is_damaged() ? "damaged" : "no_picture", "no picture could be decoded");
    first_us_ = queue_.front().at_us;
    first_ = outline_of(*queue_.front().frame);
    end_us_ = first_us_;
}

std::optional<int> PictureSource::go_to(std::int64_t us, int lead, const GoOn& go_on) {
    us = std::max(us, first_us_);
    if (!is_on_the_way(us)) seek_before(std::min(us, last_safe_start_us()));
    std::int64_t back_us = kFirstStepBackUs;
    for (;;) {
        if (!decode_until_after(us, lead, go_on)) return {};
        const bool found = !queue_.empty() && queue_.front().at_us <= us;
        if (found || from_the_start_) break;
        step_back(std::min(us, queue_.empty() ? us : queue_.front().at_us) - back_us);
        back_us *= 4;
    }
    int before = 0;
    for (std::size_t i = 1; i < queue_.size() && queue_[i].at_us <= us; ++i) ++before;
    for (; before > lead; --before) queue_.pop_front();
    first_was_given_ = false;
    return before;
}

std::optional<TimedPicture> PictureSource::next(const GoOn& go_on) {
    if (first_was_given_ && !queue_.empty()) {
        while (queue_.size() < 2 && !ended_) {
            if (!go_on()) return {};
            decode_one();
        }
        if (queue_.size() < 2) return {};
        queue_.pop_front();
        first_was_given_ = false;
    }
    while (queue_.size() < 2 && !ended_) {
        if (!go_on()) return {};
        decode_one();
    }
    if (queue_.empty()) return {};
    const Decoded& shown = queue_.front();
    TimedPicture picture{.frame = Owned<AVFrame>(av_frame_clone(shown.frame.get())), .at_us = shown.at_us};
    picture.until_us = queue_.size() > 1 ? queue_[1].at_us : std::max(end_us_, shown.at_us + 1);
    first_was_given_ = true;
    return picture;
}

std::int64_t PictureSource::key_time(std::int64_t us) {
    seek_before(std::max(us, first_us_));
    while (packets_.empty() && !packets_ended_) read_ahead();
    return floor_us_ == INT64_MIN ? first_us_ : std::max(floor_us_, first_us_);
}

std::optional<TimedPicture> PictureSource::key_picture(std::int64_t us) {
    const std::int64_t at = key_time(us);
    // Sent alone, and drained at once: waiting for the next pictures would take as long as decoding them.
    if (!packets_.empty()) decoder_->send(*packets_.front());
    decoder_->send_end();
    Owned<AVFrame> frame = make_frame();
    const Step step = decoder_->receive(*frame);
    start_over(INT64_MIN);
    queue_.clear();
    ended_ = true;  // where it stands now helps nobody: the next request jumps
    newest_us_ = INT64_MAX;
    if (step != Step::Frame) return {};
    return TimedPicture{.frame = std::move(frame), .at_us = at, .until_us = at + step_us_};
}

// libavcodec's H.264 decoder, entered shortly before the end at a key frame that is not a clean start (open GOP), stops
// handing out pictures at the first one that it holds for broken, and loses those after it. Entered earlier, it has
// settled by then.
std::int64_t PictureSource::last_safe_start_us() const {
    if (decoder_->codec().codec_id != AV_CODEC_ID_H264) return INT64_MAX;
    return std::max(first_us_, end_us_ - kPicturesToSettle * step_us_);
}

// Whether decoding on reaches `us` no later than a jump would.
bool PictureSource::is_on_the_way(std::int64_t us) {
    if (queue_.empty() || queue_.front().at_us > us) return false;
    if (ended_ || newest_us_ >= us) return true;
    const std::int64_t target = from_us(us, stream().time_base);
    const int entry = av_index_search_timestamp(&stream(), target, AVSEEK_FLAG_BACKWARD);
    const AVIndexEntry* key = entry < 0 ? nullptr : avformat_index_get_entry(&stream(), entry);
    const bool index_reaches = avformat_index_get_entries_count(&stream()) > entry + 1;
    if (key == nullptr || !index_reaches) return us - newest_us_ < kNearUs;
    return to_us(key->timestamp, stream().time_base) <= newest_us_;
}

void PictureSource::start_over(std::int64_t floor_us) {
    decoder_->flush();
    packets_.clear();
    shown_times_.clear();
    queue_.clear();
    first_was_given_ = false;
    ended_ = false;
    draining_ = false;
    packets_ended_ = false;
    newest_us_ = INT64_MIN;
    floor_us_ = floor_us;
    skip_before_ts_ = INT64_MIN;
}

void PictureSource::seek_before(std::int64_t us) {
    start_over(INT64_MIN);
    from_the_start_ = !container_->seek(container_->video_stream(), from_us(us, stream().time_base));
    if (from_the_start_) container_->rewind();
    waits_for_key_ = !from_the_start_;
    landed_ts_ = INT64_MAX;
}

// To a key frame before the one that the last jump landed on.
void PictureSource::step_back(std::int64_t us) {
    const std::int64_t landed = landed_ts_;
    std::int64_t target = from_us(us, stream().time_base);
    if (landed != INT64_MAX) target = std::min(target, landed - 1);
    const bool too_far = us < first_us_ - kFirstStepBackUs;
    start_over(INT64_MIN);
    from_the_start_ = too_far || !container_->seek(container_->video_stream(), target);
    if (from_the_start_) container_->rewind();
    waits_for_key_ = !from_the_start_;
    landed_ts_ = INT64_MAX;
}

bool PictureSource::decode_until_after(std::int64_t us, int lead, const GoOn& go_on) {
    skip_before_ts_ = from_us(us, stream().time_base);
    skip_lead_ = static_cast<std::size_t>(lead);
    while (!ended_ && (queue_.empty() || queue_.back().at_us <= us)) {
        if (!go_on()) return false;
        decode_one();
        while (queue_.size() > static_cast<std::size_t>(lead) + 2) queue_.pop_front();
        if (!queue_.empty() && queue_.front().at_us > us && !from_the_start_)
            break;  // landed after it: go further back
    }
    skip_before_ts_ = INT64_MIN;
    return true;
}

// One step of decoding: a packet in, or a picture out. Returns whether it was a picture.
bool PictureSource::decode_one() {
    Owned<AVFrame> frame = make_frame();
    switch (decoder_->receive(*frame)) {
        case Step::Frame:
            take_frame(std::move(frame));
            return true;
        case Step::End:
            ended_ = true;
            return false;
        case Step::NeedsPacket:
            break;
    }
    read_ahead();
    send_packet();
    return false;
}

void PictureSource::read_ahead() {
    const std::size_t wanted = skip_before_ts_ == INT64_MIN ? 1 : kReadAhead;
    for (int without_key = 0; packets_.size() < wanted && !packets_ended_;) {
        Owned<AVPacket> packet = make_packet();
        if (!container_->read(*packet)) {
            packets_ended_ = true;
            return;
        }
        if (waits_for_key_) {
            if ((packet->flags & AV_PKT_FLAG_KEY) == 0) {
                packets_ended_ = ++without_key > kMaxPacketsWithoutKey;
                continue;
            }
            waits_for_key_ = false;
            landed_ts_ = packet->dts != AV_NOPTS_VALUE ? packet->dts : packet->pts;
            if (packet->pts != AV_NOPTS_VALUE) floor_us_ = to_us(packet->pts, stream().time_base);
        }
        if (packet->pts != AV_NOPTS_VALUE && (packet->flags & AV_PKT_FLAG_DISCARD) == 0)
            shown_times_.push_back(packet->pts);
        packets_.push_back(std::move(packet));
    }
}

void PictureSource::send_packet() {
    if (packets_.empty()) {
        if (draining_) ended_ = true;
        draining_ = true;
        decoder_->send_end();
        return;
    }
    const Owned<AVPacket> packet = std::move(packets_.front());
    packets_.pop_front();
    decoder_->codec().skip_frame = is_skippable(*packet) ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
    decoder_->send(*packet);
}

// A picture that nothing refers to need not be decoded when enough others come between it and the target. Only H.264
// says so reliably: HEVC's mark leaves out higher temporal layers.
bool PictureSource::is_skippable(const AVPacket& packet) const {
    if (decoder_->codec().codec_id != AV_CODEC_ID_H264 || packet.pts == AV_NOPTS_VALUE) return false;
    if (packet.pts >= skip_before_ts_) return false;
    std::size_t between = 0;
    for (const std::int64_t time : shown_times_) {
        if (time > packet.pts && time <= skip_before_ts_) ++between;
    }
    return between > skip_lead_;
}

void PictureSource::take_frame(Owned<AVFrame> frame) {
    const std::int64_t stamp = frame->best_effort_timestamp;
    const std::int64_t guess = newest_us_ == INT64_MIN ? 0 : newest_us_ + step_us_;
    std::int64_t at = stamp == AV_NOPTS_VALUE ? guess : to_us(stamp, stream().time_base);
    if (at < floor_us_) return;  // leads the key frame in an open GOP: what it refers to was not decoded
    if (newest_us_ != INT64_MIN) {
        if (at <= newest_us_) at = newest_us_;
        if (at > newest_us_ && at - newest_us_ < 1'000'000) step_us_ = at - newest_us_;
    }
    newest_us_ = at;
    // Two pictures for one moment: the later one is the one that stays.
    if (!queue_.empty() && queue_.back().at_us == at && !(queue_.size() == 1 && first_was_given_)) queue_.pop_back();
    queue_.push_back({std::move(frame), at});
}

}  // namespace media_worker
