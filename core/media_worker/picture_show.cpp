#include "media_worker/picture_show.h"

#include "media_worker/report_failure.h"
#include "media_worker/shape.h"

#include <algorithm>
#include <chrono>

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
}

namespace media_worker {

namespace {

constexpr std::size_t kLeadMemory = 200 << 20;
// Who drags asks again as soon as a picture is there. Decoding on at once would have all threads at work on pictures
// that nobody wants by then, and a jump has to wait for them.
constexpr auto kBreath = std::chrono::milliseconds(8);
constexpr auto kSignOfLife = std::chrono::milliseconds(200);

}  // namespace

PictureShow::PictureShow(Window& window, std::span<std::uint8_t> memory, PictureSource& source, std::int64_t start_us)
    : window_(window), source_(source), start_us_(start_us) {
    const AVFrame& first = source.first_picture();
    const std::size_t decoded = source.room().largest_bytes();
    const std::size_t copied = planes_for(first.width, first.height).bytes;
    slots_ =
        std::make_shared<PictureSlots>(memory, std::max(decoded, copied), decoded > 0 ? Lending::On : Lending::Off);
    source.room().use(slots_);
    thread_ = std::jthread([this](std::stop_token stop) {
        stop_ = std::move(stop);
        run();
    });
}

void PictureShow::show(const protocol::ShowPictures& request) {
    const std::lock_guard lock(mutex_);
    newest_ = request;
    changed_.notify_all();
}

void PictureShow::release(std::uint32_t slot) {
    slots_->release(slot);
    const std::lock_guard lock(mutex_);
    changed_.notify_all();
}

bool PictureShow::is_replaced() {
    const std::lock_guard lock(mutex_);
    return newest_.has_value() || stop_.stop_requested();
}

bool PictureShow::is_replaced_soon() {
    std::unique_lock lock(mutex_);
    const bool is_newer = changed_.wait_for(lock, stop_, kBreath, [this] { return newest_.has_value(); });
    return is_newer || stop_.stop_requested();
}

void PictureShow::run() {
    for (;;) {
        protocol::ShowPictures request;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop_, [this] { return newest_.has_value(); })) return;
            request = *newest_;
            newest_.reset();
        }
        end_stream_on_failure(window_, Kind::PicturesEnd, request.serial, [&] { serve(request); });
        if (source_.is_damaged()) window_.warn("damaged", "some pictures");
    }
}

bool PictureShow::jump(const protocol::ShowPictures& request, std::int64_t us, int lead, int& leads) {
    // Decoding up to the place may take long: the window hears that it goes on.
    auto last_sign = std::chrono::steady_clock::now();
    const auto go_on = [&] {
        const auto now = std::chrono::steady_clock::now();
        if (now - last_sign >= kSignOfLife) {
            last_sign = now;
            window_.send(Kind::Progress, protocol::Progress{});
        }
        return !is_replaced();
    };
    if (request.key_frame != 0) us = source_.key_time(start_us_ + us) - start_us_;
    const std::optional<int> before = source_.go_to(start_us_ + us, lead, go_on);
    leads = before.value_or(0);
    return before.has_value();
}

void PictureShow::serve(const protocol::ShowPictures& request) {
    if (request.key_frame != 0 && request.single != 0) {
        if (const auto picture = source_.key_picture(start_us_ + request.from_us)) {
            send(*picture, request, 0, false);
            return;
        }
    }
    const auto go_on = [this] { return !is_replaced(); };
    const bool loops = request.loop_to_us > request.loop_from_us;
    const std::size_t most_leads = std::min<std::size_t>(slots_->most_held() - 2, kLeadMemory / slots_->slot_bytes());
    int leads = 0;
    if (!jump(request, request.from_us, static_cast<int>(std::min<std::size_t>(request.lead, most_leads)), leads))
        return;
    bool is_first_of_lap = true;
    for (std::uint32_t lap = 0;;) {
        const std::optional<TimedPicture> picture = source_.next(go_on);
        if (is_replaced()) return;
        const bool past_the_loop =
            loops && !is_first_of_lap && (!picture || picture->at_us - start_us_ >= request.loop_to_us);
        if (past_the_loop) {
            if (!jump(request, request.loop_from_us, 0, leads)) return;
            ++lap;
            is_first_of_lap = true;
            continue;
        }
        if (!picture) {
            window_.send(Kind::PicturesEnd, protocol::SerialOnly{request.serial});
            return;
        }
        const bool is_lead = leads-- > 0;
        if (!send(*picture, request, lap, is_lead)) return;
        if (is_lead) continue;
        if (request.single != 0) return;
        if (lap == 0 && is_first_of_lap && is_replaced_soon()) return;
        is_first_of_lap = false;
    }
}

bool PictureShow::wait_for_room() {
    std::unique_lock lock(mutex_);
    const auto is_awaited = [this] { return newest_.has_value() || slots_->may_hold_another(); };
    return changed_.wait(lock, stop_, is_awaited) && !newest_.has_value();
}

// Where the decoder put it, if the window can take it from there.
PictureSlots::Held PictureShow::hold(const AVFrame& picture) {
    if (is_taken_as_it_is(picture)) {
        if (const auto held = slots_->hold(picture)) return *held;
    }
    const std::uint32_t slot = slots_->hold_empty();
    try {
        return {slot, writer_.write_planes(picture, slots_->room(slot))};
    } catch (...) {
        slots_->release(slot);
        throw;
    }
}

bool PictureShow::send(const TimedPicture& picture, const protocol::ShowPictures& request, std::uint32_t lap,
                       bool is_lead) {
    if (!wait_for_room()) return false;
    const Container& container = source_.container();
    const Shape shape = shape_of(*picture.frame, container.stream(container.video_stream()));
    const auto [slot, planes] = hold(*picture.frame);
    protocol::PictureReady ready;
    ready.serial = request.serial;
    ready.slot = slot;
    ready.width = planes.width;
    ready.height = planes.height;
    ready.offset = planes.offset;
    ready.stride = planes.stride;
    ready.rotation = shape.rotation;
    ready.mirrored = shape.mirrored ? 1 : 0;
    ready.pixel_aspect = shape.pixel_aspect;
    ready.bt709 = shape.bt709 ? 1 : 0;
    ready.full_range = shape.full_range ? 1 : 0;
    ready.at_us = picture.at_us - start_us_;
    ready.until_us = picture.until_us - start_us_;
    ready.lap = lap;
    ready.is_lead = is_lead ? 1 : 0;
    window_.send(Kind::PictureReady, ready);
    return true;
}

}  // namespace media_worker
