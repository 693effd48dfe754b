// Any number of channels, some of them muted, mixed for two ears.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace media_worker {

class StereoMix {
public:
    // `sides[c]`: below 0 left, above 0 right, 0 both. Where all that can be heard belongs to one side (one speaker of
    // a call recorded in two channels), it is heard in both ears.
    StereoMix(const std::vector<int>& sides, std::uint64_t muted);

    // Interleaved stereo from the samples [from, from + count) of each channel.
    std::vector<float> mix(const std::vector<std::vector<float>>& channels, std::size_t from, std::size_t count) const;

private:
    std::vector<float> left_;  // gain of each channel
    std::vector<float> right_;
};

}  // namespace media_worker
