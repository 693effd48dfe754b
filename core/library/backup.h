// Whole copies of a library: in a folder `backups` beside it, one a day, and wherever the coach asks.
#pragma once

#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace library {

inline constexpr std::size_t kBackupsKept = 5;

// A consistent copy through SQLite's backup API, checked, then named and on the disk. Refuses to replace a file. Throws
// base::Error or SQLite::Exception; leaves no half file.
void copy_library(SQLite::Database& library, const std::string& to);

// Beside `library_path`, today's backup, if there is none yet; then only the newest few are kept.
void rotate_backups(SQLite::Database& library, const std::string& library_path);
// A backup that rotation leaves alone, before the file gets a new version. Returns its path.
std::string backup_before_migration(SQLite::Database& library, const std::string& library_path, int version);

std::string backup_folder(const std::string& library_path);
std::vector<std::string> backups_of(const std::string& library_path);  // newest first
// The newest that passes SQLite's own check; empty when there is none.
std::string newest_good_backup(const std::string& library_path);

}  // namespace library
