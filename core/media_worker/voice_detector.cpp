#include "media_worker/voice_detector.h"

#include "media/worker_protocol.h"

#include <algorithm>
#include <cmath>

// In this order: the second does not include what it needs of the first.
#include <webrtc/modules/audio_processing/include/audio_processing.h>
#include <webrtc/modules/interface/module_common_types.h>

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
#include <libavutil/samplefmt.h>
#include <libswresample/swresample.h>
}

namespace media_worker {

namespace {

constexpr int kVoiceRate = 8'000;
constexpr std::size_t kStep = kVoiceRate * media::protocol::kSpeechStepUs / 1'000'000;
constexpr int kFilterSize = 8;  // a quarter of libswresample's own: the detector does not hear the difference

Owned<SwrContext> make_resampler(int rate) {
    AVChannelLayout mono{};
    av_channel_layout_default(&mono, 1);
    SwrContext* raw = nullptr;
    const int made =
        swr_alloc_set_opts2(&raw, &mono, AV_SAMPLE_FMT_S16, kVoiceRate, &mono, AV_SAMPLE_FMT_FLT, rate, 0, nullptr);
    Owned<SwrContext> swr(raw);
    check(made, "preparing the sound");
    if (rate != kVoiceRate) check(av_opt_set_int(swr.get(), "filter_size", kFilterSize, 0), "preparing the sound");
    check(swr_init(swr.get()), "preparing the sound");
    return swr;
}

std::unique_ptr<webrtc::AudioProcessing> make_processing() {
    std::unique_ptr<webrtc::AudioProcessing> processing(webrtc::AudioProcessing::Create());
    webrtc::VoiceDetection& detection = *processing->voice_detection();
    detection.set_frame_size_ms(static_cast<int>(media::protocol::kSpeechStepUs / 1'000));
    detection.set_likelihood(webrtc::VoiceDetection::kLowLikelihood);
    if (detection.Enable(true) != webrtc::AudioProcessing::kNoError)
        throw Failure("inside", "the voice detector does not start");
    return processing;
}

// In dB below full scale. The step's own mean is taken out: a cheap card's constant offset is no sound.
std::uint8_t level_of(std::span<const std::int16_t> step) {
    double sum = 0, squares = 0;
    for (const std::int16_t sample : step) {
        sum += sample;
        squares += static_cast<double>(sample) * sample;
    }
    const auto count = static_cast<double>(step.size());
    const double power = (squares - sum * sum / count) / count / (32768.0 * 32768.0);
    const double below = power > 0 ? -10 * std::log10(power) : media::protocol::kQuietest;
    return static_cast<std::uint8_t>(std::lround(std::clamp(below, 0.0, double{media::protocol::kQuietest})));
}

}  // namespace

VoiceDetector::VoiceDetector(int rate)
    : swr_(make_resampler(rate)), processing_(make_processing()), frame_(std::make_unique<webrtc::AudioFrame>()) {}

VoiceDetector::~VoiceDetector() = default;
VoiceDetector::VoiceDetector(VoiceDetector&&) noexcept = default;
VoiceDetector& VoiceDetector::operator=(VoiceDetector&&) noexcept = default;

void VoiceDetector::hear(std::span<const float> samples, std::string& steps) {
    resample(samples.data(), static_cast<int>(samples.size()));
    take_steps(steps);
}

void VoiceDetector::finish(std::string& steps) {
    resample(nullptr, 0);
    if (!waiting_.empty()) waiting_.resize((waiting_.size() + kStep - 1) / kStep * kStep);
    take_steps(steps);
}

void VoiceDetector::resample(const float* samples, int count) {
    const auto* from = reinterpret_cast<const std::uint8_t*>(samples);
    const int room = swr_get_out_samples(swr_.get(), count) + 64;
    const std::size_t before = waiting_.size();
    waiting_.resize(before + static_cast<std::size_t>(room));
    auto* to = reinterpret_cast<std::uint8_t*>(waiting_.data() + before);
    const int got =
        check(swr_convert(swr_.get(), &to, room, samples == nullptr ? nullptr : &from, count), "resampling");
    waiting_.resize(before + static_cast<std::size_t>(got));
}

void VoiceDetector::take_steps(std::string& steps) {
    std::size_t at = 0;
    for (; at + kStep <= waiting_.size(); at += kStep) steps += judged({waiting_.data() + at, kStep});
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(at));
}

char VoiceDetector::judged(std::span<const std::int16_t> step) {
    frame_->UpdateFrame(0, 0, step.data(), step.size(), kVoiceRate, webrtc::AudioFrame::kNormalSpeech,
                        webrtc::AudioFrame::kVadUnknown, 1);
    if (processing_->ProcessStream(frame_.get()) != webrtc::AudioProcessing::kNoError)
        throw Failure("inside", "the voice detector refuses a step");
    const bool voiced = processing_->voice_detection()->stream_has_voice();
    return static_cast<char>(level_of(step) | (voiced ? media::protocol::kVoiced : 0));
}

}  // namespace media_worker
