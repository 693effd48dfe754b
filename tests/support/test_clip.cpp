#include "support/test_clip.h"

#include "base/error.h"
#include "base/hash.h"
#include "support/shared_data.h"

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace support {

namespace {

namespace fs = std::filesystem;

constexpr int kTicksPerSecond = 45'000;  // MPEG-4 counts no finer than 65535
constexpr int kColumns = 6;
constexpr int kRows = 4;
constexpr int kNumberBits = 20;
constexpr int kMark = 0b1101;  // the four blocks after the number: a wrongly turned picture does not show them

std::int64_t ticks_of(const TestClip& clip, int n) {
    const std::int64_t even = static_cast<std::int64_t>(n) * kTicksPerSecond / clip.pictures_per_second;
    return clip.variable_rate ? even + n % 3 * 450 + n / 10 * 9'000 : even;
}

int bits_of(int number) {
    return number | kMark << kNumberBits;
}

// Where the pixel (x, y) of the upright picture is stored.
struct Position {
    int x;
    int y;
};
Position stored_position(int x, int y, int stored_width, int stored_height, int rotation, bool mirrored) {
    Position at{x, y};
    if (rotation == 90) at = {y, stored_height - 1 - x};
    if (rotation == 180) at = {stored_width - 1 - x, stored_height - 1 - y};
    if (rotation == 270) at = {stored_width - 1 - y, x};
    if (mirrored) at.x = stored_width - 1 - at.x;
    return at;
}

std::string stored_picture(const TestClip& clip, int number) {
    const bool lying = clip.rotation % 180 != 0;
    const int width = lying ? clip.height : clip.width;
    const int height = lying ? clip.width : clip.height;
    std::string grey(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), '\0');
    for (int y = 0; y < clip.height; ++y) {
        for (int x = 0; x < clip.width; ++x) {
            const int block = y * kRows / clip.height * kColumns + x * kColumns / clip.width;
            const auto [to_x, to_y] = stored_position(x, y, width, height, clip.rotation, clip.mirrored);
            grey[static_cast<std::size_t>(to_y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(to_x)] =
                (bits_of(number) >> block & 1) != 0 ? '\xeb' : '\x10';
        }
    }
    return grey;
}

int read_number(const std::function<int(double x, double y)>& luma) {
    int bits = 0;
    for (int block = 0; block < kColumns * kRows; ++block) {
        const int row = block / kColumns;
        const int value = luma((block % kColumns + 0.5) / kColumns, (row + 0.5) / kRows);
        if (value >= 128) bits |= 1 << block;
    }
    return bits >> kNumberBits == kMark ? bits & ((1 << kNumberBits) - 1) : -1;
}

std::string sound_options(const TestClip& clip, std::string& maps, int first_input) {
    std::string inputs;
    for (int track = 0; track < clip.audio_tracks && clip.channels > 0; ++track) {
        std::string channels;
        for (int c = 0; c < clip.channels; ++c) {
            if (c > 0) channels += '|';
            channels += fmt::format("0.5*sin(2*PI*{}*t)*lt(mod(t,1),{})", clip.beep_hertz(c, track), clip.kBeepSeconds);
        }
        const double seconds = clip.sound_seconds > 0 ? clip.sound_seconds : clip.seconds;
        inputs += fmt::format(" -f lavfi -i \"aevalsrc='{}':s={}:d={}\"", channels, clip.sample_rate, seconds);
        maps += fmt::format(" -map {}:a", first_input + track);
    }
    return inputs;
}

std::string video_options(const TestClip& clip) {
    std::string timing = fmt::format("floor(N*{}/{})", kTicksPerSecond, clip.pictures_per_second);
    if (clip.variable_rate) timing += "+mod(N,3)*450+floor(N/10)*9000";
    timing += fmt::format("+{}", static_cast<int>(clip.video_delay * kTicksPerSecond));
    std::string text = fmt::format(
        " -vf \"settb=1/{0},setpts='{1}'\" -fps_mode passthrough -enc_time_base 1:{0} -c:v {2} -pix_fmt {3} -g {4}",
        kTicksPerSecond, timing, clip.video_codec, clip.pixel_format, clip.gop);
    const int open = clip.open_gop ? 1 : 0;
    if (clip.video_codec == "libx264") {
        text += fmt::format(" -preset ultrafast -bf {} -x264-params keyint={}:min-keyint={}:scenecut=0:open-gop={}",
                            clip.b_frames, clip.gop, std::min(clip.gop, 1 + clip.gop / 2), open);
    } else if (clip.video_codec == "libx265") {
        text += fmt::format(
            " -preset ultrafast -tag:v hvc1 -x265-params "
            "log-level=error:keyint={}:min-keyint={}:scenecut=0:bframes={}:b-adapt=0:open-gop={}",
            clip.gop, clip.gop, clip.b_frames, open);
    } else if (clip.video_codec == "libvpx-vp9") {
        text += " -deadline realtime -cpu-used 8 -b:v 300k";
    } else if (clip.b_frames > 0) {
        text += fmt::format(" -bf {}", clip.b_frames);
    }
    if (clip.extension == "mp4" || clip.extension == "mov") text += " -video_track_timescale 90000";
    return text;
}

std::string command_for(const TestClip& clip, const std::string& out) {
    const bool has_video = clip.pictures_per_second > 0;
    const bool lying = clip.rotation % 180 != 0;
    std::string command = "ffmpeg -nostdin -v error -y";
    std::string maps;
    if (has_video) {
        command +=
            fmt::format(" -f rawvideo -pixel_format gray -video_size {}x{} -framerate {} -i pipe:0",
                        lying ? clip.height : clip.width, lying ? clip.width : clip.height, clip.pictures_per_second);
        maps += " -map 0:v";
    }
    command += sound_options(clip, maps, has_video ? 1 : 0) + maps;
    if (has_video) command += video_options(clip);
    if (clip.channels > 0) command += " -c:a " + clip.audio_codec;
    if (clip.start_offset != 0) command += fmt::format(" -output_ts_offset {}", clip.start_offset);
    return command + " " + clip.extra + " \"" + out + "\"";
}

// Writes the display matrix into the video track's header: ffmpeg's own option for it has changed name, and cannot
// mirror.
void turn(std::string& mp4, int rotation, bool mirrored) {
    constexpr int kOne = 0x10000;
    const int cosine = rotation == 0 ? kOne : rotation == 180 ? -kOne : 0;
    const int sine = rotation == 90 ? kOne : rotation == 270 ? -kOne : 0;
    const int across = mirrored ? -1 : 1;
    const int values[9] = {cosine * across, sine * across, 0, -sine, cosine, 0, 0, 0, 0x40000000};
    for (std::size_t at = mp4.find("tkhd"); at != std::string::npos; at = mp4.find("tkhd", at + 4)) {
        const std::size_t matrix = at + 4 + 40;
        if (matrix + 44 > mp4.size() || mp4.compare(matrix + 36, 4, std::string(4, '\0')) == 0) continue;  // sound
        for (std::size_t i = 0; i < 9; ++i) {
            for (std::size_t byte = 0; byte < 4; ++byte) {
                mp4[matrix + 4 * i + byte] = static_cast<char>(static_cast<unsigned>(values[i]) >> (24 - 8 * byte));
            }
        }
    }
}

void make(const TestClip& clip, const std::string& path) {
    const std::string unfinished = fmt::format("{}.{}.{}", path, getpid(), clip.extension);
    const std::string command = command_for(clip, unfinished);
    FILE* pipe = popen(command.c_str(), "w");
    if (pipe == nullptr) throw base::Error("cannot start ffmpeg");
    const int count = clip.pictures_per_second > 0 ? clip.pictures() : 0;
    for (int n = 0; n < count; ++n) {
        const std::string picture = stored_picture(clip, n);
        if (std::fwrite(picture.data(), 1, picture.size(), pipe) != picture.size()) break;
    }
    if (pclose(pipe) != 0) throw base::Error("ffmpeg could not make a test clip: " + command);
    if (clip.rotation != 0 || clip.mirrored) {
        std::string bytes = read_file(unfinished);
        turn(bytes, clip.rotation, clip.mirrored);
        write_file(unfinished, bytes);
    }
    fs::rename(unfinished, path);
}

}  // namespace

const std::string& TestClip::path() const {
    static std::map<std::string, std::string> made;
    const std::string description =
        command_for(*this, "") + fmt::format(" {} {} {} {}", pictures(), rotation, mirrored, start_offset);
    std::string& path = made[description + extension];
    if (path.empty()) {
        const fs::path folder = fs::path(TERUGBLIK_BINARY_DIR) / "test-clips";
        fs::create_directories(folder);
        path = (folder / (base::sha256(description).substr(0, 16) + "." + extension)).string();
        if (!fs::exists(path)) make(*this, path);
    }
    return path;
}

int TestClip::pictures() const {
    return static_cast<int>(std::lround(seconds * pictures_per_second));
}

base::Time TestClip::time_of(int n) const {
    const double delay = channels > 0 ? video_delay : 0;
    return base::microseconds((ticks_of(*this, n) * 1'000'000 + kTicksPerSecond / 2) / kTicksPerSecond) +
           base::seconds(delay);
}

base::Time TestClip::middle_of(int n) const {
    return base::microseconds((time_of(n).microseconds + time_of(n + 1).microseconds) / 2);
}

int number_in(const media::Picture& picture) {
    const bool lying = picture.rotation % 180 != 0;
    const int width = lying ? picture.height : picture.width;
    const int height = lying ? picture.width : picture.height;
    return read_number([&](double x, double y) {
        const auto [at_x, at_y] = stored_position(static_cast<int>(x * width), static_cast<int>(y * height),
                                                  picture.width, picture.height, picture.rotation, picture.mirrored);
        return picture.planes[0][at_y * picture.strides[0] + at_x];
    });
}

int number_in(int width, int height, const std::uint8_t* upright_rgb) {
    return read_number([&](double x, double y) {
        const int pixel = static_cast<int>(y * height) * width + static_cast<int>(x * width);
        return upright_rgb[3 * pixel + 1];
    });
}

}  // namespace support
