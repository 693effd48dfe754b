#include "media_worker/recording_end.h"

#include "media_worker/container.h"
#include "media_worker/survey.h"

#include <algorithm>
#include <chrono>
#include <limits>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/intreadwrite.h>
}

namespace media_worker {

namespace {

constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kLongest = 400 * 3600 * kSecond;
constexpr std::int64_t kMayTake = 6 * kSecond;     // of the clock, for a file without an index
constexpr std::int64_t kLastFrame = kSecond / 10;  // an edit list may cut off part of the last frame
constexpr std::int64_t kReadWhole = 4 << 20;       // bytes: quicker than asking a demuxer to jump, and surer
constexpr double kDefaultPicture = 40'000;

std::int64_t now_us() {
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

std::int64_t samples_cut_off(const AVPacket& packet) {
    std::size_t size = 0;
    const std::uint8_t* data = av_packet_get_side_data(&packet, AV_PKT_DATA_SKIP_SAMPLES, &size);
    return data != nullptr && size >= 8 ? AV_RL32(data + 4) : 0;
}

std::int64_t length_us(const AVPacket& packet, const AVStream& stream) {
    const AVCodecParameters& parameters = *stream.codecpar;
    std::int64_t length = packet.duration > 0 ? to_us(packet.duration, stream.time_base) : 0;
    if (parameters.codec_type == AVMEDIA_TYPE_AUDIO && parameters.sample_rate > 0) {
        if (length == 0) length = parameters.frame_size * kSecond / parameters.sample_rate;
        length -= samples_cut_off(packet) * kSecond / parameters.sample_rate;
    } else if (length == 0) {
        const double fps = stream.avg_frame_rate.num > 0 ? av_q2d(stream.avg_frame_rate) : 0;
        length = static_cast<std::int64_t>(fps > 1 ? 1e6 / fps : kDefaultPicture);
    }
    return std::max<std::int64_t>(length, 0);
}

// Reads to the end of the file; the latest moment that any packet reaches.
std::int64_t read_on(Container& container) {
    const Owned<AVPacket> packet = make_packet();
    std::int64_t end = kNone;
    while (container.read(*packet)) {
        const AVStream& stream = container.stream(packet->stream_index);
        const std::int64_t time = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        if (time == AV_NOPTS_VALUE || (packet->flags & AV_PKT_FLAG_DISCARD) != 0) continue;
        end = std::max(end, to_us(time, stream.time_base) + length_us(*packet, stream));
    }
    return end;
}

std::int64_t claimed_end(Container& container, const Survey& survey) {
    std::int64_t length = 0;
    const auto add = [&](const AVStream& stream) {
        if (stream.duration > 0) length = std::max(length, to_us(stream.duration, stream.time_base));
    };
    if (survey.pictures) add(container.stream(container.video_stream()));
    for (const SoundTrack& track : survey.tracks) add(container.stream(track.stream));
    // The whole file's length counts streams that are not played (subtitles), so it is the second choice.
    if (length == 0) length = std::max<std::int64_t>(container.format().duration, 0);
    if (length == 0) return kNone;
    return survey.start_us + std::min(length, kLongest);
}

// An edit list can end a track inside its last frame, which libav plays whole.
std::int64_t cut_by_edit_list(std::int64_t end, Container& container, const Survey& survey) {
    std::int64_t listed = kNone;
    const auto add = [&](const AVStream& stream, std::int64_t first_us) {
        if (stream.duration > 0) listed = std::max(listed, first_us + to_us(stream.duration, stream.time_base));
    };
    if (survey.pictures) add(container.stream(container.video_stream()), survey.pictures->first_us());
    for (const SoundTrack& track : survey.tracks) add(container.stream(track.stream), track.first_us);
    return listed != kNone && listed < end && end - listed < kLastFrame ? listed : end;
}

}  // namespace

End find_end(Container& container, const Survey& survey) {
    const int anchor = survey.pictures ? container.video_stream() : survey.tracks.front().stream;
    std::vector<int> used;
    if (survey.pictures) used.push_back(container.video_stream());
    for (const SoundTrack& track : survey.tracks) used.push_back(track.stream);
    container.use_only(used);

    const std::int64_t claimed = claimed_end(container, survey);
    const AVRational& time_base = container.stream(anchor).time_base;
    container.set_deadline(now_us() + kMayTake);
    const bool is_small = container.file_bytes() <= kReadWhole;
    std::int64_t end = kNone;
    const std::int64_t last = claimed == kNone ? survey.start_us + kLongest : claimed;
    for (const std::int64_t from : {last, last - 10 * kSecond}) {
        if (is_small || end != kNone || from < survey.start_us) continue;
        if (container.seek(anchor, from_us(from, time_base))) end = read_on(container);
    }
    if (end == kNone && !container.missed_deadline()) {
        container.rewind();
        end = read_on(container);
    }
    const bool is_late = container.missed_deadline();
    container.set_deadline(0);
    if (is_late) end = std::max(end, claimed);
    if (end == kNone) end = survey.start_us;
    if (container.format().iformat != nullptr && container.name() != "webm")
        end = cut_by_edit_list(end, container, survey);
    // Some writers give the time of the end where the length belongs.
    const std::int64_t promised = claimed == kNone ? end : std::min(claimed, claimed - survey.start_us);
    const bool truncated = promised - end > std::max(2 * kSecond, (end - survey.start_us) / 20);
    return {end, truncated && !is_late};
}

}  // namespace media_worker
