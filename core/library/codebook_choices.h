// The codebooks that a new coding can use.
#pragma once

#include "codes/codebook.h"
#include "library/library.h"

#include <vector>

namespace library {

// Those that come with the program and those that the library holds, of each key the newest version: the shipped ones
// first, in their order, then the library's own.
std::vector<codes::Codebook> newest_codebooks(Library& library);

}  // namespace library
