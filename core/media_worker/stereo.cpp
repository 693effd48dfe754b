#include "media_worker/stereo.h"

#include <algorithm>
#include <cmath>

namespace media_worker {

namespace {

constexpr float kBothEars = 0.7071F;  // as loud from two sides as from one

// Several voices into one ear rarely peak together: divide by less than their number, and clip the rest.
void make_room(std::vector<float>& gains) {
    float power = 0;
    for (const float gain : gains) power += gain * gain;
    for (float& gain : gains) gain /= std::max(1.0F, std::sqrt(power));
}

}  // namespace

StereoMix::StereoMix(const std::vector<int>& sides, std::uint64_t muted) {
    const auto is_heard = [&](std::size_t c) { return c >= 64 || (muted >> c & 1) == 0; };
    bool any_left = false;
    bool any_right = false;
    bool any_both = false;
    for (std::size_t c = 0; c < sides.size(); ++c) {
        if (!is_heard(c)) continue;
        any_left = any_left || sides[c] < 0;
        any_right = any_right || sides[c] > 0;
        any_both = any_both || sides[c] == 0;
    }
    const bool one_sided = any_left != any_right && !any_both;
    const bool only_middle = !any_left && !any_right;
    for (std::size_t c = 0; c < sides.size(); ++c) {
        const float middle = one_sided || only_middle ? 1.0F : kBothEars;
        const bool in_both = sides[c] == 0 || one_sided;
        left_.push_back(!is_heard(c) ? 0 : in_both ? middle : sides[c] < 0 ? 1.0F : 0.0F);
        right_.push_back(!is_heard(c) ? 0 : in_both ? middle : sides[c] > 0 ? 1.0F : 0.0F);
    }
    make_room(left_);
    make_room(right_);
}

std::vector<float> StereoMix::mix(const std::vector<std::vector<float>>& channels, std::size_t from,
                                  std::size_t count) const {
    std::vector<float> out(2 * count, 0.0F);
    for (std::size_t c = 0; c < channels.size() && c < left_.size(); ++c) {
        const float* in = channels[c].data() + from;
        for (std::size_t i = 0; i < count; ++i) {
            out[2 * i] += left_[c] * in[i];
            out[2 * i + 1] += right_[c] * in[i];
        }
    }
    for (float& sample : out) sample = std::clamp(sample, -1.0F, 1.0F);
    return out;
}

}  // namespace media_worker
