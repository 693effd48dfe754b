// The player's side of the worker: opens the recording, starts a worker for it, reads what it says, notices when it
// dies or hangs, and starts it again at once. The second death ends it: the file is damaged. A worker that did well for
// WorkerLimits::good_while in between has earned the recording its second chance again, so that an hour of coding is
// not ended by two mishaps far apart. The link's thread only hands over events; requests go down from the UI thread.
#pragma once

#include "media/frames.h"
#include "media/hang_watch.h"
#include "media/recording_info.h"
#include "media/worker_process.h"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace media {

// A worker has the recording open: the first time, or again after the one before died. Requests must be made (again).
struct WorkerOpened {
    RecordingInfo info;
    std::shared_ptr<WorkerProcess> process;
    std::uint32_t slots = 0;
    std::uint32_t sandboxed = 0;
};
struct PictureArrived {
    std::uint32_t serial = 0;
    Picture picture;
    std::uint32_t lap = 0;
    bool is_lead = false;
};
struct PicturesEnded {
    std::uint32_t serial = 0;
};
struct SoundEnded {
    std::uint32_t serial = 0;
};
struct WorkerWarned {
    std::string sentence;
};
struct WorkerFailed {  // for good; in the coach's words
    std::string sentence;
};
using LinkEvent = std::variant<WorkerOpened, PictureArrived, PicturesEnded, SoundEnded, WorkerWarned, WorkerFailed>;

class WorkerLink {
public:
    // `wake` is called on the link's thread when there are events to take.
    WorkerLink(std::string path, std::function<void()> wake, const WorkerLimits& limits = {});
    ~WorkerLink();
    WorkerLink(const WorkerLink&) = delete;
    WorkerLink& operator=(const WorkerLink&) = delete;

    std::vector<LinkEvent> take_events();

    // Pictures of earlier requests are let go at once, also those not yet taken.
    void show_pictures(const protocol::ShowPictures& request);
    void play_sound(const protocol::PlaySound& request);
    void stop_sound(std::uint32_t serial);
    // While playing, a worker is watched that owes nothing at the moment but the pictures to come.
    void keep_watch(bool is_playing);
    // The worker broke its promises in a way that only the player can see: it is ended as if it had died.
    void give_up_on_worker();

private:
    // What is known of one worker; the link's thread only.
    struct Conversation {
        std::shared_ptr<WorkerProcess> process;
        SlotLayout layout;
        std::shared_ptr<std::vector<std::atomic<bool>>> held;  // slots that are not yet released
        std::uint32_t most_held = 0;                           // of these at a time
        std::uint32_t sandboxed = 0;
        bool is_open = false;
        std::chrono::steady_clock::time_point opened_at;
        int said = 0;                     // messages without a picture
        std::uint32_t pictures_sent = 0;  // and those with one
        WorkerLimits limits;
        HangWatch pictures;  // and all of the opening
        HangWatch sound;
    };
    // What was asked of the worker and has not come to its end.
    struct Debts {
        std::uint32_t pictures = 0;  // serial of the last ShowPictures
        bool goes_on = false;        // it sends pictures as slots come free
        std::uint32_t sound = 0;     // serial of the PlaySound for which it keeps the ring filled; 0: none
        // An answer is due: to Open, or the picture asked for. Each word of the worker's begins it anew.
        std::optional<std::chrono::steady_clock::time_point> waiting_since;
    };
    enum class Ending { ForGood, TooSoon, AfterAGoodWhile };

    void run(const std::stop_token& stop);
    Ending converse(const std::stop_token& stop, const base::OwnedFd& recording);
    void wait_for_something(const Conversation& talk);
    bool is_watched(const Conversation& talk) const;
    bool is_hanging(Conversation& talk);
    bool drain(Conversation& talk);
    bool understand(Conversation& talk, const WorkerMessage& message);
    bool open(Conversation& talk, const WorkerMessage& message);
    bool take_picture(Conversation& talk, const protocol::PictureReady& ready);
    bool fail_or_warn(Conversation& talk, const WorkerMessage& message);
    void post(LinkEvent event);
    void nudge();
    std::shared_ptr<WorkerProcess> owing_sound(std::uint32_t serial);

    const std::string path_;
    const std::function<void()> wake_;
    const WorkerLimits limits_;
    base::OwnedFd nudge_;

    mutable std::mutex mutex_;
    std::shared_ptr<WorkerProcess> process_;  // under mutex_; none while there is no open worker
    std::vector<LinkEvent> events_;           // under mutex_
    Debts debts_;                             // under mutex_
    bool is_playing_ = false;                 // under mutex_
    bool has_failed_ = false;                 // the link's thread only

    std::jthread thread_;  // last, so it stops before what it uses is gone
};

}  // namespace media
