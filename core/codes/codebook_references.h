// What must hold between the parts of a codebook: names that exist, names that are unique. Only for its reader.
#pragma once

#include "codes/document.h"

namespace codes {

// `top` is the document that `codebook` was read from; throws base::Error that names the place of the mistake.
void check_references(const Place& top, const Codebook& codebook);

}  // namespace codes
