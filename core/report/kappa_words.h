// The words that go with a kappa, wherever one is shown: never without their source and their caution.
#pragma once

#include "base/i18n.h"

#include <string>

namespace report {

// "moderate": where the source stands beside it already.
std::string band_word(base::Language language, double kappa);
// "moderate (Landis & Koch 1977)".
std::string band_text(base::Language language, double kappa);
// Why no such word settles whether it is enough.
std::string band_caution(base::Language language);

}  // namespace report
