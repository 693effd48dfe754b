#include "app/active_time.h"

#include <utility>

namespace app {

void ActiveTime::sign_of_life(media::Clock::time_point now) {
    if (last_ && now > *last_ && now - *last_ <= kIdleAfter)
        counted_ += base::microseconds(std::chrono::duration_cast<std::chrono::microseconds>(now - *last_).count());
    last_ = now;
}

void ActiveTime::stop() {
    last_.reset();
}

base::Time ActiveTime::take() {
    return std::exchange(counted_, base::Time{});
}

}  // namespace app
