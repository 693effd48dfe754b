#include "media_worker/sound_play.h"

#include "media_worker/report_failure.h"
#include "media_worker/resampler.h"
#include "media_worker/sound_source.h"
#include "media_worker/stereo.h"
#include "media_worker/stretcher.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <poll.h>
#include <unistd.h>

extern "C" {
#include <libavutil/mathematics.h>
}

namespace media_worker {

namespace {

constexpr int kWake = 6;
constexpr int kPlayRate = 48'000;
constexpr double kSlowest = 0.25;
constexpr double kFastest = 4;

}  // namespace

SoundPlay::SoundPlay(Window& window, protocol::SoundRing& ring, Survey& survey)
    : window_(window), ring_(ring), survey_(survey), thread_([this] { run(); }) {}

SoundPlay::~SoundPlay() {
    {
        const std::lock_guard lock(mutex_);
        is_over_ = true;
    }
    wake();
    thread_.join();
}

void SoundPlay::play(const protocol::PlaySound& request) {
    {
        const std::lock_guard lock(mutex_);
        newest_ = request;
        is_stopped_ = false;
    }
    wake();
}

void SoundPlay::stop() {
    {
        const std::lock_guard lock(mutex_);
        newest_.reset();
        is_stopped_ = true;
    }
    wake();
}

// The one thing that the thread ever waits for is descriptor 6: the window writes to it, and so do we.
void SoundPlay::wake() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = write(kWake, &one, sizeof one);
}

void SoundPlay::sleep() {
    pollfd waiting{kWake, POLLIN, 0};
    if (poll(&waiting, 1, -1) <= 0) return;
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t got = read(kWake, &count, sizeof count);
}

bool SoundPlay::is_replaced() {
    const std::lock_guard lock(mutex_);
    return newest_.has_value() || is_stopped_ || is_over_;
}

void SoundPlay::run() {
    for (;;) {
        std::optional<protocol::PlaySound> request;
        {
            const std::lock_guard lock(mutex_);
            if (is_over_) return;
            request = newest_;
            newest_.reset();
        }
        if (!request) {
            sleep();
            continue;
        }
        const bool went_well =
            end_stream_on_failure(window_, Kind::SoundEnd, request->serial, [&] { serve(*request); });
        if (!went_well) source_.reset();
        if (source_ && source_->is_damaged()) window_.warn("damaged", "some of the sound");
    }
}

void SoundPlay::serve(const protocol::PlaySound& request) {
    if (request.track >= survey_.tracks.size()) throw Failure("no_sound", "no such track");
    const SoundTrack& track = survey_.tracks[request.track];
    if (!source_ || source_track_ != request.track) {
        source_ = std::make_unique<SoundSource>(*survey_.sound, track, survey_.start_us, survey_.end_us());
        source_track_ = request.track;
    }
    SoundSource& source = *source_;
    const auto sample_at = [&](std::int64_t us) { return av_rescale(us, source.rate(), 1'000'000); };
    const bool loops = request.loop_to_us > request.loop_from_us;
    const std::int64_t loop_to = std::min(sample_at(request.loop_to_us), sample_at(survey_.duration_us));
    const double speed = std::clamp(std::isfinite(request.speed) ? request.speed : 1.0, kSlowest, kFastest);

    std::vector<int> sides;
    for (int c = 0; c < source.channels(); ++c) sides.push_back(source.side(c));
    const StereoMix stereo(sides, request.muted_channels);
    Resampler resampler(source.rate());
    std::optional<Stretcher> stretcher;
    if (speed != 1) stretcher.emplace(speed);
    frames_per_sample_ = kPlayRate / (source.rate() * speed);
    sent_ = 0;
    seams_ = {{0, std::max<std::int64_t>(request.from_us, 0), 0}};
    source.go_to(sample_at(request.from_us));

    std::vector<float> ready;
    for (std::int64_t fed = 0;;) {
        if (is_replaced()) return;
        if (loops && source.position() >= loop_to) {
            source.go_to(sample_at(request.loop_from_us));
            seams_.push_back({fed, request.loop_from_us, seams_.back().lap + 1});
            const bool is_empty = source.position() >= loop_to;
            if (is_empty) return window_.send(Kind::SoundEnd, protocol::SerialOnly{request.serial});
        }
        const std::int64_t before = source.position();
        const Channels& piece = source.next();
        const bool is_end = piece.front().empty();
        std::int64_t count = static_cast<std::int64_t>(piece.front().size());
        if (loops) count = std::min(count, loop_to - before);
        const std::vector<float> mixed = stereo.mix(piece, 0, static_cast<std::size_t>(count));
        fed += count;
        const std::vector<float> resampled = resampler.process(mixed, is_end);
        if (stretcher) {
            stretcher->process(resampled, is_end, ready);
        } else {
            ready.insert(ready.end(), resampled.begin(), resampled.end());
        }
        if (is_end) {
            const auto all = static_cast<std::int64_t>(std::llround(static_cast<double>(fed) * frames_per_sample_));
            ready.resize(2 * static_cast<std::size_t>(std::max<std::int64_t>(all - sent_, 0)));
        }
        if (!send_blocks(request, ready, is_end)) return;
        if (is_end) {
            window_.send(Kind::SoundEnd, protocol::SerialOnly{request.serial});
            return;
        }
    }
}

std::int64_t SoundPlay::frame_of(const Seam& seam) const {
    return static_cast<std::int64_t>(std::llround(static_cast<double>(seam.fed) * frames_per_sample_));
}

std::int64_t SoundPlay::time_of(const Seam& seam, std::int64_t frame) const {
    const double samples = static_cast<double>(frame) / frames_per_sample_ - static_cast<double>(seam.fed);
    return seam.recording_us + static_cast<std::int64_t>(std::llround(samples * 1e6 / source_->rate()));
}

// Sends whole blocks; at the end also what remains. False when replaced meanwhile.
bool SoundPlay::send_blocks(const protocol::PlaySound& request, std::vector<float>& ready, bool is_end) {
    std::size_t used = 0;
    const auto left = [&] { return static_cast<std::int64_t>((ready.size() - used) / 2); };
    bool last_was_sent = false;
    while (left() >= protocol::kSoundBlockFrames || (is_end && !last_was_sent)) {
        while (seams_.size() > 1 && frame_of(seams_[1]) <= sent_) seams_.pop_front();
        std::int64_t frames = std::min<std::int64_t>(left(), protocol::kSoundBlockFrames);
        if (seams_.size() > 1) frames = std::min(frames, frame_of(seams_[1]) - sent_);
        protocol::SoundBlock block;
        block.serial = request.serial;
        block.frames = static_cast<std::uint32_t>(frames);
        block.at_us = time_of(seams_.front(), sent_);
        block.until_us = time_of(seams_.front(), sent_ + frames);
        block.lap = seams_.front().lap;
        std::memcpy(block.samples.data(), ready.data() + used, 2 * static_cast<std::size_t>(frames) * sizeof(float));
        used += 2 * static_cast<std::size_t>(frames);
        last_was_sent = is_end && left() == 0;
        block.is_last = last_was_sent ? 1 : 0;
        if (!write_block(block)) return false;
        sent_ += frames;
    }
    ready.erase(ready.begin(), ready.begin() + static_cast<std::ptrdiff_t>(used));
    return true;
}

bool SoundPlay::write_block(const protocol::SoundBlock& block) {
    const std::uint32_t written = ring_.written.load(std::memory_order_relaxed);
    const auto is_full = [&] { return written - ring_.taken.load() >= protocol::kSoundBlocks; };
    while (is_full()) {
        ring_.writer_waits.store(1);
        if (is_full() && !is_replaced()) sleep();
        if (is_replaced()) return false;
    }
    ring_.blocks[written % protocol::kSoundBlocks] = block;
    ring_.written.store(written + 1);
    return true;
}

}  // namespace media_worker
