// Erasing from the backups that the library made beside itself: each that has the conversation is written anew without
// it, under another name until it is whole.
#pragma once

#include "library/erasures.h"

#include <string>
#include <vector>

namespace library {

int backups_with(const std::string& library_path, const base::Id& conversation);
// A backup that is damaged and names one of these is deleted: what it holds of others cannot be told apart from it.
// Throws base::Error or SQLite::Exception.
void erase_from_backups(const std::string& library_path, const std::vector<Tombstone>& tombstones);
// Copies that were not finished because the program was killed: of this folder and the one of the backups.
void remove_half_files(const std::string& library_path);

}  // namespace library
