// Peaks to draw: the smallest and largest sample of each short stretch, per channel, as a pyramid so that any zoom
// reads few values. Computed once in the background and kept in the cache folder under the recording's fingerprint.
#pragma once

#include "base/job.h"
#include "base/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace media {

struct Peak {
    std::int8_t low = 0;  // -127 .. 127, full scale
    std::int8_t high = 0;
};

class Waveform {
public:
    // `finest[channel]` has one peak per kSamplesPerPeak samples of `sample_rate`.
    static constexpr int kSamplesPerPeak = 256;
    Waveform() = default;
    Waveform(int sample_rate, std::vector<std::vector<Peak>> finest);

    int channels() const { return static_cast<int>(levels_.size()); }
    base::Time duration() const;
    int sample_rate() const { return sample_rate_; }
    // `buckets` peaks that together cover the span, each the extremes of its part.
    std::vector<Peak> peaks(int channel, base::Span span, int buckets) const;

    std::string to_bytes() const;
    static Waveform from_bytes(const std::string& bytes);  // throws Error when damaged

private:
    int sample_rate_ = 0;
    std::vector<std::vector<std::vector<Peak>>> levels_;  // [channel][level], each level a quarter of the one before
};

// Reads the whole sound of one track through a worker. Throws Error; an empty waveform when cancelled.
Waveform compute_waveform(const std::string& path, int audio_track, const base::Progress& progress);

// The same, but from the cache folder where it was computed before (by fingerprint, so a moved file keeps its own).
Waveform cached_waveform(const std::string& path, const std::string& fingerprint, int audio_track,
                         const base::Progress& progress);

}  // namespace media
