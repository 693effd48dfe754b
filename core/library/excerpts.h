// Excerpts of a conversation's recording, such as clips that came in a package: recordings of their own, which begin at
// their offset in the conversation. They play where the whole recording is not at hand, and never leave again.
#pragma once

#include "library/library.h"

namespace library {

inline constexpr const char* kExcerptRole = "excerpt";

bool is_excerpt(const Recording& recording);
bool holds(const Recording& excerpt, base::Time at);  // a time of the conversation
// The one that plays at this time: it holds the time, and of those that do came last, or else the first there is; null
// where no excerpt is at hand.
const Recording* excerpt_at(const Conversation& conversation, base::Time at);

Conversation without_excerpts(Conversation conversation);
// What another copy says of the conversation, and its excerpts that are here.
Conversation with_excerpts_of(Conversation conversation, const Conversation& here);

}  // namespace library
