// The trainees' own views as the library keeps them. Each answer is durable when put() returns. UI thread only.
#pragma once

#include "codes/review.h"

#include <optional>
#include <vector>

namespace library {

class Reviews {
public:
    virtual ~Reviews() = default;

    // The one begun last; nothing when there is none, or the conversation was removed.
    virtual std::optional<codes::Review> of(const base::Id& conversation) = 0;
    virtual std::vector<codes::Review> all() = 0;  // that of each conversation, in the order in which they were begun
    // Also those that others were begun after: what a package carries.
    virtual std::vector<codes::Review> everything(const base::Id& conversation) = 0;
    // Adds it, or takes the place of the one with this id. Returns it with its next revision and the moment of the
    // change.
    virtual codes::Review put(const codes::Review& review) = 0;
    // From another copy of the library: of two versions the later one stands, whichever came first. Whether it is new.
    virtual bool take_in(const codes::Review& review) = 0;
};

// Throws base::Error when no library can hold this.
void check(const codes::Review& review);
// Of two versions of one review; the same on both sides.
bool is_later(const codes::Review& a, const codes::Review& b);

}  // namespace library
