// Which way a step through a log of edits goes.
#pragma once

namespace library {

enum class Direction { Undo, Redo };

}  // namespace library
