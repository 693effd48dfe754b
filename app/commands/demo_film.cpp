#include "app/commands/demo_film.h"

#include "app/commands/demo_portrait.h"
#include "app/commands/program.h"

namespace commands::demo {

namespace {

constexpr int kPicturesPerSecond = 25;

// A meeting program sends a picture when it has one: most of them about 40 ms apart, a few late, a few not at all.
constexpr const char* kIrregular =
    "settb=1/90000,setpts='if(eq(N,0),0,(N+0.3*random(0))/25/TB)',select='eq(n,0)+gt(random(1),0.08)'";

std::vector<std::string> ffmpeg_arguments() {
    const std::string size = std::to_string(kFilmWidth) + "x" + std::to_string(kFilmHeight);
    return {"ffmpeg", "-v", "error", "-y",
            // what goes in: our pictures, our sound
            "-f", "rawvideo", "-pix_fmt", "bgr0", "-s", size, "-r", std::to_string(kPicturesPerSecond), "-i", "pipe:0",
            "-i", "sound.wav",
            // pictures
            "-filter:v", kIrregular, "-fps_mode", "vfr", "-enc_time_base", "1/90000", "-video_track_timescale", "90000",
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "26", "-g", "250", "-pix_fmt", "yuv420p",
            // sound
            "-c:a", "aac", "-b:a", "96k", "-ar", "48000",
            // nothing that differs from one run to the next
            "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1",
            "-movflags", "+faststart", kFilmName};
}

// A mouth that follows every picture flutters; a head that does looks nervous.
std::array<std::vector<Pose>, 2> poses(const Soundtrack& soundtrack) {
    std::array<std::vector<Pose>, 2> poses;
    for (std::size_t speaker = 0; speaker < poses.size(); ++speaker) {
        Pose pose;
        for (const float level : loudness(soundtrack, speaker, kPicturesPerSecond)) {
            pose.mouth += (level - pose.mouth) * 0.6F;
            pose.energy += ((level > 0.05F ? 1.0F : 0.0F) - pose.energy) * (level > pose.energy ? 0.15F : 0.05F);
            poses[speaker].push_back(pose);
            pose.seconds += 1.0 / kPicturesPerSecond;
        }
    }
    return poses;
}

}  // namespace

void write_film(const Script& script, const Soundtrack& soundtrack, const std::string& folder) {
    write_wav(soundtrack, folder + "/sound.wav");
    const auto all = poses(soundtrack);
    Portraits portraits(script);
    run_program(ffmpeg_arguments(), "ffmpeg", folder, [&](const Feed& feed) {
        for (std::size_t i = 0; i < all[0].size(); ++i)
            if (!feed(portraits.draw({all[0][i], all[1][i]}), Portraits::kBytes)) return;
    });
}

}  // namespace commands::demo
