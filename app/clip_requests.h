// What can be asked for about clips and their threads.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "codes/clip.h"

#include <string>
#include <vector>

namespace app {

struct MakeClip {};  // of the selected codes, else the loop, else what was just heard
struct MakeClips {
    std::vector<codes::Clip> clips;  // by a rule: span, title and kind are said
};
struct ChangeClip {
    codes::Clip clip;
};
struct RemoveClip {
    base::Id clip;
};
struct HoldClip {
    base::Id clip;
};  // the one that keys and the panel are about; none: let go
struct StepClips {
    int direction;
};  // and plays it
struct PlayClip {
    base::Id clip;  // none: the one in hand
};
enum class ClipEdge { In, Out };
struct SetClipEdge {
    ClipEdge edge;
};  // of the clip in hand, where the playhead is
struct PlayReel {};

struct StartComment {
    base::Id reply_to;  // a comment of the clip in hand, or none
};                      // pauses
struct FinishComment {
    std::string text;
};                         // saves and plays on
struct AbandonComment {};  // what is spoken is thrown away, too
struct RemoveComment {
    base::Id comment;
};
struct SpeakComment {};  // begins to record, or ends and saves
struct HearComment {
    base::Id comment;
};

struct SayAgain {
    base::Id clip;
};  // plays up to what was answered, then takes down what would be said now; none: the clip in hand
struct HearBoth {
    base::Id comment;
};  // what was answered, then what was said again
struct HoldAnswer {
    base::Id comment;
};  // codes go to it, not to the recording; none: let go

enum class ReelFiles { OneFilm, SeparateClips };
struct SaveReel {
    ReelFiles files;
    std::string path;  // of the film, or the folder; empty: ask
};
struct CancelReel {};

}  // namespace app
