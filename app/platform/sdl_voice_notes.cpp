#include "app/platform/sdl_voice_notes.h"

#include "base/error.h"
#include "base/i18n.h"

#include <SDL.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fmt/format.h>

namespace app {
namespace {

SDL_AudioSpec wanted() {
    SDL_AudioSpec spec{};
    spec.freq = 16'000;
    spec.format = AUDIO_S16LSB;
    spec.channels = 1;
    spec.samples = 1024;
    return spec;
}

// The loudest sample on a scale that moves as hearing does: -48 dB is 0.
float level_of(const std::string& samples, std::size_t from) {
    constexpr float kQuietest = -48;
    int loudest = 0;
    for (std::size_t at = from; at + 1 < samples.size(); at += 2) {
        std::int16_t sample = 0;
        std::memcpy(&sample, samples.data() + at, sizeof sample);
        loudest = std::max(loudest, std::abs(static_cast<int>(sample)));
    }
    if (loudest == 0) return 0;
    return std::clamp(1 - 20 * std::log10(static_cast<float>(loudest) / 32768) / kQuietest, 0.0F, 1.0F);
}

}  // namespace

SdlVoiceNotes::~SdlVoiceNotes() {
    abandon();
    stop();
    if (has_subsystem_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

bool SdlVoiceNotes::has_sound() {
    if (!has_subsystem_) has_subsystem_ = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    return has_subsystem_;
}

void SdlVoiceNotes::begin() {
    abandon();
    stop();
    const SDL_AudioSpec spec = wanted();
    if (has_sound() && SDL_GetNumAudioDevices(1) != 0) microphone_ = SDL_OpenAudioDevice(nullptr, 1, &spec, nullptr, 0);
    if (microphone_ == 0)
        throw base::Error(
            _("There is no microphone that can be used. Plug one in, or allow this program to use it; "
              "until then, type the comment."));
    SDL_PauseAudioDevice(microphone_, 0);
}

void SdlVoiceNotes::listen() {
    std::array<char, 8192> heard{};
    const std::size_t before = samples_.size();
    while (microphone_ != 0) {
        const Uint32 bytes = SDL_DequeueAudio(microphone_, heard.data(), static_cast<Uint32>(heard.size()));
        if (bytes == 0) break;
        samples_.append(heard.data(), bytes);
    }
    if (samples_.size() > before) level_ = level_of(samples_, before);
}

float SdlVoiceNotes::level() {
    listen();
    return level_;
}

base::Time SdlVoiceNotes::length() {
    listen();
    return length_of_samples(samples_);
}

std::string SdlVoiceNotes::finish() {
    listen();
    const std::string sound = samples_.empty() ? std::string() : wav_of(samples_);
    abandon();
    return sound;
}

void SdlVoiceNotes::abandon() {
    if (microphone_ != 0) SDL_CloseAudioDevice(microphone_);
    microphone_ = 0;
    samples_.clear();
    level_ = 0;
}

void SdlVoiceNotes::play(const std::string& sound) {
    stop();
    const std::string samples = samples_of(sound);
    const SDL_AudioSpec spec = wanted();
    if (has_sound()) loudspeaker_ = SDL_OpenAudioDevice(nullptr, 0, &spec, nullptr, 0);
    if (loudspeaker_ == 0 || SDL_QueueAudio(loudspeaker_, samples.data(), static_cast<Uint32>(samples.size())) != 0)
        throw base::Error(fmt::format(fmt::runtime(_("This spoken comment cannot be heard ({}).")), SDL_GetError()));
    SDL_PauseAudioDevice(loudspeaker_, 0);
}

void SdlVoiceNotes::stop() {
    if (loudspeaker_ != 0) SDL_CloseAudioDevice(loudspeaker_);
    loudspeaker_ = 0;
}

}  // namespace app
