#include "media/sound_source.h"

#include <algorithm>
#include <cmath>
#include <unistd.h>

namespace media {

namespace {

using protocol::kSoundBlockFrames;
using protocol::kSoundBlocks;

constexpr float kGainStep = 1.0F / 240;  // 5 ms from silence to full
constexpr float kTailDecay = 0.97F;
constexpr float kLoudest = 1;
constexpr std::int64_t kLatestBlock = std::int64_t{1} << 52;  // microseconds; some 140 years
constexpr std::int64_t kLongestBlock = 2'000'000;             // microseconds; far above 512 frames at any speed

std::chrono::nanoseconds duration_of(int frames) {
    return std::chrono::nanoseconds(frames * 1'000'000'000LL / kSampleRate);
}

// Shared memory may hold anything, infinities included.
float safe(float sample) {
    return std::isnan(sample) ? 0 : std::clamp(sample, -kLoudest, kLoudest);
}

}  // namespace

std::uint64_t SoundSource::packed(Wish wish) {
    return (std::uint64_t{wish.serial} << 2) | (wish.seamless ? 2U : 0U) | (wish.held ? 1U : 0U);
}

SoundSource::Wish SoundSource::unpacked(std::uint64_t word) {
    return {static_cast<std::uint32_t>(word >> 2), (word & 2) != 0, (word & 1) != 0};
}

void SoundSource::attach(protocol::SoundRing* ring, int room_event) {
    ring_ = ring;
    room_event_ = room_event;
    taken_ = 0;
    playing_ = 0;
    current_ = {};
    nonsense_.store(false, std::memory_order_release);
}

void SoundSource::want(std::uint32_t serial, Change change) {
    const Wish before = unpacked(wish_.load(std::memory_order_relaxed));
    const bool seamless = change == Change::Seamless && before.serial != 0;
    silent_.store(false, std::memory_order_release);
    wish_.store(packed({serial, seamless, before.held}), std::memory_order_release);
}

void SoundSource::hold() {
    Wish wish = unpacked(wish_.load(std::memory_order_relaxed));
    wish.held = true;
    wish_.store(packed(wish), std::memory_order_release);
}

void SoundSource::let_go() {
    Wish wish = unpacked(wish_.load(std::memory_order_relaxed));
    wish.held = false;
    wish_.store(packed(wish), std::memory_order_release);
}

void SoundSource::silence() {
    silent_.store(false, std::memory_order_release);
    wish_.store(0, std::memory_order_release);
}

SoundSource::Next SoundSource::next() const {
    const std::uint64_t word = next_lap_and_serial_.load(std::memory_order_acquire);
    return {{next_at_.load(std::memory_order_acquire)},
            static_cast<std::uint32_t>(word >> 32),
            static_cast<std::uint32_t>(word)};
}

void SoundSource::read(float* samples, int frames, Clock::time_point heard_at) noexcept {
    pulls_.fetch_add(1, std::memory_order_relaxed);
    heard_at = smoothed(heard_at, frames);
    const Wish wish = unpacked(wish_.load(std::memory_order_acquire));
    int done = 0;
    if (wish.serial == 0) {
        playing_ = 0;
        current_ = {};
    } else if (!wish.held && ring_ != nullptr) {
        while (done < frames && find_block(wish)) {
            done += play_block(samples + done * 2, frames - done, heard_at + duration_of(done));
        }
    }
    starving_.store(wish.serial != 0 && !wish.held && done < frames, std::memory_order_release);
    if (done < frames) fall_silent(samples + done * 2, frames - done);
    if (wish.serial == 0) silent_.store(true, std::memory_order_release);
    publish_next();
}

// Cards say when a sample will be heard with a jitter of milliseconds, while samples follow each other exactly.
Clock::time_point SoundSource::smoothed(Clock::time_point heard_at, int frames) noexcept {
    constexpr auto kJump = std::chrono::milliseconds(40);
    if (has_prediction_) {
        const auto difference = heard_at - predicted_;
        if (difference < kJump && difference > -kJump) heard_at = predicted_ + difference / 16;
    }
    has_prediction_ = true;
    predicted_ = heard_at + duration_of(frames);
    return heard_at;
}

// Makes current_ a block with something left to play; false when there is none now.
bool SoundSource::find_block(Wish wish) noexcept {
    const std::uint32_t available = ring_->written.load(std::memory_order_acquire) - taken_;
    if (available > kSoundBlocks) {
        nonsense_.store(true, std::memory_order_release);
        return false;
    }
    if (playing_ != wish.serial && !go_over_to(wish, available)) return false;
    if (current_.serial == playing_ && current_.offset < current_.frames) return true;
    while (ring_->written.load(std::memory_order_acquire) != taken_) {
        const Current block = checked(taken_);
        if (block.frames == 0 || block.serial != playing_) {
            // While the newer sound is not yet far enough, what plays may already be used up.
            if (block.frames != 0 && block.serial == wish.serial) return false;
            drop(1);
            continue;
        }
        current_ = block;
        return true;
    }
    return false;
}

// The change to the wanted serial. False: neither the new nor the old can be played now.
bool SoundSource::go_over_to(Wish wish, std::uint32_t available) noexcept {
    const bool keeps_old = wish.seamless && playing_ != 0;
    const base::Time reached{next_at_.load(std::memory_order_relaxed)};
    for (std::uint32_t i = 0; i < available;) {
        Current block = checked(taken_ + i);
        const bool is_wanted = block.serial == wish.serial && block.frames != 0;
        if (!is_wanted || (keeps_old && block.until <= reached && !block.is_last)) {
            // Too early, and nothing of the old sound is left before it: it can go.
            const bool can_go = is_wanted && i == 0;
            if (can_go) drop(1);
            can_go ? --available : ++i;
            continue;
        }
        if (keeps_old && block.at < reached && block.until > reached) {
            const double share = static_cast<double>((reached - block.at).microseconds) /
                                 static_cast<double>((block.until - block.at).microseconds);
            block.offset = std::min(block.frames - 1, static_cast<std::uint32_t>(std::lround(share * block.frames)));
        }
        drop(i);
        playing_ = wish.serial;
        current_ = block;
        if (!keeps_old) {
            tail_ = last_;
            gain_ = 0;
        }
        return true;
    }
    if (keeps_old) return true;
    drop(available);
    current_ = {};
    return false;
}

SoundSource::Current SoundSource::checked(std::uint32_t number) noexcept {
    const protocol::SoundBlock& block = ring_->blocks[number % kSoundBlocks];
    Current copy;
    copy.serial = block.serial;
    copy.frames = block.frames;
    copy.at = {block.at_us};
    copy.until = {block.until_us};
    copy.lap = block.lap;
    copy.is_last = block.is_last != 0;
    const bool is_possible = copy.frames <= kSoundBlockFrames && copy.at.microseconds > -kLatestBlock &&
                             copy.at.microseconds < kLatestBlock && copy.until >= copy.at &&
                             copy.until.microseconds < kLatestBlock &&
                             (copy.until - copy.at).microseconds <= kLongestBlock;
    if (is_possible) return copy;
    nonsense_.store(true, std::memory_order_release);
    return {};
}

void SoundSource::drop(std::uint32_t count) noexcept {
    if (count == 0) return;
    taken_ += count;
    ring_->taken.store(taken_, std::memory_order_seq_cst);
    if (room_event_ >= 0 && ring_->writer_waits.load(std::memory_order_seq_cst) != 0) {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t ignored = ::write(room_event_, &one, sizeof one);
    }
}

// Copies what is left of the block, or as much as fits, and stamps it.
int SoundSource::play_block(float* out, int frames, Clock::time_point heard_at) noexcept {
    const int count = std::min(frames, static_cast<int>(current_.frames - current_.offset));
    const protocol::SoundBlock& block = ring_->blocks[taken_ % kSoundBlocks];
    copy(out, block.samples.data() + std::size_t{current_.offset} * 2, count);
    const std::int64_t length = (current_.until - current_.at).microseconds;
    const auto time_of = [&](std::uint32_t frame) {
        return current_.at + base::Time{(length * frame + current_.frames / 2) / current_.frames};
    };
    const std::uint32_t end = current_.offset + static_cast<std::uint32_t>(count);
    const bool ends = end == current_.frames;
    clock_.add({heard_at, heard_at + duration_of(count), time_of(current_.offset), time_of(end), current_.lap,
                current_.serial, ends && current_.is_last});
    current_.offset = end;
    next_at_.store(time_of(end).microseconds, std::memory_order_release);
    if (ends) drop(1);
    return count;
}

void SoundSource::copy(float* out, const float* from, int frames) noexcept {
    const float volume = std::clamp(volume_.load(std::memory_order_relaxed), 0.0F, 1.0F);
    for (int i = 0; i < frames; ++i) {
        gain_ = gain_ < volume ? std::min(volume, gain_ + kGainStep) : std::max(volume, gain_ - kGainStep);
        for (std::size_t side = 0; side < 2; ++side) {
            last_[side] = safe(*from++) * gain_ + tail_[side];
            tail_[side] = std::abs(tail_[side]) < 1e-5F ? 0 : tail_[side] * kTailDecay;
            *out++ = last_[side];
        }
    }
}

void SoundSource::fall_silent(float* out, int frames) noexcept {
    for (std::size_t side = 0; side < 2; ++side) {
        if (last_[side] != 0) tail_[side] = last_[side];
        last_[side] = 0;
    }
    gain_ = 0;
    for (int i = 0; i < frames; ++i) {
        for (std::size_t side = 0; side < 2; ++side) {
            tail_[side] = std::abs(tail_[side]) < 1e-5F ? 0 : tail_[side] * kTailDecay;
            *out++ = tail_[side];
        }
    }
}

void SoundSource::publish_next() noexcept {
    next_lap_and_serial_.store((std::uint64_t{current_.lap} << 32) | playing_, std::memory_order_release);
}

}  // namespace media
