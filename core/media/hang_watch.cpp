#include "media/hang_watch.h"

namespace media {

bool HangWatch::hangs(const Look& look, const WorkerLimits& limits) {
    if (!last_step_ || look.steps != last_step_->number) {
        last_step_ = Step{look.steps, look.processor};
        stands_since_.reset();
        return false;
    }
    if (look.processor - last_step_->processor >= limits.computing) return true;
    if (!look.stands_still()) {
        stands_since_.reset();
        return false;
    }
    if (!stands_since_) stands_since_ = look.now;
    return look.now - *stands_since_ >= limits.standing;
}

}  // namespace media
