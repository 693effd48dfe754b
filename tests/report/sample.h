// A coded conversation as a coach would leave it, for the tests of the report.
#pragma once

#include "report/report.h"

namespace sample {

codes::Codebook codebook();
// 31 minutes, 43 events, words of the coach in `language`'s spirit; issued as version 1.
report::Sources conversation();
// The same with everything that a codebook can ask for: evidence, a transcript, curves, the trainee's own view.
report::Sources full_conversation();
// The first with nothing in it.
report::Sources empty_conversation();

}  // namespace sample
