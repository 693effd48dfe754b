// A player on a real worker, with a sound card and a clock that move only when told.
#pragma once

#include "media/player.h"
#include "support/fake_audio_sink.h"
#include "support/test_clip.h"

#include <chrono>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <semaphore>
#include <string>
#include <vector>

namespace media {

class PlayerTest : public testing::Test {
protected:
    static constexpr auto kLimit =
        std::chrono::seconds(60);  // real time, for what must happen; others use the machine too

    void begin(const std::string& path) {
        player_ = std::make_unique<Player>(
            path, sink_, [this] { wakes_.release(); }, [this] { return sink_.now(); });
    }
    // Opened, with its first picture.
    void open(const std::string& path) {
        begin(path);
        ASSERT_TRUE(wait_for([&] { return player_->is_open() && !player_->is_seeking(); })) << failure();
    }
    void open(const support::TestClip& clip) { open(clip.path()); }

    // Ticks until it is so; the recording's time stands still meanwhile.
    bool wait_for(const std::function<bool()>& is_so) {
        const auto limit = std::chrono::steady_clock::now() + kLimit;
        for (;;) {
            player_->tick();
            if (is_so()) return true;
            if (std::chrono::steady_clock::now() > limit) return false;
            wakes_.try_acquire_for(std::chrono::milliseconds(5));
        }
    }
    bool settle() {
        return wait_for([&] { return !player_->is_seeking(); });
    }
    int number() const { return player_->picture() == nullptr ? -1 : support::number_in(*player_->picture()); }
    int number_at(base::Time to, SeekMode mode = SeekMode::Exact) {
        player_->seek(to, mode);
        return settle() ? number() : -2;
    }
    // After a step: its picture has come.
    int number_after_step(int pictures) {
        const auto before = player_->picture_serial();
        player_->step(pictures);
        wait_for([&] { return !player_->is_seeking() && player_->picture_serial() != before; });
        return number();
    }
    // Lets the card and the clock run, never faster than the worker can follow. `each` is called after every 10 ms.
    bool play_until(const std::function<bool()>& is_so, const std::function<void()>& each = {}) {
        const auto limit = std::chrono::steady_clock::now() + kLimit;
        while (!is_so()) {
            if (std::chrono::steady_clock::now() > limit || player_->failure()) return false;
            const base::Time before = player_->position();
            sink_.advance(std::chrono::milliseconds(10));
            player_->tick();
            if (each) each();
            if (is_picture_late()) wait_for([&] { return !is_picture_late(); });
            // The worker is a process of its own and runs by real time: a card that pulls faster than it can decode
            // would hear silence.
            wakes_.try_acquire_for(std::chrono::microseconds(player_->position() == before ? 1'000 : 200));
        }
        return true;
    }
    bool is_picture_late() const {
        const Picture* shown = player_->picture();
        return player_->is_playing() && shown != nullptr &&
               begins_ + shown->until + base::milliseconds(200) < player_->position();
    }
    bool play_to(base::Time to) {
        return play_until([&] { return player_->position() >= to; });
    }
    std::string failure() const { return player_ ? player_->failure().value_or("") : ""; }
    // Process ids of the workers that this test has running.
    static std::vector<int> workers();

    support::FakeAudioSink sink_;
    std::counting_semaphore<> wakes_{0};
    std::unique_ptr<Player> player_;
    base::Time begins_;  // of an excerpt; a picture has the times of its own file
};

}  // namespace media
