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

std::chrono::milliseconds patience_for(const VideoInfo& video, std::chrono::milliseconds usual) {
    constexpr std::int64_t kUsual = 8'300'000;  // pixels
    return usual * std::max<std::int64_t>(std::int64_t{video.width} * video.height / kUsual, 1);
}

}  // namespace

WorkerLink::WorkerLink(std::string path, std::function<void()> wake, const WorkerLimits& limits)
    : path_(std::move(path)),
      wake_(std::move(wake)),
      limits_(limits),
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
        debts_.pictures = request.serial;
        debts_.goes_on = request.single == 0;
        process = process_;
        if (process) debts_.waiting_since = SteadyClock::now();
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
    if (const auto worker = owing_sound(request.serial)) worker->send(Kind::PlaySound, request);
    nudge();
}

void WorkerLink::stop_sound(std::uint32_t serial) {
    if (const auto worker = owing_sound(0)) worker->send(Kind::StopSound, protocol::SerialOnly{serial});
    nudge();
}

void WorkerLink::keep_watch(bool is_playing) {
    {
        const std::lock_guard lock(mutex_);
        if (is_playing_ == is_playing) return;
        is_playing_ = is_playing;
    }
    nudge();
}

void WorkerLink::give_up_on_worker() {
    const std::lock_guard lock(mutex_);
    if (process_) process_->kill();
}

std::shared_ptr<WorkerProcess> WorkerLink::owing_sound(std::uint32_t serial) {
    const std::lock_guard lock(mutex_);
    debts_.sound = process_ ? serial : 0;
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
        for (int deaths = 0; deaths < kMostDeaths;) {
            const Ending ending = converse(stop, recording);
            if (ending == Ending::ForGood) return;
            deaths = ending == Ending::AfterAGoodWhile ? 1 : deaths + 1;
        }
        post(WorkerFailed{failure_sentence("damaged", path_)});
    } catch (const std::exception& error) {
        post(WorkerFailed{error.what()});
    }
}

// With one worker, from its start to its end. For good: stopped, or failed for a reason.
WorkerLink::Ending WorkerLink::converse(const std::stop_token& stop, const base::OwnedFd& recording) {
    Conversation talk;
    talk.limits = limits_;
    talk.process = std::make_shared<WorkerProcess>(recording);
    {
        const std::lock_guard lock(mutex_);
        debts_ = {};
        debts_.waiting_since = SteadyClock::now();
    }
    talk.process->send(Kind::Open);
    bool lives = true;
    while (lives && !stop.stop_requested()) {
        wait_for_something(talk);
        talk.process->flush();
        lives = drain(talk) && !is_hanging(talk);
    }
    talk.process->kill();
    const std::lock_guard lock(mutex_);
    process_.reset();
    if (stop.stop_requested() || has_failed_) return Ending::ForGood;
    const bool did_well = talk.is_open && SteadyClock::now() - talk.opened_at >= limits_.good_while;
    return did_well ? Ending::AfterAGoodWhile : Ending::TooSoon;
}

void WorkerLink::wait_for_something(const Conversation& talk) {
    const WorkerProcess& process = *talk.process;
    const int timeout =
        is_watched(talk) ? static_cast<int>(std::max<std::int64_t>(limits_.standing.count() / 8, 1)) : -1;
    const auto events = static_cast<short>(process.has_unsent() ? POLLIN | POLLOUT : POLLIN);
    pollfd waiting[] = {{process.socket(), events, 0}, {nudge_.get(), POLLIN, 0}};
    ::poll(waiting, 2, timeout);
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t ignored = ::read(nudge_.get(), &count, sizeof count);
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
        if (debts_.waiting_since) debts_.waiting_since = SteadyClock::now();  // it works, and may take its time
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
                if (end.serial == debts_.pictures) {
                    debts_.waiting_since.reset();
                    debts_.goes_on = false;
                }
            }
            post(PicturesEnded{end.serial});
            return true;
        }
        case Kind::SoundEnd: {
            const auto end = message.as<protocol::SerialOnly>();
            {
                const std::lock_guard lock(mutex_);
                if (end.serial == debts_.sound) debts_.sound = 0;
            }
            post(SoundEnded{end.serial});
            return true;
        }
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
    talk.opened_at = SteadyClock::now();
    if (info->video) talk.limits.computing = patience_for(*info->video, limits_.computing);
    talk.layout = {opened.slots, opened.slot_bytes};
    talk.most_held = std::min(opened.slots, opened.held_at_most);
    talk.held = std::make_shared<std::vector<std::atomic<bool>>>(opened.slots);
    {
        const std::lock_guard lock(mutex_);
        debts_ = {};
        process_ = talk.process;
    }
    post(WorkerOpened{*std::move(info), talk.process, talk.most_held, talk.sandboxed});
    return true;
}

bool WorkerLink::take_picture(Conversation& talk, const protocol::PictureReady& ready) {
    ++talk.pictures_sent;
    std::optional<Picture> picture = checked_picture(ready, talk.layout, talk.process->pictures());
    if (!picture || (*talk.held)[ready.slot].exchange(true)) return false;
    picture->slot = slot_of(talk.process, talk.held, ready.slot, picture->planes[0]);
    {
        const std::lock_guard lock(mutex_);
        if (ready.serial != debts_.pictures) return true;  // stale: let go right here
        debts_.waiting_since.reset();
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
