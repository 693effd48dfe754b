// Inside of Player: what is asked of the worker, which clock is followed, and what is shown. UI thread only.
// player_impl.cpp holds the course of things, player_pictures.cpp and player_sound.cpp the two halves of it.
#pragma once

#include "media/picture_cache.h"
#include "media/player.h"
#include "media/position_history.h"
#include "media/sound_source.h"
#include "media/worker_link.h"

#include <set>

namespace media {

class Player::Impl {
public:
    Impl(const std::string& path, AudioSink& sink, std::function<void()> wake, std::function<Clock::time_point()> now);
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void tick();
    void play();
    void pause();
    void seek(base::Time to, SeekMode mode);
    void step(int pictures);
    void set_speed(double speed);
    void set_loop(std::optional<base::Span> span);
    void select_audio_track(int track);
    void sound_choice_changed();  // muted channels or the track
    std::optional<Clock::time_point> next_wake() const;

    bool is_playing() const { return state_ != State::Paused; }
    bool is_at_end() const;
    bool is_seeking() const { return waiting_request_ || is_request_open() || steps_ != 0; }
    Position position() const { return history_.at(now_()); }

    // Read and set directly by Player.
    std::optional<RecordingInfo> info_;
    std::optional<std::string> failure_;
    std::vector<std::string> warnings_;
    std::string sandbox_note_;
    double speed_ = 1;
    float volume_ = 1;
    std::optional<base::Span> loop_;
    base::Time auto_rewind_ = base::milliseconds(1500);
    int track_ = 0;
    std::uint64_t muted_ = 0;  // bit n: channel n
    std::optional<int> solo_;
    bool has_card_ = true;
    SoundSource source_;
    PositionHistory history_{source_.clock()};
    PictureCache cache_;

private:
    enum class State {
        Paused,
        Starting,  // sound waits, held back, for the first picture
        Playing
    };
    struct PictureRequest {
        base::Time from;
        SeekMode mode = SeekMode::Exact;
        std::uint32_t lead = 0;
        std::optional<base::Span> loop;
    };
    struct OpenRequest {
        std::uint32_t serial = 0;
        SeekMode mode = SeekMode::Exact;
        Clock::time_point asked;
        std::optional<base::Span> loop;
        bool is_single = false;
    };

    // player_impl.cpp
    void take(WorkerOpened& opened);
    void take(PictureArrived& arrived);
    void take(const PicturesEnded& ended);
    void take(const SoundEnded& ended) { ended_sound_ = ended.serial; }
    void take(const WorkerWarned& warned);
    void take(const WorkerFailed& failed);
    void go_to(Position target, SeekMode mode);
    void let_go_when_ready();
    void notice_end();
    void finish();
    // The loop, where playing from here leads into it or stays in it.
    std::optional<base::Span> loop_ahead_of(base::Time from) const;
    base::Time duration() const { return info_ ? info_->duration : base::Time{}; }
    bool has_video() const { return info_ && info_->video; }

    // player_pictures.cpp
    void want_pictures(const PictureRequest& request);
    void send(const PictureRequest& request);
    void send_waiting_request();
    bool is_request_open() const { return request_ && !cache_.is_answered(); }
    bool stream_covers(Position position) const;
    void show_pictures();
    void take_steps();
    bool step_within_cache();
    void request_step();
    void catch_up_pictures();

    // player_sound.cpp
    bool has_sound() const { return info_ && !info_->audio.empty(); }
    bool start_card();
    void start_sound(Position from);
    void restart_sound_without_gap();
    void stop_sound();
    protocol::PlaySound sound_request(base::Time from);
    std::uint64_t silent_channels() const;
    void look_after_card();
    bool is_card_stalled(Clock::time_point now);
    void look_after_worker();
    void follow_system_from(Clock::time_point moment);
    void go_on_when_sound_ends();
    void rejoin_sound();

    const std::function<Clock::time_point()> now_;
    AudioSink& sink_;
    std::set<std::string> said_;  // warnings
    State state_ = State::Paused;
    bool rewind_due_ = false;  // paused while playing, and not moved since
    Clock::time_point starting_since_;

    std::uint32_t picture_requests_ = 0;
    std::optional<OpenRequest> request_;             // the newest sent
    std::optional<PictureRequest> waiting_request_;  // replaces it as soon as it is answered
    std::size_t lead_ = 0;
    int steps_ = 0;                           // still to be taken
    std::optional<base::Time> stepped_from_;  // a step was asked of the worker, from the picture that began then
    std::optional<Clock::time_point> late_since_;

    std::shared_ptr<WorkerProcess> process_;
    bool card_runs_ = false;
    bool card_was_lost_ = false;
    Clock::time_point card_retry_;
    std::uint32_t pulls_ = 0;      // of the card, when last looked at
    Clock::time_point last_pull_;  // when they were seen to grow
    Clock::time_point card_stop_;  // paused: not later than this
    bool sound_on_ = false;        // asked for, for the play that goes on
    std::uint32_t sound_serial_ = 0;
    std::uint32_t ended_sound_ = 0;  // the serial whose end the worker told
    std::uint32_t system_lap_ = 0;   // when the system clock took over
    std::optional<Clock::time_point> starving_since_;

    WorkerLink link_;  // last, so its thread stops before what it uses is gone
};

}  // namespace media
