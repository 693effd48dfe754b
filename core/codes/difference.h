// What makes the one state of a coding the other, as one edit: for a newer revision of it that came from elsewhere.
#pragma once

#include "codes/edits.h"

namespace codes {

// Only what differs; no changes where nothing does. Who coded which conversation, and when that began, is not asked.
Edit difference(const Coding& from, const Coding& to);

}  // namespace codes
