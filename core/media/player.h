// Plays one recording: picture, sound, position, speed, loop. Used from the UI thread only; the decoder is a process of
// its own (media_worker) and never makes the caller wait. Sound is the clock: position() is what is being heard.
#pragma once

#include "media/audio_sink.h"
#include "media/frames.h"
#include "media/recording_info.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace media {

enum class SeekMode {
    Exact,    // the picture whose interval contains the time
    KeyFrame  // the nearest key frame at or before it: quick, while dragging
};

inline constexpr double kSpeeds[] = {0.5, 0.75, 1, 1.25, 1.5, 1.75, 2};

class Player {
public:
    // Opens in the background; never blocks and never throws for what is in the file. `wake` is called from another
    // thread when tick() has something new to take. `now` is the steady clock, or a test's own. The file of an excerpt
    // `begins` somewhere in a longer recording: all times here are that recording's, and info() ends with the excerpt.
    Player(const std::string& path, AudioSink& sink, std::function<void()> wake,
           std::function<Clock::time_point()> now = Clock::now, base::Time begins = {});
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    // Takes over what the worker has finished since the last call; call once per frame.
    void tick();

    bool is_open() const;  // info() is known
    const RecordingInfo& info() const;
    std::optional<std::string> failure() const;  // why this recording cannot be played (any more), for the coach
    std::vector<std::string> take_warnings();    // each said once

    void play();  // at the end: from the start; after a pause: a little earlier (auto-rewind)
    void pause();
    bool is_playing() const;
    bool is_at_end() const;

    // What is heard (playing) or shown (paused) now.
    base::Time position() const;
    // The same for another moment of the steady clock, at most a few seconds ago: maps a key press to the recording.
    base::Time position_at(Clock::time_point moment) const;

    void seek(base::Time to, SeekMode mode = SeekMode::Exact);  // the newest replaces those not yet done
    bool is_seeking() const;
    void step(int pictures);  // pauses; positive forward, negative back

    void set_speed(double speed);  // one of kSpeeds
    double speed() const;
    void set_loop(std::optional<base::Span> span);  // plays from..to again and again, exact at both ends
    std::optional<base::Span> loop() const;
    void set_auto_rewind(base::Time by);  // default 1.5 s; 0 switches it off

    // Sound. Tracks and channels count from 0.
    void select_audio_track(int track);
    int audio_track() const;
    void set_channel_muted(int channel, bool muted);
    bool is_channel_muted(int channel) const;
    void solo_channel(std::optional<int> channel);
    std::optional<int> soloed_channel() const;
    void set_volume(float volume);  // 0 to 1
    float volume() const;
    bool has_sound_card() const;  // false: runs silently by the system clock; say so

    // The picture to show now, until the next tick(); nullptr for sound without video or before the first.
    const Picture* picture() const;
    // Changes whenever picture() does, so that a texture is filled only when needed.
    std::uint64_t picture_serial() const;
    // When the next picture or position change is due while playing; a paused player needs no frames at all.
    std::optional<Clock::time_point> next_wake() const;
    // "no sandbox here: ..." where the system offers none; empty when the worker is locked in.
    std::string sandbox_note() const;

private:
    class Impl;
    base::Time begins_;
    std::optional<RecordingInfo> info_;
    std::unique_ptr<Impl> impl_;
};

}  // namespace media
