#include "app/voice_notes.h"

#include "base/error.h"
#include "base/i18n.h"

#include <cstdint>

namespace app {
namespace {

constexpr std::uint32_t kRate = 16'000;
constexpr std::uint32_t kBytesPerSample = 2;
constexpr std::size_t kHeader = 44;

std::string little_endian(std::uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>((value >> (8 * i)) & 0xFFU);
    return text;
}

std::string header(std::uint32_t bytes) {
    return "RIFF" + little_endian(bytes + kHeader - 8, 4) + "WAVEfmt " + little_endian(16, 4) + little_endian(1, 2) +
           little_endian(1, 2) + little_endian(kRate, 4) + little_endian(kRate * kBytesPerSample, 4) +
           little_endian(kBytesPerSample, 2) + little_endian(8 * kBytesPerSample, 2) + "data" + little_endian(bytes, 4);
}

}  // namespace

std::string wav_of(const std::string& samples) {
    return header(static_cast<std::uint32_t>(samples.size())) + samples;
}

std::string samples_of(const std::string& wav) {
    const std::size_t bytes = wav.size() < kHeader ? 0 : wav.size() - kHeader;
    if (bytes == 0 || bytes % kBytesPerSample != 0 ||
        wav.substr(0, kHeader) != header(static_cast<std::uint32_t>(bytes)))
        throw base::Error(_("This spoken comment cannot be played: it is not as this program writes it."));
    return wav.substr(kHeader);
}

base::Time length_of_samples(const std::string& samples) {
    return base::microseconds(static_cast<std::int64_t>(samples.size() / kBytesPerSample) * 1'000'000 / kRate);
}

}  // namespace app
