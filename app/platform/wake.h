// Wakes the waiting window from any thread; many calls before it wakes are one.
#pragma once

#include <SDL_events.h>
#include <atomic>
#include <functional>
#include <memory>

namespace app {

class Wake {
public:
    Wake() : type_(SDL_RegisterEvents(1)), pending_(std::make_shared<std::atomic<bool>>(false)) {}

    std::function<void()> function() const {
        return [type = type_, pending = pending_] {
            if (pending->exchange(true)) return;
            SDL_Event event{};
            event.type = type;
            SDL_PushEvent(&event);
        };
    }
    // True, once, when this event is a wake-up.
    bool is_mine(const SDL_Event& event) {
        if (event.type != type_) return false;
        pending_->store(false);
        return true;
    }

private:
    Uint32 type_;
    std::shared_ptr<std::atomic<bool>> pending_;
};

}  // namespace app
