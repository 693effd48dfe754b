// How long someone really works on a coding: the time between one sign of life and the next, idle time left out.
#pragma once

#include "base/time.h"
#include "media/audio_sink.h"

#include <chrono>
#include <optional>

namespace app {

// Nothing pressed, moved or played for longer than this: no work.
inline constexpr std::chrono::seconds kIdleAfter{60};

class ActiveTime {
public:
    // A key, the pointer, or playing, with the window in front.
    void sign_of_life(media::Clock::time_point now);
    void stop();  // another window came in front, another coding was opened

    base::Time counted() const { return counted_; }
    base::Time take();  // what was counted since the last time; counting goes on

private:
    std::optional<media::Clock::time_point> last_;
    base::Time counted_;
};

}  // namespace app
