#include "media_worker/sound_mask.h"

#include <algorithm>
#include <cmath>
#include <numbers>

extern "C" {
#include <libavutil/mathematics.h>
}

namespace media_worker {

namespace {

constexpr double kBeepHertz = 1000;
constexpr double kBeepLoudness = 0.2;
constexpr double kBeepRiseSeconds = 0.005;  // without it each beep would click

}  // namespace

SoundMask::SoundMask(const ClipPlan& plan, int rate, int channels)
    : rate_(rate), channels_(static_cast<std::size_t>(channels)), beeps_(in_samples(plan.beeps)), out_(channels_) {
    for (const MaskedVoice& voice : plan.voices) {
        if (voice.channel && (*voice.channel < 0 || *voice.channel >= channels)) {
            throw Failure("no_channel", "a channel that is to be masked");
        }
        Masked masked{.is_shifted = voice.is_shifted, .channel = {}, .when = in_samples(voice.when)};
        if (voice.channel) masked.channel = static_cast<std::size_t>(*voice.channel);
        if (voice.when.empty()) masked.when = {{INT64_MIN, INT64_MAX}};
        if (!voice.is_shifted && voice.channel && voice.when.empty() && *voice.channel < 64) {
            muted_ |= std::uint64_t{1} << *voice.channel;
        }
        shifts_ = shifts_ || voice.is_shifted;
        voices_.push_back(std::move(masked));
    }
}

// Outwards, so that no sample is left at an end.
std::vector<SoundMask::Samples> SoundMask::in_samples(const std::vector<Interval>& intervals) const {
    std::vector<Samples> all;
    for (const Interval& interval : intervals) {
        all.push_back({av_rescale_rnd(interval.from, rate_, 1'000'000, AV_ROUND_DOWN),
                       av_rescale_rnd(interval.to, rate_, 1'000'000, AV_ROUND_UP)});
    }
    return all;
}

void SoundMask::begin(std::int64_t sample) {
    given_to_ = sample;
    plain_.assign(channels_, {});
    shifted_.assign(channels_, {});
    shifter_ = shifts_ ? std::make_unique<VoiceShifter>(rate_, channels_) : nullptr;
}

const Channels& SoundMask::process(const Channels& piece, std::size_t count, bool is_last) {
    for (std::size_t c = 0; c < channels_; ++c) {
        out_[c].assign(piece[c].begin(), piece[c].begin() + static_cast<std::ptrdiff_t>(count));
    }
    const auto waiting = static_cast<std::int64_t>(plain_.front().size());
    silence(out_, given_to_ + waiting);
    if (shifter_) {
        shifter_->process(out_, is_last, shifted_);
        for (std::size_t c = 0; c < channels_; ++c) {
            plain_[c].insert(plain_[c].end(), out_[c].begin(), out_[c].end());
            if (is_last) shifted_[c].resize(plain_[c].size(), 0.0F);
        }
        put_shifted(out_, given_to_);
    }
    put_beeps(out_, given_to_);
    given_to_ += static_cast<std::int64_t>(out_.front().size());
    return out_;
}

// Calls work(channel, from, to) for what of the mask lies in the samples [from, from + count), counted from `from`.
template <class Work>
void SoundMask::for_masked(const Masked& mask, std::int64_t from, std::size_t count, Work work) const {
    const std::int64_t end = from + static_cast<std::int64_t>(count);
    for (const Samples& when : mask.when) {
        const std::int64_t first = std::max(when.from, from);
        const std::int64_t last = std::min(when.to, end);
        if (first >= last) continue;
        for (std::size_t c = 0; c < channels_; ++c) {
            if (mask.channel.value_or(c) == c) {
                work(c, static_cast<std::ptrdiff_t>(first - from), static_cast<std::ptrdiff_t>(last - from));
            }
        }
    }
}

// Before the shifter, which spreads each sample over its neighbours.
void SoundMask::silence(Channels& sound, std::int64_t from) const {
    const auto quiet = [&](std::size_t c, std::ptrdiff_t first, std::ptrdiff_t last) {
        std::fill(sound[c].begin() + first, sound[c].begin() + last, 0.0F);
    };
    const std::size_t count = sound.front().size();
    for (const Masked& voice : voices_) {
        if (!voice.is_shifted) for_masked(voice, from, count, quiet);
    }
    for_masked({.is_shifted = false, .channel = {}, .when = beeps_}, from, count, quiet);
}

// Gives out as much as both lines have.
void SoundMask::put_shifted(Channels& sound, std::int64_t from) {
    const std::size_t ready = std::min(plain_.front().size(), shifted_.front().size());
    const auto part = static_cast<std::ptrdiff_t>(ready);
    for (std::size_t c = 0; c < channels_; ++c) sound[c].assign(plain_[c].begin(), plain_[c].begin() + part);
    for (const Masked& voice : voices_) {
        if (!voice.is_shifted) continue;
        for_masked(voice, from, ready, [&](std::size_t c, std::ptrdiff_t first, std::ptrdiff_t last) {
            std::copy(shifted_[c].begin() + first, shifted_[c].begin() + last, sound[c].begin() + first);
        });
    }
    for (std::size_t c = 0; c < channels_; ++c) {
        plain_[c].erase(plain_[c].begin(), plain_[c].begin() + part);
        shifted_[c].erase(shifted_[c].begin(), shifted_[c].begin() + part);
    }
}

void SoundMask::put_beeps(Channels& sound, std::int64_t from) const {
    const double step = 2 * std::numbers::pi * kBeepHertz / rate_;
    const double rise = kBeepRiseSeconds * rate_;
    for (const Samples& beep : beeps_) {
        const auto tone = [&](std::size_t c, std::ptrdiff_t first, std::ptrdiff_t last) {
            for (std::ptrdiff_t i = first; i < last; ++i) {
                const auto since = static_cast<double>(from + i - beep.from);
                const auto left = static_cast<double>(beep.to - (from + i));
                const double loudness = kBeepLoudness * std::min(1.0, std::min(since, left) / rise);
                sound[c][static_cast<std::size_t>(i)] = static_cast<float>(loudness * std::sin(step * since));
            }
        };
        for_masked({.is_shifted = false, .channel = {}, .when = {beep}}, from, sound.front().size(), tone);
    }
}

}  // namespace media_worker
