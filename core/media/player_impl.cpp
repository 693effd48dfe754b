#include "media/player_impl.h"

#include "base/i18n.h"

#include <algorithm>

namespace media {

namespace {

constexpr auto kLongestStart = std::chrono::seconds(1);  // sound does not wait longer for its picture

std::string note_about(std::uint32_t sandboxed) {
    if (sandboxed == 1) return {};
    if (sandboxed == 2) return _("sandbox without rules for files: this system does not offer them");
    return _("no sandbox here: recordings are decoded without protection against malicious files");
}

}  // namespace

Player::Impl::Impl(const std::string& path, AudioSink& sink, std::function<void()> wake,
                   std::function<Clock::time_point()> now)
    : now_(std::move(now)), sink_(sink), link_(path, std::move(wake)) {}

Player::Impl::~Impl() {
    if (card_runs_) sink_.stop();
}

void Player::Impl::tick() {
    for (LinkEvent& event : link_.take_events()) {
        std::visit([this](auto& what) { take(what); }, event);
    }
    if (!info_ || failure_) return;
    look_after_worker();
    look_after_card();
    let_go_when_ready();
    go_on_when_sound_ends();
    notice_end();
    show_pictures();
}

void Player::Impl::take(WorkerOpened& opened) {
    const bool again = info_.has_value();
    if (card_runs_) sink_.stop();  // before the memory that the card reads from is gone
    card_runs_ = false;
    process_ = std::move(opened.process);
    source_.attach(&process_->sound(), process_->room_event());
    cache_.keep_behind(std::max<std::size_t>(opened.slots / 2, 1));
    lead_ = std::min<std::size_t>(opened.slots / 2, 24);
    if (!again) {
        for (std::string& warning : opened.info.warnings) take(WorkerWarned{std::move(warning)});
        info_ = std::move(opened.info);
        history_.set_duration(duration());
        sandbox_note_ = note_about(opened.sandboxed);
    }
    request_.reset();
    waiting_request_.reset();
    stepped_from_.reset();
    cache_.begin();
    go_to({position().at, 0}, SeekMode::Exact);
}

void Player::Impl::take(PictureArrived& arrived) {
    if (!request_ || arrived.serial != request_->serial) return;
    cache_.add(std::move(arrived.picture), arrived.lap, arrived.is_lead);
}

void Player::Impl::take(const PicturesEnded& ended) {
    if (request_ && ended.serial == request_->serial) cache_.end();
}

void Player::Impl::take(const WorkerWarned& warned) {
    if (said_.insert(warned.sentence).second) warnings_.push_back(warned.sentence);
}

void Player::Impl::take(const WorkerFailed& failed) {
    pause();
    rewind_due_ = false;
    request_.reset();
    waiting_request_.reset();
    steps_ = 0;
    failure_ = failed.sentence;
    if (card_runs_) sink_.stop();
    card_runs_ = false;
}

void Player::Impl::play() {
    if (is_playing() || failure_) return;
    base::Time from = position().at;
    const bool is_in_loop = loop_ && loop_->contains(from);
    const base::Time earliest = is_in_loop ? loop_->from : base::Time{};
    if (is_at_end()) {
        from = loop_ ? loop_->from : base::Time{};
    } else if (rewind_due_) {
        from = std::max(from - auto_rewind_, std::min(earliest, from));
    }
    state_ = State::Starting;
    rewind_due_ = false;
    steps_ = 0;
    go_to({from, cache_.shown_lap()}, SeekMode::Exact);
}

void Player::Impl::pause() {
    if (!is_playing()) return;
    const Position here = position();
    rewind_due_ = state_ == State::Playing;
    state_ = State::Paused;
    stop_sound();
    history_.stand_still(now_(), here);
}

void Player::Impl::seek(base::Time to, SeekMode mode) {
    to = std::max(to, base::Time{});
    if (info_) to = std::min(to, duration());
    rewind_due_ = false;
    steps_ = 0;
    stepped_from_.reset();
    go_to({to, cache_.shown_lap()}, mode);
}

// The one way to another place, paused or playing. The lap counts only where the pictures at hand go on.
void Player::Impl::go_to(Position target, SeekMode mode) {
    const bool has_pictures = has_video() && stream_covers(target);
    if (!has_pictures) target.lap = 0;
    history_.stand_still(now_(), target);
    if (is_playing()) {
        state_ = State::Starting;
        starting_since_ = now_();
        source_.hold();
    }
    if (!info_ || failure_) return;
    waiting_request_.reset();
    if (has_video() && !has_pictures) want_pictures({target.at, mode, 0, loop_ahead_of(target.at)});
    if (is_playing() && !waiting_request_) start_sound(target);
}

std::optional<base::Span> Player::Impl::loop_ahead_of(base::Time from) const {
    return loop_ && from < loop_->to ? loop_ : std::nullopt;
}

void Player::Impl::let_go_when_ready() {
    if (state_ != State::Starting || waiting_request_) return;
    if (is_request_open() && now_() - starting_since_ < kLongestStart) return;
    state_ = State::Playing;
    const Position here = position();
    if (sound_on_) {
        history_.follow_sound(now_(), here, sound_serial_);
        source_.let_go();
    } else {
        follow_system_from(now_());
    }
}

bool Player::Impl::is_at_end() const {
    return info_ && !is_playing() && position().at >= duration();
}

void Player::Impl::notice_end() {
    if (state_ != State::Playing || !history_.follows_system()) return;
    if (position().at >= duration()) finish();
}

void Player::Impl::finish() {
    const Position end{duration(), position().lap};
    state_ = State::Paused;
    rewind_due_ = false;
    stop_sound();
    history_.stand_still(now_(), end);
}

void Player::Impl::set_loop(std::optional<base::Span> span) {
    if (span) {
        span->from = std::max(span->from, base::Time{});
        if (info_) span->to = std::min(span->to, duration());
        if (span->to <= span->from) span.reset();
    }
    if (loop_ == span) return;
    loop_ = span;
    const Position here = position();
    if (loop_ && !loop_->contains(here.at)) return seek(loop_->from, SeekMode::Exact);
    if (!is_playing() || !info_) return;
    // The pictures decoded ahead go round the loop before; sound goes over without a gap.
    if (has_video()) send({here.at, SeekMode::Exact, 0, loop_ahead_of(here.at)});
    if (state_ == State::Starting) {
        history_.stand_still(now_(), {here.at, 0});
        start_sound({here.at, 0});
    } else if (history_.follows_sound()) {
        restart_sound_without_gap();
    } else {
        history_.follow_system(now_(), {here.at, 0}, speed_, loop_);
    }
}

std::optional<Clock::time_point> Player::Impl::next_wake() const {
    constexpr auto kSmooth = std::chrono::milliseconds(33);  // how often a moving playhead is drawn
    constexpr auto kSoonest = std::chrono::milliseconds(1);
    if (failure_) return {};
    const Clock::time_point now = now_();
    if (!is_playing()) {
        if (card_runs_) return now + std::chrono::milliseconds(10);  // fades out, then stops
        if (waiting_request_) return now + kSmooth;
        return {};
    }
    const std::optional<Position> next = cache_.next_begins();
    if (state_ == State::Starting || !next) return now + kSmooth;
    const Position here = position();
    base::Time left = next->at - here.at;
    if (next->lap != here.lap && loop_) left = loop_->to - here.at;
    const std::chrono::duration<double, std::micro> wait(static_cast<double>(left.microseconds) / speed_);
    return now + std::clamp<Clock::duration>(std::chrono::duration_cast<Clock::duration>(wait), kSoonest, kSmooth);
}

}  // namespace media
