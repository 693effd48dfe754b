#include "media_worker/speech.h"

#include "media_worker/sound_source.h"
#include "media_worker/voice_detector.h"

#include <algorithm>
#include <string>
#include <vector>

namespace media_worker {

namespace {

constexpr std::size_t kPartBytes = 16 * 1024;

// One channel's detector and what it said that is not sent yet.
struct Ear {
    VoiceDetector detector;
    std::string steps;
};

// The channels are heard in step, so that all have said equally much.
void send_parts(Window& window, std::vector<Ear>& ears) {
    const std::size_t all = ears.front().steps.size();
    const std::size_t most = std::max<std::size_t>(kPartBytes / ears.size(), 1);
    for (std::size_t from = 0; from < all; from += most) {
        const std::size_t count = std::min(most, all - from);
        std::string bytes;
        for (std::size_t step = from; step < from + count; ++step)
            for (const Ear& ear : ears) bytes += ear.steps[step];
        window.send(Kind::SpeechPart,
                    protocol::SpeechPart{static_cast<std::uint32_t>(ears.size()), static_cast<std::uint32_t>(count)},
                    bytes);
    }
    for (Ear& ear : ears) ear.steps.clear();
}

}  // namespace

void send_speech(Window& window, Survey& survey, const protocol::Speech& request) {
    if (survey.tracks.empty()) throw Failure("no_sound", "no track at all");
    if (request.track >= survey.tracks.size()) throw Failure("no_track", "no such track");
    SoundSource source(*survey.sound, survey.tracks[request.track], survey.start_us, survey.end_us());
    std::vector<Ear> ears;
    for (int c = 0; c < source.channels(); ++c) ears.push_back({VoiceDetector(source.rate()), {}});
    const double all = std::max(static_cast<double>(survey.duration_us) / 1e6 * source.rate(), 1.0);
    source.go_to(0);

    for (float told = 0;;) {
        const Channels& piece = source.next();
        if (piece.front().empty()) break;
        for (std::size_t c = 0; c < ears.size(); ++c) ears[c].detector.hear(piece[c], ears[c].steps);
        if (ears.front().steps.size() * ears.size() >= kPartBytes) send_parts(window, ears);
        const auto fraction = static_cast<float>(std::min(static_cast<double>(source.position()) / all, 1.0));
        if (fraction < told + 0.01F) continue;
        told = fraction;
        window.send(Kind::Progress, protocol::Progress{fraction});
    }
    for (Ear& ear : ears) ear.detector.finish(ear.steps);
    send_parts(window, ears);
    if (source.is_damaged()) window.warn("damaged", "some of the sound");
    window.send(Kind::Done, protocol::Done{});
}

}  // namespace media_worker
