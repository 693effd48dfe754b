#include "media_worker/clip.h"

#include "media_worker/clip_pictures.h"
#include "media_worker/clip_sound.h"

#include <algorithm>
#include <optional>

namespace media_worker {

namespace {

class ClipJob {
public:
    ClipJob(Window& window, Survey& survey, const ClipPlan& plan) : window_(window), survey_(survey), plan_(plan) {
        const bool has_titles = std::any_of(plan.stretches.begin(), plan.stretches.end(),
                                            [](const ClipStretch& stretch) { return stretch.title.has_value(); });
        if (survey.pictures || has_titles) pictures_.emplace(survey.pictures.get(), plan);
        if (plan.track < survey.tracks.size()) sound_.emplace(survey, survey.tracks[plan.track], plan);
        std::optional<ClipWriter::Look> look;
        if (pictures_) look = {pictures_->size(), pictures_->bt709()};
        writer_.emplace(look, sound_.has_value(), plan.subtitles);
    }

    void run() {
        for (const ClipStretch& stretch : plan_.stretches) {
            write_title(stretch);
            write_stretch(stretch);
            written_us_ += stretch.length();
        }
        writer_->finish();
        window_.send(Kind::Done, protocol::Done{written_us_});
    }

private:
    void write_title(const ClipStretch& stretch) {
        if (!stretch.title) return;
        const std::int64_t shown_us = survey_.pictures ? stretch.title_us() : stretch.length();
        pictures_->write_title(*writer_, *stretch.title, {written_us_, written_us_ + shown_us});
        if (sound_) sound_->write_silence(*writer_, written_us_ + stretch.title_us());
    }

    void write_stretch(const ClipStretch& stretch) {
        const Interval in_file{survey_.start_us + stretch.span.from, survey_.start_us + stretch.span.to};
        if (pictures_) pictures_->begin(in_file, written_us_ + stretch.title_us());
        if (sound_) {
            const auto say_so = [&] { window_.send(Kind::Progress, protocol::Progress{told_}); };
            sound_->begin(stretch.span, written_us_ + stretch.length(), say_so);
        }
        for (;;) {
            const bool more_pictures = pictures_ && !pictures_->is_done();
            const bool more_sound = sound_ && !sound_->is_done();
            if (!more_pictures && !more_sound) return;
            // Side by side, so that neither piles up in the file's interleaving.
            const bool picture_is_next = more_pictures && (!more_sound || pictures_->at_us() <= sound_->at_us());
            if (picture_is_next) {
                pictures_->write_next(*writer_);
            } else {
                sound_->write_next(*writer_);
            }
            const std::int64_t at = picture_is_next ? pictures_->at_us() : sound_->at_us();
            tell(written_us_ + stretch.title_us() + at - in_file.from);
        }
    }

    void tell(std::int64_t at_us) {
        const float fraction = static_cast<float>(at_us) / static_cast<float>(plan_.length());
        if (fraction < told_ + 0.01F) return;
        told_ = fraction;
        window_.send(Kind::Progress, protocol::Progress{std::min(fraction, 1.0F)});
    }

    Window& window_;
    Survey& survey_;
    const ClipPlan& plan_;
    std::optional<ClipPictures> pictures_;
    std::optional<ClipSound> sound_;
    std::optional<ClipWriter> writer_;
    std::int64_t written_us_ = 0;
    float told_ = 0;
};

}  // namespace

void write_clip(Window& window, Survey& survey, const ClipPlan& plan) {
    ClipJob(window, survey, plan).run();
}

}  // namespace media_worker
