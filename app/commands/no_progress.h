// For long work on the command line, where nobody watches a bar and Ctrl-C is the way to stop.
#pragma once

#include "base/job.h"

namespace commands {

class NoProgress {
public:
    const base::Progress& get() const { return progress_; }

private:
    std::atomic<float> fraction_{0};
    base::Progress progress_{std::stop_token{}, fraction_};
};

}  // namespace commands
