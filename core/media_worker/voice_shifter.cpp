#include "media_worker/voice_shifter.h"

#include <algorithm>
#include <cmath>
#include <rubberband/RubberBandStretcher.h>

namespace media_worker {

namespace {

using RubberBand::RubberBandStretcher;

// The resonances of throat and mouth move with the pitch: they tell voices apart as much as pitch does.
constexpr int kShiftOptions = RubberBandStretcher::OptionProcessRealTime | RubberBandStretcher::OptionEngineFiner |
                              RubberBandStretcher::OptionFormantShifted |
                              RubberBandStretcher::OptionPitchHighConsistency |
                              RubberBandStretcher::OptionChannelsTogether | RubberBandStretcher::OptionThreadingNever;
constexpr std::size_t kShiftPiece = 512;
constexpr double kLeastSemitones = 3;
constexpr double kMostSemitones = 5.5;
constexpr double kStepSeconds = 0.7;

}  // namespace

VoiceShifter::VoiceShifter(int rate, std::size_t channels)
    : band_(std::make_unique<RubberBandStretcher>(static_cast<std::size_t>(rate), channels, kShiftOptions)),
      random_(std::random_device{}()),
      rate_(rate) {
    wander();
    // Silence in front, and its echo cut off behind, so that the first sound comes out at once and whole.
    const std::vector<float> silence(band_->getPreferredStartPad(), 0.0F);
    const std::vector<const float*> pad(channels, silence.data());
    band_->process(pad.data(), silence.size(), false);
    to_drop_ = band_->getStartDelay();
}

VoiceShifter::~VoiceShifter() = default;

void VoiceShifter::wander() {
    std::uniform_real_distribution<double> semitones(kLeastSemitones, kMostSemitones);
    band_->setPitchScale(std::exp2(-semitones(random_) / 12));
    until_next_step_ = static_cast<std::size_t>(kStepSeconds * rate_);
}

void VoiceShifter::process(const Channels& in, bool is_last, Channels& out) {
    const std::size_t count = in.empty() ? 0 : in.front().size();
    std::vector<const float*> from(in.size());
    for (std::size_t at = 0; at < count || is_last;) {
        if (until_next_step_ == 0) wander();
        const std::size_t part = std::min({kShiftPiece, count - at, until_next_step_});
        for (std::size_t c = 0; c < in.size(); ++c) from[c] = in[c].data() + at;
        at += part;
        until_next_step_ -= part;
        const bool is_final = is_last && at == count;
        band_->process(from.data(), part, is_final);
        take(out);
        if (is_final) break;
    }
}

void VoiceShifter::take(Channels& out) {
    for (int ready = band_->available(); ready > 0; ready = band_->available()) {
        Channels got(out.size(), std::vector<float>(static_cast<std::size_t>(ready)));
        std::vector<float*> to;
        for (std::vector<float>& channel : got) to.push_back(channel.data());
        const std::size_t count = band_->retrieve(to.data(), static_cast<std::size_t>(ready));
        const std::size_t dropped = std::min(count, to_drop_);
        to_drop_ -= dropped;
        for (std::size_t c = 0; c < out.size(); ++c) {
            out[c].insert(out[c].end(), got[c].begin() + static_cast<std::ptrdiff_t>(dropped),
                          got[c].begin() + static_cast<std::ptrdiff_t>(count));
        }
    }
}

}  // namespace media_worker
