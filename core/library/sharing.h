// Whether a conversation may leave the library: be reported on, exported or packed. Everything that lets something out
// asks here first. Playing needs nothing of this: the owner may always look.
#pragma once

#include "library/consents.h"
#include "library/library.h"

#include <optional>
#include <string>

namespace library {

// A practice conversation or role play has no client in it: there the people take part in the training themselves, and
// a consent is asked for only when there was one, which has ended.
bool needs_consent(Kind kind);

// In words for the coach, with what to do about it; nothing: it may. With a purpose, the consent must be for that too.
std::optional<std::string> reason_not_to_share(Library& library, const base::Id& conversation, base::Timestamp now,
                                               std::optional<ConsentPurpose> purpose = {});
// Throws it as base::Error.
void require_may_share(Library& library, const base::Id& conversation, std::optional<ConsentPurpose> purpose = {});

}  // namespace library
