#include "media_worker/speech.h"

#include "media_worker/sound_source.h"
#include "media_worker/voice_detector.h"

#include <algorithm>
#include <future>
#include <string>
#include <utility>
#include <vector>

namespace media_worker {

namespace {

constexpr std::size_t kSpeechPartBytes = 16 * 1024;
constexpr std::size_t kBlockSamples = 512 * 1024;  // of all channels; some five seconds of two

// One channel's detector and what it said that is not sent yet.
struct Ear {
    VoiceDetector detector;
    std::string steps;
};

// The channels are heard in step, so that all have said equally much.
void send_parts(Window& window, std::vector<Ear>& ears) {
    const std::size_t all = ears.front().steps.size();
    const std::size_t most = std::max<std::size_t>(kSpeechPartBytes / ears.size(), 1);
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

// Decodes the next stretch while each channel of the last is heard by a thread of its own.
class Listening {
public:
    Listening(Window& window, std::size_t channels, int rate) : window_(window), filling_(channels), heard_(channels) {
        for (std::size_t c = 0; c < channels; ++c) ears_.push_back({VoiceDetector(rate), {}});
    }

    void take(const Channels& piece) {
        for (std::size_t c = 0; c < ears_.size(); ++c)
            filling_[c].insert(filling_[c].end(), piece[c].begin(), piece[c].end());
        if (filling_.front().size() * ears_.size() >= kBlockSamples) begin_block();
    }
    void finish() {
        begin_block();
        end_block();
        for (Ear& ear : ears_) ear.detector.finish(ear.steps);
        send_parts(window_, ears_);
    }

private:
    void begin_block() {
        end_block();
        std::swap(filling_, heard_);
        for (std::vector<float>& channel : filling_) channel.clear();
        for (std::size_t c = 0; c < ears_.size(); ++c)
            busy_.push_back(
                std::async(std::launch::async, [this, c] { ears_[c].detector.hear(heard_[c], ears_[c].steps); }));
    }
    void end_block() {
        for (std::future<void>& ear : busy_) ear.get();
        busy_.clear();
        send_parts(window_, ears_);
    }

    Window& window_;
    std::vector<Ear> ears_;  // while busy_, each belongs to its thread, and heard_ to all of them
    Channels filling_;
    Channels heard_;
    std::vector<std::future<void>> busy_;  // last, so they end before what they use is gone
};

}  // namespace

void send_speech(Window& window, Survey& survey, const protocol::Speech& request) {
    if (survey.tracks.empty()) throw Failure("no_sound", "no track at all");
    if (request.track >= survey.tracks.size()) throw Failure("no_track", "no such track");
    SoundSource source(*survey.sound, survey.tracks[request.track], survey.start_us, survey.end_us());
    Listening listening(window, static_cast<std::size_t>(source.channels()), source.rate());
    const double all = std::max(static_cast<double>(survey.duration_us) / 1e6 * source.rate(), 1.0);
    source.go_to(0);

    for (float told = 0;;) {
        const Channels& piece = source.next();
        if (piece.front().empty()) break;
        listening.take(piece);
        const auto fraction = static_cast<float>(std::min(static_cast<double>(source.position()) / all, 1.0));
        if (fraction < told + 0.01F) continue;
        told = fraction;
        window.send(Kind::Progress, protocol::Progress{fraction});
    }
    listening.finish();
    if (source.is_damaged()) window.warn("damaged", "some of the sound");
    window.send(Kind::Done, protocol::Done{});
}

}  // namespace media_worker
