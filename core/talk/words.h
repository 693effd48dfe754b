// What was said at a coded moment, where a transcript knows.
#pragma once

#include "talk/turn.h"

namespace talk {

// The words of `role` in `span`: of every turn that the span reaches into. A point is a span without length; where
// nobody of that role speaks at it, the turn that ended last, at most `kHeardBefore` earlier, since a coder presses the
// key when she has heard it. Role::Unknown takes anybody's words. `turns` are in order of their beginning.
inline constexpr base::Time kHeardBefore = base::seconds(4);
std::string words_at(const std::vector<Turn>& turns, base::Span span, Role role);

}  // namespace talk
