#include "media/player.h"

#include "media/player_impl.h"

#include <algorithm>

namespace media {

Player::Player(const std::string& path, AudioSink& sink, std::function<void()> wake,
               std::function<Clock::time_point()> now, base::Time begins)
    : begins_(begins), impl_(std::make_unique<Impl>(path, sink, std::move(wake), std::move(now))) {}
Player::~Player() = default;

void Player::tick() {
    impl_->tick();
    if (info_ || !impl_->info_) return;
    info_ = impl_->info_;
    info_->duration += begins_;
}
bool Player::is_open() const {
    return info_.has_value();
}

const RecordingInfo& Player::info() const {
    static const RecordingInfo unknown;
    return info_ ? *info_ : unknown;
}

std::optional<std::string> Player::failure() const {
    return impl_->failure_;
}
std::vector<std::string> Player::take_warnings() {
    return std::exchange(impl_->warnings_, {});
}

void Player::play() {
    impl_->play();
}
void Player::pause() {
    impl_->pause();
}
bool Player::is_playing() const {
    return impl_->is_playing();
}
bool Player::is_at_end() const {
    return impl_->is_at_end();
}

base::Time Player::position() const {
    return impl_->position().at + begins_;
}
base::Time Player::position_at(Clock::time_point moment) const {
    return impl_->history_.at(moment).at + begins_;
}

void Player::seek(base::Time to, SeekMode mode) {
    impl_->seek(to - begins_, mode);
}
bool Player::is_seeking() const {
    return impl_->is_seeking();
}
void Player::step(int pictures) {
    impl_->step(pictures);
}

void Player::set_speed(double speed) {
    impl_->set_speed(speed);
}
double Player::speed() const {
    return impl_->speed_;
}
void Player::set_loop(std::optional<base::Span> span) {
    if (span) span = base::Span{span->from - begins_, span->to - begins_};
    impl_->set_loop(span);
}
std::optional<base::Span> Player::loop() const {
    if (!impl_->loop_) return {};
    return base::Span{impl_->loop_->from + begins_, impl_->loop_->to + begins_};
}
void Player::set_auto_rewind(base::Time by) {
    impl_->auto_rewind_ = std::max(by, base::Time{});
}

void Player::select_audio_track(int track) {
    impl_->select_audio_track(track);
}
int Player::audio_track() const {
    return impl_->track_;
}

void Player::set_channel_muted(int channel, bool muted) {
    if (channel < 0 || channel >= 64 || is_channel_muted(channel) == muted) return;
    impl_->muted_ ^= std::uint64_t{1} << channel;
    impl_->sound_choice_changed();
}

bool Player::is_channel_muted(int channel) const {
    return channel >= 0 && channel < 64 && ((impl_->muted_ >> channel) & 1) != 0;
}

void Player::solo_channel(std::optional<int> channel) {
    if (channel && (*channel < 0 || *channel >= 64)) return;
    if (impl_->solo_ == channel) return;
    impl_->solo_ = channel;
    impl_->sound_choice_changed();
}

std::optional<int> Player::soloed_channel() const {
    return impl_->solo_;
}

void Player::set_volume(float volume) {
    impl_->volume_ = std::clamp(volume, 0.0F, 1.0F);
    impl_->source_.set_volume(impl_->volume_);
}

float Player::volume() const {
    return impl_->volume_;
}
bool Player::has_sound_card() const {
    return impl_->has_card_;
}

const Picture* Player::picture() const {
    return impl_->cache_.shown();
}
std::uint64_t Player::picture_serial() const {
    return impl_->cache_.serial();
}
std::optional<Clock::time_point> Player::next_wake() const {
    return impl_->next_wake();
}
std::string Player::sandbox_note() const {
    return impl_->sandbox_note_;
}

}  // namespace media
