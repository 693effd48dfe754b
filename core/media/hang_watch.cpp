#include "media/hang_watch.h"

#include <algorithm>

namespace media {

namespace {

bool stands_still(const HangWatch::Threads& threads, bool waits_for_file) {
    const auto works = [](const auto& thread) { return thread.state == 'R' || thread.state == 'D'; };
    const auto is_stopped = [](const auto& thread) { return thread.state == 'T'; };
    if (threads.empty() || std::any_of(threads.begin(), threads.end(), works)) return false;
    return !waits_for_file || std::all_of(threads.begin(), threads.end(), is_stopped);
}

}  // namespace

bool HangWatch::hangs(const Look& look, const WorkerLimits& limits) {
    if (steps_ != look.steps) {
        steps_ = look.steps;
        since_then_.reset();
        stands_since_.reset();
        return false;
    }
    const Threads threads = look.threads();
    if (!since_then_) since_then_ = threads;
    if (loops(threads, limits)) return true;
    if (!stands_still(threads, look.waits_for_file)) {
        stands_since_.reset();
        return false;
    }
    if (!stands_since_) stands_since_ = look.now;
    return look.now - *stands_since_ >= limits.standing;
}

// By each thread for itself: many at work on pictures of their own may take long together for the next step.
bool HangWatch::loops(const Threads& threads, const WorkerLimits& limits) const {
    return std::any_of(threads.begin(), threads.end(), [&](const auto& thread) {
        const auto before = std::find_if(since_then_->begin(), since_then_->end(),
                                         [&](const auto& other) { return other.id == thread.id; });
        const auto used_before = before == since_then_->end() ? std::chrono::milliseconds::zero() : before->used;
        return thread.used - used_before >= limits.computing;
    });
}

}  // namespace media
