#include "app/platform/event_time.h"

#include <SDL_syswm.h>
#include <SDL_timer.h>
#include <utility>

namespace app {

using std::chrono::milliseconds;

void EventTime::notice(const SDL_Event& event) {
    if (event.type != SDL_SYSWMEVENT) return;
#ifdef SDL_VIDEO_DRIVER_X11
    const SDL_SysWMmsg& message = *event.syswm.msg;
    if (message.subsystem != SDL_SYSWM_X11) return;
    const XEvent& x = message.msg.x11.event;
    if (x.type == KeyPress || x.type == KeyRelease)
        from_server_ = moment_of_server_time(static_cast<std::uint32_t>(x.xkey.time), media::Clock::now());
    else if (x.type == ButtonPress || x.type == ButtonRelease)
        from_server_ = moment_of_server_time(static_cast<std::uint32_t>(x.xbutton.time), media::Clock::now());
#endif
}

media::Clock::time_point EventTime::moment_of(const SDL_Event& event) {
    const media::Clock::time_point fetched = moment_of_ticks(event.common.timestamp);
    const auto pressed = std::exchange(from_server_, std::nullopt);
    const bool is_its_own =
        pressed && *pressed <= fetched + milliseconds(5) && fetched - *pressed < milliseconds(1'000);
    return is_its_own ? *pressed : fetched;
}

media::Clock::time_point moment_of_ticks(Uint32 ticks) {
    const Uint32 ago = SDL_GetTicks() - ticks;  // unsigned: right across the wrap after 49 days
    const bool plausible = ticks != 0 && ago < 10'000;
    return media::Clock::now() - milliseconds(plausible ? ago : 0);
}

std::optional<media::Clock::time_point> moment_of_server_time(std::uint32_t server_ms, media::Clock::time_point now) {
    // A server on this machine counts the milliseconds of the same monotonic clock, cut to 32 bits.
    const auto now_ms =
        static_cast<std::uint32_t>(std::chrono::duration_cast<milliseconds>(now.time_since_epoch()).count());
    const std::uint32_t ago = now_ms - server_ms;
    if (ago > 2'000) return {};
    return now - milliseconds(ago);
}

}  // namespace app
