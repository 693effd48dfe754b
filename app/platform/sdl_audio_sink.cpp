#include "app/platform/sdl_audio_sink.h"

#include <SDL.h>
#include <chrono>

namespace app {

using std::chrono::nanoseconds;

namespace {

constexpr int kBufferFrames = 1024;  // 21 ms: short enough for the eye, long enough for a busy laptop
constexpr nanoseconds kGap = std::chrono::milliseconds(60);

nanoseconds length_of(int frames) {
    return nanoseconds(static_cast<std::int64_t>(frames) * 1'000'000'000 / media::kSampleRate);
}

}  // namespace

media::Clock::time_point HeardClock::next(media::Clock::time_point now, int frames, nanoseconds latency) {
    const media::Clock::time_point measured = now + latency;
    if (!started_ || measured - next_ > kGap || next_ - measured > kGap) next_ = measured;
    started_ = true;
    next_ += (measured - next_) / 32;
    const media::Clock::time_point heard_at = next_;
    next_ += length_of(frames);
    return heard_at;
}

SdlAudioSink::~SdlAudioSink() {
    stop();
    if (has_subsystem_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

bool SdlAudioSink::start(media::AudioSource& source) {
    stop();
    if (!has_subsystem_) has_subsystem_ = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    if (!has_subsystem_) return false;
    SDL_AudioSpec wanted{};
    wanted.freq = media::kSampleRate;
    wanted.format = AUDIO_F32SYS;
    wanted.channels = 2;
    wanted.samples = kBufferFrames;
    wanted.callback = &SdlAudioSink::pull;
    wanted.userdata = this;
    SDL_AudioSpec given{};
    source_ = &source;
    heard_.restart();
    device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, &given, 0);  // no changes allowed: SDL converts
    if (device_ == 0) return false;
    // SDL keeps one buffer playing while the next is asked for.
    latency_ = length_of(given.samples);
    SDL_PauseAudioDevice(device_, 0);
    return true;
}

void SdlAudioSink::stop() {
    if (device_ != 0) SDL_CloseAudioDevice(device_);  // waits for the callback
    device_ = 0;
    source_ = nullptr;
}

bool SdlAudioSink::is_alive() const {
    return device_ != 0 && SDL_GetAudioDeviceStatus(device_) == SDL_AUDIO_PLAYING;
}

void SdlAudioSink::pull(void* self, Uint8* bytes, int length) {
    auto& sink = *static_cast<SdlAudioSink*>(self);
    const int frames = length / static_cast<int>(2 * sizeof(float));
    const auto heard_at = sink.heard_.next(media::Clock::now(), frames, sink.latency_);
    sink.source_->read(reinterpret_cast<float*>(bytes), frames, heard_at);
}

}  // namespace app
