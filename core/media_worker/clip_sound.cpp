#include "media_worker/clip_sound.h"

#include "media_worker/stereo.h"

#include <algorithm>

extern "C" {
#include <libavutil/mathematics.h>
}

namespace media_worker {

namespace {

constexpr std::int64_t kClipRate = 48'000;
constexpr std::int64_t kSilence = 4096;

}  // namespace

ClipSound::ClipSound(Survey& survey, const SoundTrack& track, const ClipPlan& plan)
    : source_(*survey.sound, track, survey.start_us, survey.end_us()),
      mask_(plan, source_.rate(), source_.channels()),
      start_us_(survey.start_us) {
    for (int c = 0; c < source_.channels(); ++c) sides_.push_back(source_.side(c));
}

std::int64_t ClipSound::at_us() const {
    return start_us_ + av_rescale(source_.position(), 1'000'000, source_.rate());
}

void ClipSound::write(ClipWriter& writer, std::vector<float> stereo) {
    const auto room = static_cast<std::size_t>(2 * std::max<std::int64_t>(0, goal_ - written_));
    if (stereo.size() > room) stereo.resize(room);
    written_ += static_cast<std::int64_t>(stereo.size() / 2);
    writer.add_sound(stereo);
}

void ClipSound::write_silence(ClipWriter& writer, std::int64_t until_us) {
    goal_ = av_rescale(until_us, kClipRate, 1'000'000);
    while (written_ < goal_) {
        const auto count = static_cast<std::size_t>(2 * std::min(kSilence, goal_ - written_));
        write(writer, std::vector<float>(count, 0.0F));
    }
}

void ClipSound::go_to(std::int64_t sample, const std::function<void()>& on_the_way) {
    if (source_.jumps_exactly()) return source_.go_to(sample);
    if (!was_read_from_start_ || source_.position() > sample) source_.go_to(0);
    was_read_from_start_ = true;
    const std::int64_t hop = std::int64_t{60} * source_.rate();
    while (source_.position() + 2 * hop < sample) {
        source_.read_on_to(source_.position() + hop);
        source_.next();
        on_the_way();
    }
    source_.read_on_to(sample);
}

void ClipSound::begin(Interval stretch, std::int64_t written_until_us, const std::function<void()>& on_the_way) {
    goal_ = av_rescale(written_until_us, kClipRate, 1'000'000);
    end_ = av_rescale(stretch.to, source_.rate(), 1'000'000);
    const std::int64_t from = av_rescale(stretch.from, source_.rate(), 1'000'000);
    go_to(from, on_the_way);
    mask_.begin(from);
    resampler_.emplace(source_.rate());
    done_ = false;
}

void ClipSound::write_next(ClipWriter& writer) {
    const std::int64_t before = source_.position();
    const Channels& piece = source_.next();
    const auto length = static_cast<std::int64_t>(piece.front().size());
    const auto count = static_cast<std::size_t>(std::clamp<std::int64_t>(end_ - before, 0, length));
    done_ = length == 0 || before + length >= end_;
    const Channels& masked = mask_.process(piece, count, done_);
    const StereoMix stereo(sides_, mask_.muted_channels());
    write(writer, resampler_->process(stereo.mix(masked, 0, masked.front().size()), done_));
    if (done_) write(writer, std::vector<float>(static_cast<std::size_t>(2 * (goal_ - written_)), 0.0F));
}

}  // namespace media_worker
