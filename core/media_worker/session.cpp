#include "media_worker/session.h"

#include "media_worker/clip.h"
#include "media_worker/peaks.h"
#include "media_worker/report_failure.h"
#include "media_worker/sandbox.h"
#include "media_worker/speech.h"

#include <unistd.h>

namespace media_worker {

void Session::run() {
    worker_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
    while (std::optional<Message> message = window_.receive()) receive(std::move(*message));
}

void Session::receive(Message message) {
    const std::lock_guard lock(mutex_);
    switch (message.kind()) {
        case Kind::ShowPictures:
            show_pictures(message.as<protocol::ShowPictures>());
            break;
        case Kind::PlaySound:
            play_sound(message.as<protocol::PlaySound>());
            break;
        case Kind::StopSound:
            early_sound_.reset();
            if (sound_) sound_->stop();
            break;
        case Kind::ReleasePicture:
            if (pictures_) pictures_->release(message.as<protocol::ReleasePicture>().slot);
            break;
        default:
            jobs_.push_back(std::move(message));
            more_.notify_one();
    }
}

// These two are called with mutex_ held. What comes before the recording is open waits for it.
void Session::show_pictures(const protocol::ShowPictures& request) {
    if (pictures_) {
        pictures_->show(request);
    } else if (is_open_) {
        window_.send(Kind::PicturesEnd, protocol::SerialOnly{request.serial});
    } else {
        early_pictures_ = request;
    }
}

void Session::play_sound(const protocol::PlaySound& request) {
    if (sound_) {
        sound_->play(request);
    } else if (is_open_) {
        window_.send(Kind::SoundEnd, protocol::SerialOnly{request.serial});
    } else {
        early_sound_ = request;
    }
}

void Session::work(const std::stop_token& stop) {
    for (;;) {
        std::optional<Message> job;
        {
            std::unique_lock lock(mutex_);
            if (!more_.wait(lock, stop, [this] { return !jobs_.empty(); })) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        report_failure(window_, [&] { do_job(*job); });
        if (job->kind() == Kind::Probe) _exit(0);
    }
}

void Session::do_job(const Message& message) {
    switch (message.kind()) {
        case Kind::Open:
            open();
            break;
        case Kind::Probe:
            probe();
            break;
        case Kind::Still:
            still(message.as<protocol::Still>());
            break;
        case Kind::Peaks:
            send_peaks(window_, survey(), message.as<protocol::Peaks>());
            break;
        case Kind::Speech:
            send_speech(window_, survey(), message.as<protocol::Speech>());
            break;
        case Kind::Clip:
            write_clip(
                window_, survey(),
                read_clip_plan(memory_.pictures(), message.as<protocol::Clip>().plan_bytes, survey().duration_us));
            break;
        case Kind::TrySandbox:
            if (!try_forbidden(message.text().c_str())) throw Failure("inside", "refused");
            window_.send(Kind::Done, protocol::Done{});
            break;
        default:
            throw Failure("inside", "a message of unknown kind");
    }
}

Survey& Session::survey() {
    if (!survey_) survey_ = survey_recording();
    return *survey_;
}

void Session::open() {
    Survey& found = survey();
    std::unique_ptr<PictureShow> show;
    if (found.pictures) {
        show = std::make_unique<PictureShow>(window_, memory_.pictures(), *found.pictures, found.start_us);
    }
    protocol::Opened opened;
    if (show) {
        const PictureSlots& slots = show->slots();
        opened = {.slots = slots.count(), .slot_bytes = slots.slot_bytes(), .held_at_most = slots.most_held()};
    }
    window_.send(Kind::Opened, opened, found.json);

    const std::lock_guard lock(mutex_);
    pictures_ = std::move(show);
    if (found.sound) sound_ = std::make_unique<SoundPlay>(window_, memory_.sound(), found);
    is_open_ = true;
    if (early_pictures_) show_pictures(*early_pictures_);
    if (early_sound_) play_sound(*early_sound_);
}

void Session::probe() {
    window_.send(Kind::Opened, protocol::Opened{}, survey().json);
}

void Session::still(const protocol::Still& request) {
    Survey& found = survey();
    if (!found.pictures) throw Failure("no_picture", "no video stream");
    PictureSource& source = *found.pictures;
    const auto always = [] { return true; };
    source.go_to(found.start_us + request.at_us, 0, always);
    const std::optional<TimedPicture> picture = source.next(always);
    if (!picture) throw Failure("no_picture", "none could be decoded");
    const Shape shape = shape_of(*picture->frame, source.container().stream(source.container().video_stream()));
    const Size size =
        writer_.write_rgb(*picture->frame, shape, {request.fit_width, request.fit_height}, memory_.pictures());
    window_.send(Kind::StillReady, protocol::StillReady{.width = size.width,
                                                        .height = size.height,
                                                        .at_us = picture->at_us - found.start_us,
                                                        .until_us = picture->until_us - found.start_us});
}

}  // namespace media_worker
