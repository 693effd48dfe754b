// What an export may never take the place of, by whatever name or link it is reached.
#pragma once

#include "library/library.h"

#include <string>
#include <vector>

namespace library {

// The library's own file, whether there yet or not, with its journals and backups.
std::vector<std::string> files_of_library(const std::string& library_path);

// Throws base::Error when `out` is one of these.
void refuse_to_overwrite(const std::vector<std::string>& guarded, const std::string& out);
// The same for what is exported from this library, which may not be named as a library either.
void check_export(Library& library, const std::string& out);
void check_export(const std::vector<std::string>& guarded, const std::string& out);

}  // namespace library
