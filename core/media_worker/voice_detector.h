// Hears one channel: whether there is a voice in it, and how loud it is, for each step of protocol::kSpeechStepUs.
// The detector is WebRTC's (docs/decisions.md says why). It judges by what lies below 4 kHz, so 8 kHz is all it is
// given.
#pragma once

#include "media_worker/libav.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace webrtc {
class AudioProcessing;
class AudioFrame;
}  // namespace webrtc

namespace media_worker {

class VoiceDetector {
public:
    explicit VoiceDetector(int rate);
    ~VoiceDetector();
    VoiceDetector(VoiceDetector&&) noexcept;
    VoiceDetector& operator=(VoiceDetector&&) noexcept;

    // Adds a byte for each step that is complete (protocol::SpeechPart); at the end, one for what is left.
    void hear(std::span<const float> samples, std::string& steps);
    void finish(std::string& steps);

private:
    void resample(const float* samples, int count);
    void take_steps(std::string& steps);
    char judged(std::span<const std::int16_t> step);

    Owned<SwrContext> swr_;
    std::unique_ptr<webrtc::AudioProcessing> processing_;
    std::unique_ptr<webrtc::AudioFrame> frame_;
    std::vector<std::int16_t> waiting_;  // at 8 kHz, less than a step between calls
};

}  // namespace media_worker
