#include "media_worker/stretcher.h"

#include <algorithm>
#include <array>
#include <rubberband/RubberBandStretcher.h>

namespace media_worker {

namespace {

using RubberBand::RubberBandStretcher;

constexpr int kOptions = RubberBandStretcher::OptionProcessRealTime | RubberBandStretcher::OptionEngineFiner |
                         RubberBandStretcher::OptionChannelsTogether | RubberBandStretcher::OptionThreadingNever;
constexpr std::size_t kPiece = 512;

}  // namespace

Stretcher::Stretcher(double speed) : band_(std::make_unique<RubberBandStretcher>(48'000, 2, kOptions, 1 / speed)) {
    // Silence in front, and its echo cut off behind, so that the first sound comes out at once and whole.
    const std::vector<float> silence(band_->getPreferredStartPad(), 0.0F);
    const std::array<const float*, 2> channels = {silence.data(), silence.data()};
    band_->process(channels.data(), silence.size(), false);
    to_drop_ = band_->getStartDelay();
}

Stretcher::~Stretcher() = default;

void Stretcher::process(std::span<const float> in, bool is_last, std::vector<float>& out) {
    std::array<float, kPiece> left{};
    std::array<float, kPiece> right{};
    const auto take = [&] {
        for (int ready = band_->available(); ready > 0; ready = band_->available()) {
            const std::array<float*, 2> to = {left.data(), right.data()};
            const std::size_t got = band_->retrieve(to.data(), std::min(kPiece, static_cast<std::size_t>(ready)));
            const std::size_t dropped = std::min(got, to_drop_);
            to_drop_ -= dropped;
            for (std::size_t i = dropped; i < got; ++i) {
                out.push_back(left[i]);
                out.push_back(right[i]);
            }
        }
    };
    const std::size_t frames = in.size() / 2;
    for (std::size_t at = 0; at < frames || is_last;) {
        const std::size_t count = std::min(kPiece, frames - at);
        for (std::size_t i = 0; i < count; ++i) {
            left[i] = in[2 * (at + i)];
            right[i] = in[2 * (at + i) + 1];
        }
        const std::array<const float*, 2> from = {left.data(), right.data()};
        at += count;
        const bool is_final = is_last && at == frames;
        band_->process(from.data(), count, is_final);
        take();
        if (is_final) break;
    }
}

}  // namespace media_worker
