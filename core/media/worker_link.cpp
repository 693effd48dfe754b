#include "media/worker_link.h"

#include "base/error.h"
#include "media/info_json.h"
#include "media/worker_reasons.h"

#include <algorithm>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace media {

namespace {

using protocol::Kind;
using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kMostEvents = 8192;  // more without being taken is a flood
constexpr int kMostSaid = 100'000;         // by one worker in all its life; hours of work need a hundredth of it
constexpr int kMostDeaths = 2;

// The slot of one picture, given back when the last copy of the picture is let go; from any thread.
std::shared_ptr<const void> slot_of(std::shared_ptr<WorkerProcess> process,
                                    std::shared_ptr<std::vector<std::atomic<bool>>> held, std::uint32_t slot,
                                    const void* plane) {
    return {plane, [process = std::move(process), held = std::move(held), slot](const void*) {
                (*held)[slot].store(false);
                process->send(Kind::ReleasePicture, protocol::ReleasePicture{slot});
            }};
}

}  // namespace

WorkerLink::WorkerLink(std::string path, std::function<void()> wake, std::chrono::milliseconds patience)
    : path_(std::move(path)),
      wake_(std::move(wake)),
      patience_(patience),
      nudge_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

WorkerLink::~WorkerLink() {
    thread_.request_stop();
    nudge();
}

std::vector<LinkEvent> WorkerLink::take_events() {
    const std::lock_guard lock(mutex_);
    if (process_ && process_->has_unsent()) nudge();
    return std::exchange(events_, {});
}

void WorkerLink::show_pictures(const protocol::ShowPictures& request) {
    std::vector<LinkEvent> stale;  // let go outside the lock
    std::shared_ptr<WorkerProcess> process;
    {
        const std::lock_guard lock(mutex_);
        newest_pictures_ = request.serial;
        process = process_;
        if (process) waiting_since_ = SteadyClock::now();
        const auto is_stale = [](const LinkEvent& event) { return std::holds_alternative<PictureArrived>(event); };
        const auto kept = std::stable_partition(events_.begin(), events_.end(), std::not_fn(is_stale));
        std::move(kept, events_.end(), std::back_inserter(stale));
        events_.erase(kept, events_.end());
    }
    stale.clear();
    if (!process) return;
    process->send(Kind::ShowPictures, request);
    nudge();
}

void WorkerLink::play_sound(const protocol::PlaySound& request) {
    if (const auto worker = process()) worker->send(Kind::PlaySound, request);
    nudge();
}

void WorkerLink::stop_sound(std::uint32_t serial) {
    if (const auto worker = process()) worker->send(Kind::StopSound, protocol::SerialOnly{serial});
    nudge();
}

void WorkerLink::give_up_on_worker() {
    if (const auto worker = process()) worker->kill();
}

std::shared_ptr<WorkerProcess> WorkerLink::process() const {
    const std::lock_guard lock(mutex_);
    return process_;
}

void WorkerLink::nudge() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t ignored = ::write(nudge_.get(), &one, sizeof one);
}

void WorkerLink::post(LinkEvent event) {
    {
        const std::lock_guard lock(mutex_);
        events_.push_back(std::move(event));
    }
    if (wake_) wake_();
}

void WorkerLink::run(const std::stop_token& stop) {
    try {
        const base::OwnedFd recording = base::open_for_reading(path_);
        for (int deaths = 0; deaths < kMostDeaths; ++deaths) {
            if (converse(stop, recording)) return;
        }
        post(WorkerFailed{failure_sentence("damaged", path_)});
    } catch (const std::exception& error) {
        post(WorkerFailed{error.what()});
    }
}

// With one worker, from its start to its end. True when there is nothing more to do: stopped, or failed for a reason.
bool WorkerLink::converse(const std::stop_token& stop, const base::OwnedFd& recording) {
    Conversation talk;
    talk.process = std::make_shared<WorkerProcess>(recording);
    {
        const std::lock_guard lock(mutex_);
        waiting_since_ = SteadyClock::now();
    }
    talk.process->send(Kind::Open);
    bool lives = true;
    while (lives && !stop.stop_requested()) {
        wait_for_something(*talk.process);
        talk.process->flush();
        lives = drain(talk) && !is_hanging(*talk.process);
    }
    talk.process->kill();
    const std::lock_guard lock(mutex_);
    process_.reset();
    return stop.stop_requested() || has_failed_;
}

void WorkerLink::wait_for_something(const WorkerProcess& process) {
    int timeout = -1;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_since_) {
            const auto left = *waiting_since_ + patience_ - SteadyClock::now();
            const auto until_next_look = std::chrono::ceil<std::chrono::milliseconds>(left);
            timeout = static_cast<int>(std::max(until_next_look, patience_ / 4).count());
        }
    }
    const auto events = static_cast<short>(process.has_unsent() ? POLLIN | POLLOUT : POLLIN);
    pollfd waiting[] = {{process.socket(), events, 0}, {nudge_.get(), POLLIN, 0}};
    ::poll(waiting, 2, timeout);
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t ignored = ::read(nudge_.get(), &count, sizeof count);
}

bool WorkerLink::is_hanging(const WorkerProcess& process) const {
    SteadyClock::duration silent{};
    {
        const std::lock_guard lock(mutex_);
        if (!waiting_since_) return false;
        silent = SteadyClock::now() - *waiting_since_;
    }
    return silent >= kPatienceAtWork || (silent >= patience_ && process.is_idle());
}

// Everything that lies in the socket. False when the worker is gone or talks nonsense.
bool WorkerLink::drain(Conversation& talk) {
    WorkerMessage message;
    for (;;) {
        switch (talk.process->receive(message)) {
            case WorkerProcess::Heard::Nothing:
                return true;
            case WorkerProcess::Heard::Nonsense:
            case WorkerProcess::Heard::Gone:
                return false;
            case WorkerProcess::Heard::Message:
                if (!understand(talk, message)) return false;
                const std::lock_guard lock(mutex_);
                if (events_.size() > kMostEvents) return false;
        }
    }
}

bool WorkerLink::understand(Conversation& talk, const WorkerMessage& message) {
    {
        const std::lock_guard lock(mutex_);
        if (waiting_since_) waiting_since_ = SteadyClock::now();  // it works, and may take its time
    }
    if (message.kind != Kind::PictureReady && ++talk.said > kMostSaid) return false;
    switch (message.kind) {
        case Kind::Ready: {
            const auto ready = message.as<protocol::Ready>();
            talk.sandboxed = ready.sandboxed;
            return ready.version == protocol::kVersion;
        }
        case Kind::Opened:
            return open(talk, message);
        case Kind::PictureReady:
            return take_picture(talk, message.as<protocol::PictureReady>());
        case Kind::PicturesEnd: {
            const auto end = message.as<protocol::SerialOnly>();
            {
                const std::lock_guard lock(mutex_);
                if (end.serial == newest_pictures_) waiting_since_.reset();
            }
            post(PicturesEnded{end.serial});
            return true;
        }
        case Kind::SoundEnd:
            post(SoundEnded{message.as<protocol::SerialOnly>().serial});
            return true;
        case Kind::Warning:
        case Kind::Failed:
            return fail_or_warn(talk, message);
        case Kind::Progress:
            return true;
        default:
            return false;
    }
}

bool WorkerLink::open(Conversation& talk, const WorkerMessage& message) {
    const auto opened = message.as<protocol::Opened>();
    std::optional<RecordingInfo> info = info_from_json(message.text);
    if (talk.is_open || !info || !is_possible(opened)) return false;
    for (std::string& warning : info->warnings) warning = warning_sentence(warning, path_);
    talk.is_open = true;
    talk.layout = {opened.slots, opened.slot_bytes};
    talk.held = std::make_shared<std::vector<std::atomic<bool>>>(opened.slots);
    {
        const std::lock_guard lock(mutex_);
        waiting_since_.reset();
        process_ = talk.process;
    }
    post(WorkerOpened{*std::move(info), talk.process, opened.slots, talk.sandboxed});
    return true;
}

bool WorkerLink::take_picture(Conversation& talk, const protocol::PictureReady& ready) {
    std::optional<Picture> picture = checked_picture(ready, talk.layout, talk.process->pictures());
    if (!picture || (*talk.held)[ready.slot].exchange(true)) return false;
    picture->slot = slot_of(talk.process, talk.held, ready.slot, picture->planes[0]);
    {
        const std::lock_guard lock(mutex_);
        if (ready.serial != newest_pictures_) return true;  // stale: let go right here
        waiting_since_.reset();
        events_.emplace_back(PictureArrived{ready.serial, *std::move(picture), ready.lap, ready.is_lead != 0});
    }
    if (wake_) wake_();
    return true;
}

// What one stream lacks does not end the other.
bool WorkerLink::fail_or_warn(Conversation& talk, const WorkerMessage& message) {
    const std::string_view key = reason_key(message.text);
    const bool goes_on = message.kind == Kind::Warning || (talk.is_open && (key == "no_sound" || key == "no_picture"));
    if (goes_on) {
        post(WorkerWarned{warning_sentence(message.text, path_)});
        return true;
    }
    has_failed_ = true;
    post(WorkerFailed{failure_sentence(message.text, path_)});
    return false;
}

}  // namespace media
