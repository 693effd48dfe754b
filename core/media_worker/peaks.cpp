#include "media_worker/peaks.h"

#include "media_worker/sound_source.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace media_worker {

namespace {

constexpr std::size_t kPartBytes = 32 * 1024;

// The extremes of one channel's current stretch.
struct Extremes {
    float low = 0;
    float high = 0;

    void add(float sample) {
        low = std::min(low, sample);
        high = std::max(high, sample);
    }
};

char level(float sample) {
    return static_cast<char>(static_cast<std::int8_t>(std::lround(std::clamp(sample, -1.0F, 1.0F) * 127)));
}

class Parts {
public:
    Parts(Window& window, const SoundSource& source)
        : window_(window),
          channels_(static_cast<std::uint32_t>(source.channels())),
          rate_(static_cast<std::uint32_t>(source.rate())) {}

    void add(std::vector<Extremes>& channels) {
        for (Extremes& extremes : channels) {
            bytes_ += level(extremes.low);
            bytes_ += level(extremes.high);
            extremes = {};
        }
        if (bytes_.size() + 2 * channels_ > kPartBytes) send();
    }
    bool is_empty() const { return bytes_.empty(); }
    void send() {
        const auto count = static_cast<std::uint32_t>(bytes_.size() / (2 * channels_));
        window_.send(Kind::PeaksPart, protocol::PeaksPart{channels_, rate_, count}, bytes_);
        bytes_.clear();
    }

private:
    Window& window_;
    std::uint32_t channels_;
    std::uint32_t rate_;
    std::string bytes_;
};

}  // namespace

void send_peaks(Window& window, Survey& survey, const protocol::Peaks& request) {
    if (survey.tracks.empty()) throw Failure("no_sound", "no track at all");
    if (request.track >= survey.tracks.size()) throw Failure("no_track", "no such track");
    SoundSource source(*survey.sound, survey.tracks[request.track], survey.start_us, survey.end_us());
    const std::size_t stretch = request.samples_per_peak > 0 ? request.samples_per_peak : 256;
    const double all = static_cast<double>(survey.duration_us) / 1e6 * source.rate();
    source.go_to(0);

    Parts parts(window, source);
    std::vector<Extremes> extremes(static_cast<std::size_t>(source.channels()));
    std::size_t filled = 0;
    for (float told = 0;;) {
        const Channels& piece = source.next();
        const std::size_t length = piece.front().size();
        if (length == 0) break;
        for (std::size_t i = 0; i < length;) {
            const std::size_t count = std::min(stretch - filled, length - i);
            for (std::size_t c = 0; c < piece.size(); ++c) {
                for (std::size_t k = i; k < i + count; ++k) extremes[c].add(piece[c][k]);
            }
            i += count;
            filled = (filled + count) % stretch;
            if (filled == 0) parts.add(extremes);
        }
        const auto fraction = static_cast<float>(static_cast<double>(source.position()) / std::max(all, 1.0));
        if (fraction >= told + 0.01F) {
            told = fraction;
            window.send(Kind::Progress, protocol::Progress{std::min(fraction, 1.0F)});
        }
    }
    if (filled > 0) parts.add(extremes);
    if (!parts.is_empty()) parts.send();
    if (source.is_damaged()) window.warn("damaged", "some of the sound");
    window.send(Kind::Done, protocol::Done{});
}

}  // namespace media_worker
