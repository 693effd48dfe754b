#include "media/waveform.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/i18n.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace media {

namespace {

constexpr double kRounding = 1e-6;
constexpr std::size_t kFewer = 4;  // peaks of one level that make one of the next

Peak joined(Peak a, Peak b) {
    return {std::min(a.low, b.low), std::max(a.high, b.high)};
}

std::vector<Peak> quarter(const std::vector<Peak>& level) {
    std::vector<Peak> fewer((level.size() + kFewer - 1) / kFewer);
    for (std::size_t i = 0; i < level.size(); ++i) {
        Peak& peak = fewer[i / kFewer];
        peak = i % kFewer == 0 ? level[i] : joined(peak, level[i]);
    }
    return fewer;
}

// The extremes of [from, to) of the finest level: along the edges there, and as high up the pyramid as possible
// between.
Peak extremes(const std::vector<std::vector<Peak>>& levels, std::size_t from, std::size_t to) {
    from = std::min(from, levels.front().size());
    to = std::min(to, levels.front().size());
    if (from >= to) return {};
    Peak peak{127, -127};
    for (std::size_t level = 0; from < to; ++level) {
        const std::vector<Peak>& peaks = levels[level];
        const bool is_top = level + 1 == levels.size();
        while (from < to && (is_top || from % kFewer != 0)) peak = joined(peak, peaks[from++]);
        while (from < to && to % kFewer != 0) peak = joined(peak, peaks[--to]);
        from /= kFewer;
        to /= kFewer;
    }
    return peak;
}

constexpr char kMagic[8] = {'T', 'B', 'P', 'E', 'A', 'K', 'S', '1'};

// Followed by the peaks of each channel, finest level only, and a SHA-256 in hexadecimal of all that came before.
struct FileHeader {
    char magic[8];
    std::uint32_t sample_rate;
    std::uint32_t channels;
    std::uint64_t peaks;  // per channel
};
constexpr std::size_t kHashSize = 64;

[[noreturn]] void damaged() {
    throw base::Error(_("The stored waveform is damaged. It is made again from the recording."));
}

FileHeader checked_header(const std::string& bytes) {
    FileHeader header{};
    if (bytes.size() < sizeof header + kHashSize) damaged();
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::size_t body = bytes.size() - sizeof header - kHashSize;
    if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0 || header.channels > 64 || header.peaks > body) damaged();
    if (header.sample_rate == 0 || header.sample_rate > 10'000'000) damaged();
    if (header.channels * header.peaks * sizeof(Peak) != body) damaged();
    if (base::sha256({bytes.data(), sizeof header + body}) != bytes.substr(sizeof header + body)) damaged();
    return header;
}

}  // namespace

static_assert(sizeof(Peak) == 2);

Waveform::Waveform(int sample_rate, std::vector<std::vector<Peak>> finest) : sample_rate_(sample_rate) {
    for (std::vector<Peak>& channel : finest) {
        std::vector<std::vector<Peak>>& levels = levels_.emplace_back();
        levels.push_back(std::move(channel));
        while (levels.back().size() > kFewer) levels.push_back(quarter(levels.back()));
    }
}

base::Time Waveform::duration() const {
    if (levels_.empty() || sample_rate_ <= 0) return {};
    const auto samples = static_cast<double>(levels_.front().front().size()) * kSamplesPerPeak;
    return base::seconds(samples / sample_rate_);
}

std::vector<Peak> Waveform::peaks(int channel, base::Span span, int buckets) const {
    std::vector<Peak> result(static_cast<std::size_t>(std::max(buckets, 0)));
    if (channel < 0 || channel >= channels() || span.to <= span.from) return result;
    const auto& levels = levels_[static_cast<std::size_t>(channel)];
    const double peaks_per_second = static_cast<double>(sample_rate_) / kSamplesPerPeak;
    const double first = span.from.seconds() * peaks_per_second;
    const double width = span.length().seconds() * peaks_per_second / std::max(buckets, 1);
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double from = first + width * static_cast<double>(i);
        if (from + width <= 0) continue;
        // A bucket that ends where a peak begins must not take it in for a rounding error.
        const auto begin = static_cast<std::size_t>(std::max(std::floor(from + kRounding), 0.0));
        const auto end = static_cast<std::size_t>(std::max(std::ceil(from + width - kRounding), 0.0));
        result[i] = extremes(levels, begin, std::max(end, begin + 1));
    }
    return result;
}

std::string Waveform::to_bytes() const {
    FileHeader header{};
    std::memcpy(header.magic, kMagic, sizeof kMagic);
    header.sample_rate = static_cast<std::uint32_t>(sample_rate_);
    header.channels = static_cast<std::uint32_t>(levels_.size());
    header.peaks = levels_.empty() ? 0 : levels_.front().front().size();
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    for (const auto& levels : levels_) {
        bytes.append(reinterpret_cast<const char*>(levels.front().data()), levels.front().size() * sizeof(Peak));
    }
    return bytes + base::sha256(bytes);
}

Waveform Waveform::from_bytes(const std::string& bytes) {
    const FileHeader header = checked_header(bytes);
    std::vector<std::vector<Peak>> finest(header.channels, std::vector<Peak>(header.peaks));
    const char* from = bytes.data() + sizeof header;
    for (std::vector<Peak>& channel : finest) {
        if (channel.empty()) continue;
        std::memcpy(channel.data(), from, channel.size() * sizeof(Peak));
        from += channel.size() * sizeof(Peak);
    }
    return {static_cast<int>(header.sample_rate), std::move(finest)};
}

}  // namespace media
