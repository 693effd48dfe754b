// Has a worker hear a recording, and checks what it says.
#include "media/speech.h"
#include "media/worker_call.h"

#include <algorithm>
#include <optional>

namespace media {

namespace {

constexpr std::size_t kMostSteps = 64u << 20;  // of all channels; more than a day of eight

// False when the part does not fit what came before or is not what it says.
bool add_part(const protocol::SpeechPart& part, const std::string& data, std::vector<HeardChannel>& channels) {
    if (part.channels == 0 || part.channels > 64) return false;
    if (channels.empty()) channels.resize(part.channels);
    if (part.channels != channels.size() || std::uint64_t{part.count} * part.channels != data.size()) return false;
    std::size_t next = 0;
    for (const char byte : data) {
        const auto value = static_cast<std::uint8_t>(byte);
        HeardChannel& channel = channels[next++ % channels.size()];
        channel.voiced.push_back((value & protocol::kVoiced) != 0);
        channel.below.push_back(value & protocol::kQuietest);
    }
    return channels.size() * channels.front().below.size() <= kMostSteps;
}

}  // namespace

static_assert(HeardChannel::kStep.microseconds == protocol::kSpeechStepUs);
static_assert(HeardChannel::kSilent == protocol::kQuietest);

std::vector<HeardChannel> hear_channels(const std::string& path, int audio_track, const base::Progress& progress) {
    WorkerCall worker(path, &progress);
    worker.send(protocol::Kind::Speech, protocol::Speech{static_cast<std::uint32_t>(audio_track)});
    std::vector<HeardChannel> channels;
    for (;;) {
        const std::optional<WorkerMessage> message = worker.next();
        if (!message) return {};
        if (message->kind == protocol::Kind::Done) return channels;
        if (message->kind != protocol::Kind::SpeechPart) worker.fail("inside");
        if (!add_part(message->as<protocol::SpeechPart>(), message->text, channels)) worker.fail("inside");
    }
}

HeardChannel joined(const std::vector<HeardChannel>& channels) {
    HeardChannel one;
    for (const HeardChannel& channel : channels) {
        const std::size_t steps = std::max(one.below.size(), channel.below.size());
        one.voiced.resize(steps, false);
        one.below.resize(steps, HeardChannel::kSilent);
        for (std::size_t step = 0; step < channel.below.size(); ++step) {
            one.voiced[step] = one.voiced[step] || channel.voiced[step];
            one.below[step] = std::min(one.below[step], channel.below[step]);
        }
    }
    return one;
}

}  // namespace media
