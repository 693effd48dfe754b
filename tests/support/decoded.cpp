#include "support/decoded.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <iterator>
#include <numbers>
#include <sstream>

namespace support {

std::string output_of(const std::string& command) {
    std::string output;
    FILE* pipe = ::popen(command.c_str(), "r");
    std::array<char, 65536> part{};
    for (std::size_t got = 0; (got = std::fread(part.data(), 1, part.size(), pipe)) > 0;) {
        output.append(part.data(), got);
    }
    ::pclose(pipe);
    return output;
}

std::vector<std::vector<float>> decoded_sound(const std::string& path, int channels) {
    const std::string bytes = output_of(
        fmt::format("ffmpeg -nostdin -v error -i '{}' -map 0:a:0 -f f32le -ar 48000 -ac {} -", path, channels));
    const std::size_t count = bytes.size() / sizeof(float) / static_cast<std::size_t>(channels);
    std::vector<std::vector<float>> sound(static_cast<std::size_t>(channels), std::vector<float>(count));
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t c = 0; c < sound.size(); ++c) {
            std::memcpy(&sound[c][i], bytes.data() + (i * sound.size() + c) * sizeof(float), sizeof(float));
        }
    }
    return sound;
}

std::vector<DecodedPicture> decoded_pictures(const std::string& path, int width, int height) {
    const std::string bytes = output_of(fmt::format(
        "ffmpeg -nostdin -v error -i '{}' -map 0:v:0 -fps_mode passthrough -f rawvideo -pix_fmt yuv420p -", path));
    std::istringstream times(output_of(fmt::format(
        "ffprobe -v error -select_streams v:0 -show_entries frame=best_effort_timestamp_time -of csv=p=0 '{}'", path)));
    const std::size_t luma = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const std::size_t size = luma * 3 / 2;
    std::vector<DecodedPicture> pictures;
    std::string time;
    for (std::size_t at = 0; at + size <= bytes.size() && std::getline(times, time);) {
        if (time.empty()) continue;  // behind a picture that carries more than its time
        const auto* from = reinterpret_cast<const std::uint8_t*>(bytes.data() + at);
        pictures.push_back({std::strtod(time.c_str(), nullptr), {from, from + luma}});
        at += size;
    }
    return pictures;
}

std::string decoded_subtitles(const std::string& path) {
    std::string text = output_of(fmt::format("ffmpeg -nostdin -v error -i '{}' -map 0:s:0 -c:s text -f srt -", path));
    std::erase(text, '\r');
    return text;
}

std::string metadata_of(const std::string& path) {
    return output_of(fmt::format("ffprobe -v error -show_entries format_tags:stream_tags:chapters '{}'", path));
}

Likeness likeness(std::span<const float> a, std::span<const float> b, int most_shift) {
    Likeness best;
    const float* x = a.data();
    for (std::ptrdiff_t shift = -most_shift; shift <= most_shift; ++shift) {
        const std::ptrdiff_t first = std::max<std::ptrdiff_t>(0, -shift);
        const std::ptrdiff_t last = std::min(std::ssize(a), std::ssize(b) - shift);
        const float* y = b.data() + shift;
        double product = 0;
        double of_a = 0;
        double of_b = 0;
        for (std::ptrdiff_t i = first; i < last; ++i) {
            product += x[i] * y[i];
            of_a += x[i] * x[i];
            of_b += y[i] * y[i];
        }
        const double correlation = of_a > 0 && of_b > 0 ? product / std::sqrt(of_a * of_b) : 0;
        best.trace = std::max(best.trace, std::abs(correlation));
        if (correlation > best.correlation) best = {correlation, static_cast<int>(shift), best.trace};
    }
    return best;
}

double loudness(std::span<const float> sound) {
    double sum = 0;
    for (const float sample : sound) sum += static_cast<double>(sample) * sample;
    return sound.empty() ? 0 : std::sqrt(sum / static_cast<double>(sound.size()));
}

double tone(std::span<const float> sound, double hertz) {
    double with = 0;
    double across = 0;
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const double turn = 2 * std::numbers::pi * hertz * static_cast<double>(i) / 48'000;
        with += sound[i] * std::cos(turn);
        across += sound[i] * std::sin(turn);
    }
    return sound.empty() ? 0 : 2 * std::sqrt(with * with + across * across) / static_cast<double>(sound.size());
}

}  // namespace support
