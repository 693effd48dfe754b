// Which way a step through a log of edits goes.
#pragma once

namespace library {

enum class Direction { Undo, Redo };

// How the log says where an edit is.
inline constexpr int kStands = 0;
inline constexpr int kUndone = 1;

}  // namespace library
