// Where waveforms come from: the worker, or the cache folder where the worker's were kept.
#include "base/error.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "base/whole_file.h"
#include "media/waveform.h"
#include "media/worker_call.h"

#include <filesystem>
#include <fmt/format.h>
#include <optional>

namespace media {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 256u << 20;  // of peaks; ten hours of eight channels need half of it

class PeakCollector {
public:
    // False when the part does not fit what came before or is not what it says.
    bool add(const protocol::PeaksPart& part, const std::string& data) {
        if (part.channels == 0 || part.channels > 64 || part.sample_rate == 0 || part.sample_rate > 10'000'000) {
            return false;
        }
        if (channels_.empty()) {
            channels_.resize(part.channels);
            sample_rate_ = part.sample_rate;
        }
        if (part.channels != channels_.size() || part.sample_rate != sample_rate_) return false;
        if (std::uint64_t{part.count} * part.channels * 2 != data.size()) return false;
        bytes_ += data.size();
        auto value = data.begin();
        for (std::uint32_t i = 0; i < part.count; ++i) {
            for (std::vector<Peak>& channel : channels_) {
                const auto low = static_cast<std::int8_t>(*value++);
                channel.push_back({low, static_cast<std::int8_t>(*value++)});
            }
        }
        return true;
    }
    bool is_too_much() const { return bytes_ > kMostBytes; }
    Waveform waveform() && { return {static_cast<int>(sample_rate_), std::move(channels_)}; }

private:
    std::uint32_t sample_rate_ = 0;
    std::size_t bytes_ = 0;
    std::vector<std::vector<Peak>> channels_;
};

// A fingerprint is a name for a file and nothing else: one that is empty, or leads to another folder, is not taken.
bool is_file_name(const std::string& fingerprint) {
    return !fingerprint.empty() && fingerprint.find('/') == std::string::npos;
}

std::string cache_file(const std::string& fingerprint, int audio_track) {
    const fs::path folder = fs::path(base::cache_folder()) / "waveforms";
    std::error_code failed;
    fs::create_directories(folder, failed);
    return (folder / fmt::format("{}-{}.peaks", fingerprint, audio_track)).string();
}

std::optional<Waveform> kept_waveform(const std::string& file) {
    try {
        if (!fs::exists(file)) return {};
        return Waveform::from_bytes(base::read_whole_file(file, kMostBytes + 4096));
    } catch (const base::Error&) {
        return {};  // damaged or unreadable: it is made again
    }
}

}  // namespace

Waveform compute_waveform(const std::string& path, int audio_track, const base::Progress& progress) {
    WorkerCall worker(path, &progress);
    worker.send(protocol::Kind::Peaks,
                protocol::Peaks{static_cast<std::uint32_t>(audio_track), Waveform::kSamplesPerPeak});
    PeakCollector collector;
    for (;;) {
        const std::optional<WorkerMessage> message = worker.next();
        if (!message) return {};
        if (message->kind == protocol::Kind::Done) return std::move(collector).waveform();
        if (message->kind != protocol::Kind::PeaksPart) worker.fail("inside");
        if (!collector.add(message->as<protocol::PeaksPart>(), message->text)) worker.fail("inside");
        if (collector.is_too_much()) worker.fail("too_long");
    }
}

Waveform cached_waveform(const std::string& path, const std::string& fingerprint, int audio_track,
                         const base::Progress& progress) {
    const std::string file =
        cache_file(is_file_name(fingerprint) ? fingerprint : base::fast_fingerprint(path), audio_track);
    if (std::optional<Waveform> kept = kept_waveform(file)) return *std::move(kept);
    Waveform waveform = compute_waveform(path, audio_track, progress);
    if (progress.is_cancelled()) return {};
    try {
        base::write_whole_file(file, waveform.to_bytes());
    } catch (const base::Error&) {
        // A full disk or a read-only home costs time at the next opening, not the waveform.
    }
    return waveform;
}

}  // namespace media
