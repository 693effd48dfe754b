// Recordings made by the tests: every picture carries its own number in black and white blocks that survive lossy
// coding, and each whole second begins with a short beep. Made once with the `ffmpeg` program and kept in the build
// folder.
#pragma once

#include "base/time.h"
#include "media/frames.h"

#include <cstdint>
#include <string>

namespace support {

struct TestClip {
    double seconds = 5;
    int pictures_per_second = 25;  // 0: no video
    int width = 320;               // upright
    int height = 192;
    std::string video_codec = "libx264";  // as ffmpeg names encoders: libx265, libvpx-vp9, mpeg4, mjpeg ...
    int gop = 50;                         // key frame distance, in pictures
    int b_frames = 0;
    bool open_gop = false;       // libx264 and libx265
    bool variable_rate = false;  // pictures come unevenly; a pause of 0.2 s after every tenth
    int rotation = 0;            // degrees clockwise to upright: 0, 90, 180, 270 (MP4 and MOV)
    bool mirrored = false;       // stored mirrored, before turning
    double start_offset = 0;     // seconds added to all times in the file
    double video_delay = 0;      // seconds that the first picture comes after the first sound
    std::string pixel_format = "yuv420p";
    std::string extension = "mp4";  // says the container
    int channels = 1;               // 0: no sound. Channel c beeps at 500 * (c + 1) Hz
    int audio_tracks = 1;           // track t beeps ten percent higher than the one before
    std::string audio_codec = "aac";
    int sample_rate = 48000;
    double sound_seconds = 0;  // 0: as long as the pictures
    std::string extra = "";    // more output options

    static constexpr double kBeepSeconds = 0.05;
    double beep_hertz(int channel, int track = 0) const { return 500.0 * (channel + 1) * (1 + 0.1 * track); }

    const std::string& path() const;  // makes it when it is not there yet; throws when ffmpeg cannot
    int pictures() const;
    // When picture n goes on screen, counted from the recording's first presented sample.
    base::Time time_of(int n) const;
    // A moment in the middle of the picture's time on screen.
    base::Time middle_of(int n) const;
};

// The number that a picture carries; -1 when it shows none (or shows it turned or mirrored wrongly).
int number_in(const media::Picture& picture);
int number_in(int width, int height, const std::uint8_t* upright_rgb);

}  // namespace support
