// Plays a recording from its start to its end, as the window would, on a sound card and a clock that wait for the
// decoder. Prints what came of it as JSON; exit code 1 when it did not play, or showed a picture at a wrong time.
// For scripts/formats.
#include "media/player.h"
#include "support/fake_audio_sink.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <thread>

namespace {

using std::chrono::milliseconds;

constexpr auto kLongestWait = std::chrono::seconds(30);  // real time, for one thing

class Show {
public:
    explicit Show(const std::string& path) : player_(path, card_, {}, [this] { return card_.now(); }) {
        wait_until([this] { return player_.is_open() && !player_.is_seeking(); }, "opening");
        duration_ = player_.info().duration;
    }

    void play() {
        player_.play();
        while (player_.is_playing()) {
            const base::Time before = player_.position();
            card_.advance(milliseconds(10));
            tick();
            wait_until([this] { return !is_picture_late(); }, "waiting for a picture");
            look();
            listen();
            // The decoder runs by real time: nothing is wrong while it is only slower than the card.
            if (player_.is_playing() && player_.position() == before) stand_still();
        }
        if (!player_.is_at_end()) throw std::runtime_error("stops before the end");
    }

    nlohmann::json outcome() {
        return {{"played_us", player_.position().microseconds},
                {"pictures", pictures_.size()},
                {"loudest", std::round(loudest_ * 1000) / 1000},
                {"warnings", player_.take_warnings()}};
    }

private:
    void tick() {
        player_.tick();
        if (const auto failure = player_.failure()) throw std::runtime_error(*failure);
    }

    template <class Condition>
    void wait_until(Condition is_so, const char* what) {
        const auto limit = std::chrono::steady_clock::now() + kLongestWait;
        for (tick(); !is_so(); tick()) {
            if (std::chrono::steady_clock::now() > limit)
                throw std::runtime_error(std::string(what) + " takes too long");
            std::this_thread::sleep_for(milliseconds(1));
        }
    }

    bool is_picture_late() const {
        if (!player_.info().video || !player_.is_playing()) return false;
        const media::Picture* shown = player_.picture();
        return shown == nullptr || (shown->until <= player_.position() && shown->until < duration_);
    }

    void look() {
        const media::Picture* shown = player_.picture();
        if (shown == nullptr || !player_.is_playing()) return;
        const bool is_first = pictures_.empty() || *pictures_.begin() == shown->at.microseconds;
        if (shown->at > player_.position() && !is_first) throw std::runtime_error("shows a picture too early");
        pictures_.insert(shown->at.microseconds);
    }

    void listen() {
        for (const float sample : card_.heard()) loudest_ = std::max(loudest_, std::abs(sample));
        card_.forget_heard();
    }

    void stand_still() {
        const auto now = std::chrono::steady_clock::now();
        if (player_.position() != stood_at_) {
            stood_at_ = player_.position();
            standing_since_ = now;
        }
        if (now - standing_since_ > kLongestWait) throw std::runtime_error("stands still");
        std::this_thread::sleep_for(milliseconds(1));
    }

    support::FakeAudioSink card_;
    media::Player player_;
    base::Time duration_;
    std::set<std::int64_t> pictures_;
    float loudest_ = 0;
    base::Time stood_at_{-1};
    std::chrono::steady_clock::time_point standing_since_;
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fputs("usage: play_recording FILE\n", stderr);
        return 2;
    }
    try {
        Show show(arguments[1]);
        show.play();
        std::puts(show.outcome().dump().c_str());
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
