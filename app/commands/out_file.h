// What --out may name: never a recording, nor the library itself.
#pragma once

#include "library/library.h"

#include <string>

namespace commands {

// Both throw base::Error when `out` is that very file, by whatever name or link.
void refuse_to_overwrite(const std::string& recording, const std::string& out);
void refuse_to_overwrite(library::Library& library, const std::string& library_path, const std::string& out);

}  // namespace commands
