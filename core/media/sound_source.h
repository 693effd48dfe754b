// What the sound card plays: reads the worker's SoundRing on the card's thread, drops what is no longer wanted, ramps
// so that nothing clicks, and stamps what is heard when. The UI thread steers it by single atomic words.
#pragma once

#include "media/audio_sink.h"
#include "media/sound_clock.h"
#include "media/worker_protocol.h"

#include <array>
#include <atomic>

namespace media {

class SoundSource final : public AudioSource {
public:
    enum class Change {
        Cut,       // silence until the new sound is there
        Seamless,  // the sound before plays on until the new one has come to the same place
    };

    // Only while no card runs. `room_event` is written to when the worker waits for room in the ring.
    void attach(protocol::SoundRing* ring, int room_event);
    void detach() { attach(nullptr, -1); }
    // Likewise: the card is about to run, and its times have nothing to do with those before.
    void card_starts() { has_prediction_ = false; }

    // UI thread. The sound with this serial is to be heard, as soon as it is there; held back until let_go().
    void want(std::uint32_t serial, Change change);
    void hold();
    void let_go();
    void silence();
    void set_volume(float volume) { volume_.store(volume, std::memory_order_relaxed); }

    // Where the next sample to be handed to the card lies; for a change without a gap. `serial` 0: nothing yet.
    struct Next {
        base::Time at;
        std::uint32_t lap = 0;
        std::uint32_t serial = 0;
    };
    Next next() const;
    bool is_silent() const { return silent_.load(std::memory_order_acquire); }       // after silence(): faded out
    bool is_starving() const { return starving_.load(std::memory_order_acquire); }   // wants sound, finds none
    bool saw_nonsense() const { return nonsense_.load(std::memory_order_acquire); }  // the worker broke its promises
    std::uint32_t pulls() const { return pulls_.load(std::memory_order_relaxed); }   // how often the card has asked
    const SoundClock& clock() const { return clock_; }

    void read(float* samples, int frames, Clock::time_point heard_at) noexcept override;

private:
    struct Wish {
        std::uint32_t serial = 0;
        bool seamless = false;
        bool held = false;
    };
    static std::uint64_t packed(Wish wish);
    static Wish unpacked(std::uint64_t word);

    // The block being played; its numbers are copied out of the shared memory and checked once.
    struct Current {
        std::uint32_t serial = 0;  // 0: none
        std::uint32_t frames = 0;
        std::uint32_t offset = 0;
        base::Time at;
        base::Time until;
        std::uint32_t lap = 0;
        bool is_last = false;
    };

    Clock::time_point smoothed(Clock::time_point heard_at, int frames) noexcept;
    bool find_block(Wish wish) noexcept;
    bool go_over_to(Wish wish, std::uint32_t available) noexcept;
    Current checked(std::uint32_t number) noexcept;
    void drop(std::uint32_t count) noexcept;
    int play_block(float* out, int frames, Clock::time_point heard_at) noexcept;
    void copy(float* out, const float* from, int frames) noexcept;
    void fall_silent(float* out, int frames) noexcept;
    void publish_next() noexcept;

    std::atomic<std::uint64_t> wish_{0};
    std::atomic<float> volume_{1};
    std::atomic<bool> silent_{true};
    std::atomic<bool> starving_{false};
    std::atomic<bool> nonsense_{false};
    std::atomic<std::uint32_t> pulls_{0};
    std::atomic<std::int64_t> next_at_{0};
    std::atomic<std::uint64_t> next_lap_and_serial_{0};
    SoundClock clock_;

    // Sound card's thread, or the UI thread while no card runs.
    protocol::SoundRing* ring_ = nullptr;
    int room_event_ = -1;
    std::uint32_t taken_ = 0;  // our own count: the shared one could be changed by the worker
    std::uint32_t playing_ = 0;
    Current current_;
    float gain_ = 0;
    std::array<float, 2> last_{};  // what left last, and fades away after a cut
    std::array<float, 2> tail_{};
    bool has_prediction_ = false;
    Clock::time_point predicted_;
};

}  // namespace media
