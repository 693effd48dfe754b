// The list of erased conversations beside a library (library.terugblik-erased): ids and nothing else. Kept apart from
// the library, so that an older copy of it, put in its place, is erased from again.
#pragma once

#include "library/erasures.h"

#include <string>
#include <vector>

namespace library {

std::string erased_list_of(const std::string& library_path);
// All that is said by the lists in the library's folder, whatever library they were written for, and for a backup in
// those of the folder above. Lines that cannot be read say nothing.
std::vector<Tombstone> erased_beside(const std::string& library_path);
// Throws base::Error when it cannot be written.
void write_erased_list(const std::string& library_path, const std::vector<Tombstone>& tombstones);

}  // namespace library
