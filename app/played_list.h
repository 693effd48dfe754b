// Moments to hear one after the other, or one at a time: the pairs behind a number, the places where two coders
// disagree. Whoever has such a list pushes PlayMoments{list}: it plays from `now`, a line of its own in the lower panel
// says which one is heard ("3 of 9"), and keys step through it (key_commands.cpp, "Moments") until Escape closes it.
// Controller moves it along (moment_actions.cpp); it stands in Model::played, where a view sees by `name` whether it is
// its own, and by `now` which row to mark. There is at most one. A value; UI thread only.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "codes/codebook.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct Moment {
    base::Span span;   // heard from `from`, and stops at `to`
    std::string text;  // one line: what is to be heard
    std::optional<codes::Colour> colour = {};
    base::Id coding = {};  // opened first where another one is open; none: whichever is open

    bool operator==(const Moment&) const = default;
};

struct PlayedList {
    std::string name;   // of whoever made it; never shown
    std::string title;  // what these moments have in common
    std::vector<Moment> moments;
    std::size_t now = 0;
    bool goes_on = false;  // to the next by itself
    bool waits = false;    // for the recording to be opened

    const Moment* current() const { return now < moments.size() ? &moments[now] : nullptr; }
    bool has(int direction) const;  // a moment to step to; 0: the one that was just heard, again
    bool step(int direction);       // false: there is none, and nothing changed

    bool operator==(const PlayedList&) const = default;
};

}  // namespace app
