#include "library/backup.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/time.h"
#include "library/files.h"
#include "library/schema.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <regex>

namespace library {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDayLength = 10;  // 2026-11-22

bool is_sound(SQLite::Database& database) {
    return database.execAndGet("PRAGMA quick_check(1)").getString() == "ok";
}

bool is_good_backup(const std::string& path) {
    try {
        SQLite::Database database(path, SQLite::OPEN_READONLY);
        return database.execAndGet("PRAGMA application_id").getInt() == kApplicationId && is_sound(database);
    } catch (const SQLite::Exception&) {
        return false;
    }
}

std::string in_backup_folder(const std::string& library_path, const std::string& addition) {
    const fs::path library(library_path);
    return (fs::path(backup_folder(library_path)) / (library.stem().string() + addition + library.extension().string()))
        .string();
}

void make_backup_folder(const std::string& library_path) {
    std::error_code failed;
    const bool is_new = fs::create_directories(backup_folder(library_path), failed);
    if (failed) {
        throw base::Error(fmt::format(fmt::runtime(_("{}: cannot make this folder ({}).")), backup_folder(library_path),
                                      base::system_reason(failed.value())));
    }
    if (is_new) {
        fs::permissions(backup_folder(library_path), fs::perms::owner_all, failed);
        sync_folder(folder_of(library_path));
    }
}

// The library's backups whose names have `pattern` between its stem and its extension.
std::vector<fs::path> backups_named(const std::string& library_path, const char* pattern) {
    const fs::path library(library_path);
    const std::string stem = library.stem().string();
    const std::string extension = library.extension().string();
    const std::regex addition(pattern);
    std::vector<fs::path> found;
    std::error_code missing;
    for (const fs::directory_entry& entry : fs::directory_iterator(backup_folder(library_path), missing)) {
        const std::string name = entry.path().filename().string();
        if (name.size() < stem.size() + extension.size() || name.rfind(stem, 0) != 0) continue;
        if (name.substr(name.size() - extension.size()) != extension) continue;
        const std::string between = name.substr(stem.size(), name.size() - stem.size() - extension.size());
        if (std::regex_match(between, addition)) found.push_back(entry.path());
    }
    std::sort(found.rbegin(), found.rend());
    return found;
}

}  // namespace

void copy_library(SQLite::Database& library, const std::string& to) {
    if (fs::exists(fs::symlink_status(to)) || fs::exists(to + "-wal")) refuse_existing(to);
    const HalfFile half(to, "backup");
    {
        SQLite::Database copy(half.path(), SQLite::OPEN_READWRITE);
        copy.exec("PRAGMA synchronous = FULL");
        SQLite::Backup(copy, library).executeStep();
        // The copy says "WAL" as its source does; a backup is one file that opens in a read-only folder too.
        copy.exec("PRAGMA journal_mode = DELETE");
        if (!is_sound(copy)) {
            throw base::Error(fmt::format(fmt::runtime(_("{}: the copy could not be made without damage.")), to));
        }
    }
    if (!rename_to_new(half.path(), to)) refuse_existing(to);
}

std::string backup_folder(const std::string& library_path) {
    return (fs::path(library_path).parent_path() / "backups").string();
}

void rotate_backups(SQLite::Database& library, const std::string& library_path) {
    make_backup_folder(library_path);
    const std::string today = base::to_iso8601(base::now()).substr(0, kDayLength);
    const std::string path = in_backup_folder(library_path, "-" + today);
    if (!fs::exists(path)) copy_library(library, path);
    const std::vector<fs::path> daily = backups_named(library_path, R"(-\d{4}-\d\d-\d\d)");
    for (std::size_t at = kBackupsKept; at < daily.size(); ++at) {
        std::error_code ignored;
        fs::remove(daily[at], ignored);
    }
}

std::string backup_before_migration(SQLite::Database& library, const std::string& library_path, int version) {
    make_backup_folder(library_path);
    const std::string day = base::to_iso8601(base::now()).substr(0, kDayLength);
    // A migration that failed on the same day may have left one already; each is kept.
    for (int again = 1;; ++again) {
        const std::string path = in_backup_folder(library_path, fmt::format("-version-{}-{}-{}", version, day, again));
        if (fs::exists(path)) continue;
        copy_library(library, path);
        return path;
    }
}

std::vector<std::string> backups_of(const std::string& library_path) {
    std::vector<fs::path> found = backups_named(library_path, R"(-\d{4}-\d\d-\d\d|-version-.*)");
    const auto age = [](const fs::path& path) {
        std::error_code gone;
        return fs::last_write_time(path, gone);
    };
    std::stable_sort(found.begin(), found.end(), [&](const fs::path& a, const fs::path& b) { return age(a) > age(b); });
    return {found.begin(), found.end()};
}

std::string newest_good_backup(const std::string& library_path) {
    for (const std::string& path : backups_of(library_path)) {
        if (is_good_backup(path)) return path;
    }
    return {};
}

}  // namespace library
