#include "media_worker/clip.h"

#include "media_worker/clip_writer.h"
#include "media_worker/resampler.h"
#include "media_worker/sound_source.h"
#include "media_worker/stereo.h"

#include <algorithm>
#include <optional>

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
#include <libavutil/mathematics.h>
}

namespace media_worker {

namespace {

const auto kAlways = [] { return true; };

// The pictures of the clip, each cut to its borders.
class ClipPictures {
public:
    ClipPictures(PictureSource& source, std::int64_t from_us, std::int64_t to_us)
        : source_(source), from_us_(from_us), to_us_(to_us), at_us_(from_us) {
        source_.go_to(from_us, 0, kAlways);
        AVStream& stream = source.container().stream(source.container().video_stream());
        const Shape shape = shape_of(source.first_picture(), stream);
        size_ = even(upright_size({source.first_picture().width, source.first_picture().height}, shape));
    }

    Size size() const { return size_; }
    std::int64_t at_us() const { return at_us_; }  // file time up to which pictures are written
    bool is_done() const { return done_; }

    void write_next(ClipWriter& writer) {
        const std::optional<TimedPicture> picture = source_.next(kAlways);
        done_ = !picture || picture->at_us >= to_us_;
        if (done_) return;
        const Shape shape = shape_of(*picture->frame, source_.container().stream(source_.container().video_stream()));
        const Owned<AVFrame> upright = converter_.upright_planes(*picture->frame, shape, size_);
        const std::int64_t at = std::max(picture->at_us, from_us_);
        at_us_ = std::min(picture->until_us, to_us_);
        if (at_us_ > at) writer.add_picture(*upright, at - from_us_, at_us_ - from_us_);
    }

private:
    static Size even(Size size) { return {std::max(2, size.width / 2 * 2), std::max(2, size.height / 2 * 2)}; }

    PictureSource& source_;
    PictureWriter converter_;
    std::int64_t from_us_;
    std::int64_t to_us_;
    std::int64_t at_us_;
    Size size_;
    bool done_ = false;
};

class ClipSound {
public:
    ClipSound(Survey& survey, const SoundTrack& track, std::int64_t from_us, std::int64_t to_us)
        : source_(*survey.sound, track, survey.start_us, survey.end_us()),
          resampler_(source_.rate()),
          start_us_(survey.start_us),
          to_(av_rescale(to_us - survey.start_us, source_.rate(), 1'000'000)) {
        for (int c = 0; c < source_.channels(); ++c) sides_.push_back(source_.side(c));
        source_.go_to(av_rescale(from_us - survey.start_us, source_.rate(), 1'000'000));
    }

    std::int64_t at_us() const { return start_us_ + av_rescale(source_.position(), 1'000'000, source_.rate()); }
    bool is_done() const { return done_; }

    void write_next(ClipWriter& writer) {
        const std::int64_t before = source_.position();
        const Channels& piece = source_.next();
        const auto length = static_cast<std::int64_t>(piece.front().size());
        const std::int64_t count = std::clamp<std::int64_t>(to_ - before, 0, length);
        done_ = length == 0 || before + length >= to_;
        const StereoMix stereo(sides_, 0);
        writer.add_sound(resampler_.process(stereo.mix(piece, 0, static_cast<std::size_t>(count)), done_));
    }

private:
    SoundSource source_;
    Resampler resampler_;
    std::int64_t start_us_;
    std::int64_t to_;  // sample
    std::vector<int> sides_;
    bool done_ = false;
};

}  // namespace

void write_clip(Window& window, Survey& survey, const protocol::Clip& request) {
    if (request.from_us >= survey.duration_us) throw Failure("beyond_end", "the clip begins after the recording's end");
    const std::int64_t from_us = std::max<std::int64_t>(request.from_us, 0);
    const std::int64_t to_us = std::clamp<std::int64_t>(request.to_us, from_us, survey.duration_us);
    if (to_us <= from_us) throw Failure("empty", "nothing lies between the clip's ends");
    const std::int64_t from = survey.start_us + from_us;
    const std::int64_t to = survey.start_us + to_us;

    std::optional<ClipPictures> pictures;
    std::optional<ClipSound> sound;
    if (survey.pictures) pictures.emplace(*survey.pictures, from, to);
    if (request.track < survey.tracks.size()) sound.emplace(survey, survey.tracks[request.track], from, to);
    ClipWriter writer(pictures ? std::optional(pictures->size()) : std::nullopt, sound.has_value());

    float told = 0;
    for (;;) {
        const bool more_pictures = pictures && !pictures->is_done();
        const bool more_sound = sound && !sound->is_done();
        if (!more_pictures && !more_sound) break;
        // Side by side, so that neither piles up in the file's interleaving.
        const bool picture_is_next = more_pictures && (!more_sound || pictures->at_us() <= sound->at_us());
        if (picture_is_next) {
            pictures->write_next(writer);
        } else {
            sound->write_next(writer);
        }
        const std::int64_t at = picture_is_next ? pictures->at_us() : sound->at_us();
        const float fraction = static_cast<float>(at - from) / static_cast<float>(to - from);
        if (fraction >= told + 0.01F) {
            told = fraction;
            window.send(Kind::Progress, protocol::Progress{std::min(fraction, 1.0F)});
        }
    }
    writer.finish();
    window.send(Kind::Done, protocol::Done{to_us - from_us});
}

}  // namespace media_worker
