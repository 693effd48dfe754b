// What was done to clips and their comments, as a value: one step of undo.
#pragma once

#include "codes/clip.h"
#include "codes/edits.h"
#include "library/direction.h"

#include <string>
#include <vector>

namespace library {

using ClipChange = codes::ChangeOf<codes::Clip>;  // `after` is always there: what is removed stays, marked so
using CommentChange = codes::ChangeOf<codes::Comment>;

struct ClipEdit {
    std::vector<ClipChange> clips;
    std::vector<CommentChange> comments;

    bool is_empty() const { return clips.empty() && comments.empty(); }
};

// What a step makes of what stands: every change has what it expects and what it leaves behind.
ClipEdit turned(const ClipEdit& edit, Direction direction);

std::string to_json(const ClipEdit& edit);
ClipEdit clip_edit_from_json(const std::string& json);  // throws base::Error

}  // namespace library
