// The pictures' half of the player: what is asked of the worker, and which picture is shown.
#include "media/player_impl.h"

#include <algorithm>

namespace media {

namespace {

// While dragging, a request is finished and shown before the next is sent, so that the picture follows the hand; but
// none is waited for longer than this.
constexpr auto kLongestWait = std::chrono::milliseconds(400);
constexpr base::Time kTooLate = base::milliseconds(250);
constexpr auto kLongestLate = std::chrono::milliseconds(300);
constexpr base::Time kStepWithoutPicture = base::milliseconds(40);

}  // namespace

bool Player::Impl::stream_covers(Position position) const {
    return request_ && !waiting_request_ && !request_->is_single && request_->loop == loop_ahead_of(position.at) &&
           cache_.covers(position);
}

void Player::Impl::want_pictures(const PictureRequest& request) {
    const bool is_quick_over_exact =
        request.mode == SeekMode::KeyFrame && request_ && request_->mode == SeekMode::Exact;
    if (is_request_open() && !is_quick_over_exact && now_() - request_->asked < kLongestWait) {
        waiting_request_ = request;
    } else {
        send(request);
    }
}

void Player::Impl::send(const PictureRequest& request) {
    waiting_request_.reset();
    cache_.begin(request.from);
    const bool is_single = request.mode == SeekMode::KeyFrame && !is_playing();
    request_ = OpenRequest{++picture_requests_, request.mode, now_(), request.loop, is_single};
    const base::Span loop = request.loop.value_or(base::Span{});
    link_.show_pictures({.serial = request_->serial,
                         .key_frame = request.mode == SeekMode::KeyFrame ? 1U : 0U,
                         .from_us = request.from.microseconds,
                         .lead = request.lead,
                         .single = is_single ? 1U : 0U,
                         .loop_from_us = loop.from.microseconds,
                         .loop_to_us = loop.to.microseconds});
}

void Player::Impl::send_waiting_request() {
    if (!waiting_request_ || (is_request_open() && now_() - request_->asked < kLongestWait)) return;
    send(*waiting_request_);
    if (is_playing()) start_sound(position());
}

void Player::Impl::show_pictures() {
    if (!has_video()) return;
    if (!waiting_request_ || cache_.is_answered()) cache_.show_at(position());
    send_waiting_request();
    take_steps();
    catch_up_pictures();
}

void Player::Impl::step(int pictures) {
    if (!info_ || failure_) return;
    pause();
    rewind_due_ = false;
    if (!has_video()) {
        const base::Time by{kStepWithoutPicture.microseconds * pictures};
        return seek(position().at + by, SeekMode::Exact);
    }
    steps_ += pictures;
    take_steps();
}

void Player::Impl::take_steps() {
    if (is_playing() || waiting_request_ || is_request_open()) return;
    if (stepped_from_ && cache_.shows_own()) {
        const base::Time from = *std::exchange(stepped_from_, std::nullopt);
        const bool has_moved = cache_.shown()->at != from;
        if (!has_moved) steps_ = 0;  // there is no picture beyond
        history_.stand_still(now_(), {std::max(cache_.shown()->at, base::Time{}), cache_.shown_lap()});
    }
    stepped_from_.reset();
    if (steps_ == 0) return;
    if (step_within_cache()) {
        history_.stand_still(now_(), {std::max(cache_.shown()->at, base::Time{}), cache_.shown_lap()});
    }
    if (steps_ != 0) request_step();
}

bool Player::Impl::step_within_cache() {
    bool has_moved = false;
    while (steps_ > 0 && cache_.show_next()) {
        --steps_;
        has_moved = true;
    }
    while (steps_ < 0 && cache_.show_previous()) {
        ++steps_;
        has_moved = true;
    }
    return has_moved;
}

void Player::Impl::request_step() {
    const Picture* shown = cache_.shown();
    const bool is_forward = steps_ > 0;
    if (shown == nullptr || (is_forward && cache_.has_ended()) || (!is_forward && shown->at <= base::Time{})) {
        steps_ = 0;
        return;
    }
    // The next one is on its way, unless the stream has stopped or goes round a loop here.
    if (is_forward && request_ && !request_->is_single && cache_.shows_own() && !cache_.next_begins()) return;
    const base::Time to = is_forward ? shown->until : shown->at - base::microseconds(1);
    stepped_from_ = shown->at;
    steps_ += is_forward ? -1 : 1;
    history_.stand_still(now_(), {to, 0});
    send({to, SeekMode::Exact, is_forward ? 0U : static_cast<std::uint32_t>(lead_), {}});
}

// A machine too slow for this recording: rather leave pictures out than fall further behind the sound.
void Player::Impl::catch_up_pictures() {
    const std::optional<base::Time> newest = cache_.newest_until();
    const Position here = position();
    const bool is_late = state_ == State::Playing && !is_request_open() && !cache_.has_ended() && newest &&
                         *newest + kTooLate < here.at && !cache_.covers(here);
    const Clock::time_point now = now_();
    if (!is_late) return late_since_.reset();
    if (!late_since_) late_since_ = now;
    if (now - *late_since_ < kLongestLate) return;
    late_since_.reset();
    const base::Time soon{static_cast<std::int64_t>(150'000 * speed_)};
    if (here.at + soon >= duration()) return;
    send({here.at + soon, SeekMode::Exact, 0, loop_ahead_of(here.at + soon)});
    if (here.lap == 0) return;
    // The new request counts its laps from none.
    if (history_.follows_system()) return history_.follow_system(now, {here.at, 0}, speed_, loop_);
    restart_sound_without_gap();
}

}  // namespace media
