// A key as it came from the keyboard, with the moment of the press in the clock that the player knows.
#pragma once

#include "media/audio_sink.h"

#include <SDL_events.h>

namespace app {

struct KeyPress {
    SDL_KeyboardEvent event;  // SDL_KEYDOWN or SDL_KEYUP
    media::Clock::time_point at;
};

}  // namespace app
