#include "support/fake_audio_sink.h"

#include <algorithm>

namespace support {

bool FakeAudioSink::start(media::AudioSource& source) {
    if (is_missing_ || is_unplugged_) return false;
    const std::lock_guard lock(mutex_);
    source_ = &source;
    ++starts_;
    return true;
}

void FakeAudioSink::stop() {
    const std::lock_guard lock(mutex_);
    source_ = nullptr;
}

bool FakeAudioSink::is_running() const {
    const std::lock_guard lock(mutex_);
    return source_ != nullptr;
}

void FakeAudioSink::advance(std::chrono::microseconds by) {
    constexpr std::chrono::microseconds kPiece = std::chrono::milliseconds(10);
    while (by.count() > 0) {
        const std::chrono::microseconds piece = std::min(by, kPiece);
        by -= piece;
        const std::lock_guard lock(mutex_);
        if (source_ != nullptr && !is_unplugged_ && !is_frozen_) {
            const auto frames = static_cast<int>(piece.count() * media::kSampleRate / 1'000'000);
            const std::size_t before = heard_.size();
            heard_.resize(before + static_cast<std::size_t>(frames) * 2);
            source_->read(heard_.data() + before, frames, now_ + latency_);
        }
        now_ += piece;
    }
}

media::Clock::time_point FakeAudioSink::now() const {
    const std::lock_guard lock(mutex_);
    return now_;
}

std::vector<float> FakeAudioSink::heard() const {
    const std::lock_guard lock(mutex_);
    return heard_;
}

void FakeAudioSink::forget_heard() {
    const std::lock_guard lock(mutex_);
    heard_.clear();
}

}  // namespace support
