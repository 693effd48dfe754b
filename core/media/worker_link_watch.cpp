// The link's watch over its worker: when it looks, what is owed, and whether the worker gets on with it.
#include "media/worker_link.h"

#include <algorithm>

namespace media {

namespace {

using SteadyClock = std::chrono::steady_clock;

std::uint32_t steps_of(const WorkerProcess& process, protocol::Part part) {
    return process.pulse().steps[static_cast<std::size_t>(part)].load(std::memory_order_relaxed);
}

bool has_room(const protocol::SoundRing& ring) {
    return ring.written.load(std::memory_order_relaxed) - ring.taken.load(std::memory_order_relaxed) <
           protocol::kSoundBlocks;
}

bool has_room(const std::vector<std::atomic<bool>>& held, std::uint32_t most_held) {
    return std::count_if(held.begin(), held.end(), [](const auto& slot) { return slot.load(); }) < most_held;
}

}  // namespace

// A paused player that has all it asked for must not be woken.
bool WorkerLink::is_watched(const Conversation& talk) const {
    const std::lock_guard lock(mutex_);
    return !talk.is_open || debts_.waiting_since || debts_.sound != 0 || (is_playing_ && debts_.goes_on);
}

bool WorkerLink::is_hanging(Conversation& talk) {
    if (!is_watched(talk)) return false;
    Debts debts;
    {
        const std::lock_guard lock(mutex_);
        debts = debts_;
    }
    const WorkerProcess& process = *talk.process;
    const protocol::SoundRing& ring = process.sound();
    HangWatch::Look look{.now = SteadyClock::now(),
                         .waits_for_file = process.pulse().reading.load(std::memory_order_relaxed) > 0,
                         .threads = [&process] { return process.threads(); }};
    if (debts.waiting_since && look.now - *debts.waiting_since >= talk.limits.silent) return true;

    const std::uint32_t sound_steps = steps_of(process, protocol::Part::Sound);
    look.steps = steps_of(process, protocol::Part::Pictures) + talk.pictures_sent;
    if (!talk.is_open) {
        look.steps += sound_steps;
        return talk.pictures.hangs(look, talk.limits);
    }
    const bool owes_pictures = debts.waiting_since || (debts.goes_on && has_room(*talk.held, talk.most_held));
    if (!owes_pictures) talk.pictures.nothing_is_owed();
    if (owes_pictures && talk.pictures.hangs(look, talk.limits)) return true;

    look.steps = sound_steps + ring.written.load(std::memory_order_relaxed);
    const bool owes_sound = debts.sound != 0 && has_room(ring);
    if (!owes_sound) talk.sound.nothing_is_owed();
    return owes_sound && talk.sound.hangs(look, talk.limits);
}

}  // namespace media
