// The sound's half of the player: the card, and which clock is followed.
#include "media/player_impl.h"

#include <algorithm>

namespace media {

namespace {

constexpr auto kCardRetry = std::chrono::seconds(2);
constexpr auto kCardStart = std::chrono::seconds(1);  // a wireless loudspeaker may have to wake
constexpr auto kLongestStall = std::chrono::seconds(1);
constexpr auto kFadeLimit = std::chrono::milliseconds(100);

}  // namespace

bool Player::Impl::start_card() {
    if (card_runs_) return true;
    if (!has_card_ && now_() < card_retry_) return false;  // opening a device takes time, and this is the UI thread
    source_.card_starts();
    card_runs_ = sink_.start(source_);
    has_card_ = card_runs_;
    if (!card_runs_) card_retry_ = now_() + kCardRetry;
    last_pull_ = now_() + kCardStart;
    return card_runs_;
}

std::uint64_t Player::Impl::silent_channels() const {
    return solo_ ? ~(std::uint64_t{1} << *solo_) : muted_;
}

protocol::PlaySound Player::Impl::sound_request(base::Time from) {
    const base::Span loop = loop_ahead_of(from).value_or(base::Span{});
    return {.serial = ++sound_serial_,
            .track = static_cast<std::uint32_t>(track_),
            .from_us = from.microseconds,
            .speed = speed_,
            .loop_from_us = loop.from.microseconds,
            .loop_to_us = loop.to.microseconds,
            .muted_channels = silent_channels()};
}

// Asks for sound from here on, held back until let_go_when_ready().
void Player::Impl::start_sound(Position from) {
    sound_on_ = has_sound() && start_card();
    if (!sound_on_) return;
    source_.hold();
    const protocol::PlaySound request = sound_request(from.at);
    source_.want(request.serial, SoundSource::Change::Cut);
    link_.play_sound(request);
}

// Another speed, track or choice of channels, from the next sample that the card takes.
void Player::Impl::restart_sound_without_gap() {
    const SoundSource::Next next = source_.next();
    const Position here = position();
    const bool has_begun = next.serial != 0;
    const protocol::PlaySound request = sound_request(has_begun ? next.at : here.at);
    std::uint32_t lap = has_begun ? history_.lap_of(next.serial, next.lap) : here.lap;
    if (request_ && !cache_.is_answered()) lap = 0;  // the pictures were asked for anew as well
    source_.want(request.serial, SoundSource::Change::Seamless);
    history_.sound_continues_as(request.serial, lap);
    link_.play_sound(request);
}

void Player::Impl::sound_choice_changed() {
    if (!sound_on_ || !is_playing()) return;
    if (state_ == State::Starting) {
        if (!waiting_request_) start_sound(position());
    } else if (history_.follows_sound()) {
        restart_sound_without_gap();
    }
}

void Player::Impl::set_speed(double speed) {
    const auto* nearest = std::min_element(std::begin(kSpeeds), std::end(kSpeeds), [speed](double a, double b) {
        return std::abs(a - speed) < std::abs(b - speed);
    });
    if (*nearest == speed_) return;
    const Position here = position();
    speed_ = *nearest;
    if (state_ == State::Playing && history_.follows_system()) {
        history_.follow_system(now_(), here, speed_, loop_);
    }
    sound_choice_changed();
}

void Player::Impl::select_audio_track(int track) {
    if (track == track_ || track < 0 || (info_ && track >= static_cast<int>(info_->audio.size()))) return;
    track_ = track;
    muted_ = 0;
    solo_.reset();
    sound_choice_changed();
}

void Player::Impl::stop_sound() {
    source_.silence();
    if (sound_on_) link_.stop_sound(sound_serial_);
    sound_on_ = false;
    card_stop_ = now_() + kFadeLimit;
}

void Player::Impl::follow_system_from(Clock::time_point moment) {
    const Position there = history_.at(moment);
    system_lap_ = there.lap;
    history_.follow_system(moment, there, speed_, loop_);
}

// A card may say that it is well and yet take no more samples: an audio server that stopped, a wireless link that
// broke.
bool Player::Impl::is_card_stalled(Clock::time_point now) {
    const std::uint32_t pulls = source_.pulls();
    if (pulls != pulls_) last_pull_ = now;
    pulls_ = pulls;
    return is_playing() && now - last_pull_ >= kLongestStall;
}

void Player::Impl::look_after_card() {
    const Clock::time_point now = now_();
    if (card_runs_ && (!sink_.is_alive() || is_card_stalled(now))) {
        sink_.stop();
        card_runs_ = has_card_ = false;
        card_was_lost_ = true;
        card_retry_ = now + kCardRetry;
        if (state_ == State::Playing && history_.follows_sound()) follow_system_from(now);
        stop_sound();
    }
    if (card_runs_ && !is_playing() && (source_.is_silent() || now >= card_stop_)) {
        sink_.stop();
        card_runs_ = false;
    }
    if (state_ == State::Playing && card_was_lost_ && !card_runs_ && has_sound() && now >= card_retry_) rejoin_sound();
}

// The system's clock has led for a while; from here on there is sound again.
void Player::Impl::rejoin_sound() {
    const Position here = position();
    start_sound(here);
    if (!sound_on_) return;
    card_was_lost_ = false;
    history_.follow_sound(now_(), here, sound_serial_);
    source_.let_go();
}

void Player::Impl::go_on_when_sound_ends() {
    if (state_ != State::Playing) return;
    if (history_.follows_system()) {
        // The sound ended before the loop did, and the loop has begun again.
        if (sound_on_ && position().lap != system_lap_) rejoin_sound();
        return;
    }
    const Clock::time_point now = now_();
    std::optional<Clock::time_point> ended = history_.sound_ended_at(now);
    const bool was_told = ended_sound_ == sound_serial_ && source_.is_starving();
    if (!ended && was_told && history_.is_all_heard(now)) ended = now;
    if (!ended) return;
    if (has_video()) return follow_system_from(*ended);
    if (loop_ && position().at < loop_->to) return go_to({loop_->from, 0}, SeekMode::Exact);
    finish();
}

// The link notices a worker that hangs. Sound that stays away although the worker gets on, or a ring that holds what
// cannot be, only show here: the worker is ended, and the link starts another.
void Player::Impl::look_after_worker() {
    const Clock::time_point now = now_();
    link_.keep_watch(is_playing());
    const bool is_owed = state_ == State::Playing && history_.follows_sound() && ended_sound_ != sound_serial_;
    const bool starves = is_owed && card_runs_ && source_.is_starving();
    if (!starves) starving_since_.reset();
    if (starves && !starving_since_) starving_since_ = now;
    const bool stays_away = starving_since_ && now - *starving_since_ >= WorkerLimits{}.silent;
    if (!stays_away && !source_.saw_nonsense()) return;
    starving_since_.reset();
    if (card_runs_) sink_.stop();
    card_runs_ = false;
    source_.detach();
    link_.give_up_on_worker();
}

}  // namespace media
