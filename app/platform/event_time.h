// When an input event really happened, in the player's clock. SDL stamps an event when it is fetched, which may be a
// frame late; X11 knows the moment of the press itself, and that is used where it is plausible.
#pragma once

#include "media/audio_sink.h"

#include <SDL_events.h>
#include <optional>

namespace app {

class EventTime {
public:
    // Shown every event in turn; remembers what X11 said about the one that follows.
    void notice(const SDL_Event& event);
    media::Clock::time_point moment_of(const SDL_Event& event);

private:
    std::optional<media::Clock::time_point> from_server_;
};

// SDL's millisecond ticks in the player's clock.
media::Clock::time_point moment_of_ticks(Uint32 ticks);
// The X server's milliseconds likewise; nothing when its clock is not ours (another machine's display).
std::optional<media::Clock::time_point> moment_of_server_time(std::uint32_t server_ms, media::Clock::time_point now);

}  // namespace app
