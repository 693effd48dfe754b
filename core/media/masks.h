// What must not be seen or heard in a file that is written. Masked pictures and sound are gone before anything is
// encoded, so nothing of them is in the file.
//
// How far each mask protects:
// - Blurred parts become a mosaic of at most four cells along the longer side, taken anew only once a second: nothing
// is
//   left to sharpen, and movement does not fill it in. What moves out of the part is seen.
// - Muted sound and beeps are digital silence and a tone. A voice that another channel's microphone picked up is still
//   heard there: in mixed sound mute stretches, not a channel.
// - A shifted voice is lower or higher by an amount that wanders at random and is kept nowhere. It keeps listeners from
//   recognising a voice by ear; it does not make anyone anonymous. Words, accent and manner of speaking stay, much of
//   the shift can be undone, and software that compares voices may still find the speaker. Who must not be recognised
//   has to be muted.
// Times are the recording's.
#pragma once

#include "base/time.h"

#include <optional>
#include <vector>

namespace media {

// A part of the upright picture, in fractions of its width and height. Whole as it stands here.
struct Region {
    double left = 0;
    double top = 0;
    double width = 1;
    double height = 1;
};

struct VoiceMask {
    enum class Way { Mute, Shift };

    Way way = Way::Mute;
    std::optional<int> channel;    // from 0; nothing: every channel
    std::vector<base::Span> when;  // nothing: all the time
};

struct Masks {
    std::vector<Region> blurred;
    std::vector<VoiceMask> voices;
    std::vector<base::Span> beeps;  // a tone, and nothing else, in every channel
};

}  // namespace media
