// What the `ffmpeg` program finds in a file: the judge of what we wrote, that knows nothing of us.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace support {

// As floats at 48 kHz, a row for each channel.
std::vector<std::vector<float>> decoded_sound(const std::string& path, int channels);

struct DecodedPicture {
    double at_seconds = 0;
    std::vector<std::uint8_t> luma;
};
std::vector<DecodedPicture> decoded_pictures(const std::string& path, int width, int height);

// The words of the subtitles in it, as an SRT file.
std::string decoded_subtitles(const std::string& path);
// All that is said of it and of its streams beside what can be seen and heard.
std::string metadata_of(const std::string& path);

// How alike two stretches of sound are at their likeliest shift: -1 to 1, and that shift in samples; and what is left
// of the one in the other, be it upside down: 0 to 1.
struct Likeness {
    double correlation = -1;
    int shift = 0;
    double trace = 0;
};
Likeness likeness(std::span<const float> a, std::span<const float> b, int most_shift);
double loudness(std::span<const float> sound);  // root of the mean square
// The strength of one tone.
double tone(std::span<const float> sound, double hertz);

std::string output_of(const std::string& command);

}  // namespace support
