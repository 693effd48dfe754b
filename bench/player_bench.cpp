// What the player can do by itself, without a window; bench/compare.py sets it beside mpv.
//   player_bench first FILE                 until the first picture is there
//   player_bench seek FILE SECONDS...       one exact seek after another; prints how long each took, in milliseconds
//   player_bench decode FILE                every picture, as fast as they come; prints how many
#include "media/player.h"
#include "media/worker_link.h"
#include "media/worker_protocol.h"

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <span>
#include <stdexcept>
#include <string>
#include <variant>

namespace {

using Clock = std::chrono::steady_clock;

// Lets the link's thread wake this one.
class Bell {
public:
    void ring() {
        {
            const std::lock_guard lock(mutex_);
            rung_ = true;
        }
        rings_.notify_one();
    }
    void wait() {
        std::unique_lock lock(mutex_);
        rings_.wait_for(lock, std::chrono::milliseconds(100), [this] { return rung_; });
        rung_ = false;
    }

private:
    std::mutex mutex_;
    std::condition_variable rings_;
    bool rung_ = false;
};

// Ticks the player until it holds.
template <class Condition>
void run_until(media::Player& player, Bell& bell, Condition condition) {
    const auto give_up = Clock::now() + std::chrono::seconds(60);
    for (;;) {
        player.tick();
        if (player.failure()) throw std::runtime_error(*player.failure());
        if (condition()) return;
        if (Clock::now() > give_up) throw std::runtime_error("waited in vain");
        bell.wait();
    }
}

bool shows(const media::Player& player, base::Time at) {
    const media::Picture* picture = player.picture();
    return picture != nullptr && picture->at <= at && at < picture->until && !player.is_seeking();
}

int measure_seeks(const std::string& file, std::span<char*> targets) {
    Bell bell;
    media::NoAudioSink no_sound;
    media::Player player(file, no_sound, [&bell] { bell.ring(); });
    run_until(player, bell, [&] { return player.picture() != nullptr; });
    for (const char* target : targets) {
        const base::Time at = base::seconds(std::strtod(target, nullptr));
        const auto asked = Clock::now();
        player.seek(at, media::SeekMode::Exact);
        run_until(player, bell, [&] { return shows(player, at); });
        std::printf("%.3f\n", std::chrono::duration<double, std::milli>(Clock::now() - asked).count());
    }
    return 0;
}

int measure_first(const std::string& file) {
    Bell bell;
    media::NoAudioSink no_sound;
    media::Player player(file, no_sound, [&bell] { bell.ring(); });
    run_until(player, bell, [&] { return player.picture() != nullptr; });
    std::puts("there");
    std::fflush(stdout);
    return 0;
}

int measure_decoding(const std::string& file) {
    Bell bell;
    media::WorkerLink link(file, [&bell] { bell.ring(); });
    int pictures = 0;
    for (;;) {
        for (media::LinkEvent& event : link.take_events()) {
            if (std::holds_alternative<media::WorkerOpened>(event)) link.show_pictures({.serial = 1});
            if (std::holds_alternative<media::PictureArrived>(event)) ++pictures;  // let go of at once
            if (const auto* failed = std::get_if<media::WorkerFailed>(&event))
                throw std::runtime_error(failed->sentence);
            if (std::holds_alternative<media::PicturesEnded>(event)) {
                std::printf("%d\n", pictures);
                return 0;
            }
        }
        bell.wait();
    }
}

int usage() {
    std::fputs("usage: player_bench first|seek|decode FILE [SECONDS...]\n", stderr);
    return 2;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return usage();
    const std::string what = argv[1];
    const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
    try {
        if (what == "first") return measure_first(argv[2]);
        if (what == "seek") return measure_seeks(argv[2], arguments.subspan(3));
        if (what == "decode") return measure_decoding(argv[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "player_bench: %s\n", error.what());
        return 1;
    }
    return usage();
}
