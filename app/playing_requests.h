// What can be asked for about playing: the recording, and lists of moments.
#pragma once

#include "app/played_list.h"
#include "media/player.h"

#include <cstddef>
#include <optional>

namespace app {

struct PlayPause {};
struct Play {};  // separate, for foot pedals
struct Pause {};
struct SeekTo {
    base::Time to;
    media::SeekMode mode = media::SeekMode::Exact;
};
struct SeekBy {
    base::Time by;
};
struct StepPictures {
    int count;
};
struct ChangeSpeed {
    int steps;
};  // along media::kSpeeds; 0 is back to 1x
struct JumpToEvent {
    int direction;
};                     // -1 previous, +1 next
struct ReplayLast {};  // the last event's moment again, from a little before
struct SetLoop {
    std::optional<base::Span> span;
};
struct ToggleLoop {};  // first press: from here; second: to here; third: off
struct SelectAudioTrack {
    int track;
};
struct MuteChannel {
    int channel;
    bool muted;
};
struct SoloChannel {
    std::optional<int> channel;
};
struct SetVolume {
    float volume;
};

// A list of moments (app/played_list.h).
struct PlayMoments {
    PlayedList list;
};
struct StepMoments {
    int direction;
};  // -1 previous, +1 next, 0 again
struct HearMoment {
    std::size_t moment;
};
struct LetMomentsGoOn {
    bool goes_on;
};
struct CloseMoments {};

// The other conversations of this trainee, for what is asked of all of them.
struct GatherCodings {};

}  // namespace app
