#include "library/backup_erasing.h"

#include "base/whole_file.h"
#include "library/backup.h"
#include "library/files.h"
#include "library/query.h"
#include "library/row_erasing.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <filesystem>
#include <sqlite3.h>

namespace library {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestBackup = std::size_t{16} << 30;

std::vector<Tombstone> those_in(const std::string& backup, const std::vector<Tombstone>& tombstones) {
    SQLite::Database database(backup, SQLite::OPEN_READONLY);
    std::vector<Tombstone> found;
    for (const Tombstone& each : tombstones)
        if (has_conversation(database, each.conversation)) found.push_back(each);
    return found;
}

bool is_damage(const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xFF;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR;
}

bool names_one(const std::string& backup, const std::vector<Tombstone>& tombstones) {
    const std::string bytes = base::read_whole_file(backup, kLargestBackup);
    return std::any_of(tombstones.begin(), tombstones.end(),
                       [&](const Tombstone& each) { return bytes.find(each.conversation.text) != std::string::npos; });
}

// In a backup nobody edits, so there is nothing for its triggers to keep meanwhile; those of older versions let no
// erasing through.
std::vector<std::string> take_triggers_away(SQLite::Database& database) {
    std::vector<std::string> names, made_by;
    SQLite::Statement triggers(database, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
    for (Query row(triggers); row.next();) {
        names.push_back(row.text(0));
        made_by.push_back(row.text(1));
    }
    for (const std::string& name : names) database.exec("DROP TRIGGER " + name);
    return made_by;
}

// Where its version knows of them.
void bury(SQLite::Database& backup, const Tombstone& tombstone) {
    if (!backup.tableExists("tombstone")) return;
    SQLite::Statement insert(
        backup, "INSERT OR IGNORE INTO tombstone (conversation, erased_ms, reason, is_done) VALUES (?, ?, ?, 1)");
    Query(insert, tombstone.conversation, tombstone.erased, name_of(tombstone.reason)).run();
}

void write_anew(const std::string& backup, const std::vector<Tombstone>& tombstones) {
    const HalfFile half(backup, "erasing");
    {
        SQLite::Database copy(half.path(), SQLite::OPEN_READWRITE);
        copy.exec("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY");
        SQLite::Database original(backup, SQLite::OPEN_READONLY);
        SQLite::Backup(copy, original).executeStep();
        SQLite::Transaction transaction(copy);
        const std::vector<std::string> triggers = take_triggers_away(copy);
        for (const Tombstone& each : tombstones) {
            bury(copy, each);
            erase_rows(copy, each.conversation);
        }
        for (const std::string& trigger : triggers) copy.exec(trigger);
        transaction.commit();
        compact(copy);
    }
    const fs::file_time_type made = fs::last_write_time(backup);
    fs::last_write_time(half.path(), made);  // it is as old as it was
    fs::rename(half.path(), backup);
    sync_folder(folder_of(backup));
}

}  // namespace

int backups_with(const std::string& library_path, const base::Id& conversation) {
    int count = 0;
    for (const std::string& backup : backups_of(library_path)) {
        try {
            if (!those_in(backup, {{conversation}}).empty()) ++count;
        } catch (const SQLite::Exception& error) {
            if (!is_damage(error)) throw;
            if (names_one(backup, {{conversation}})) ++count;
        }
    }
    return count;
}

void erase_from_backups(const std::string& library_path, const std::vector<Tombstone>& tombstones) {
    for (const std::string& backup : backups_of(library_path)) {
        try {
            const std::vector<Tombstone> found = those_in(backup, tombstones);
            if (!found.empty()) write_anew(backup, found);
        } catch (const SQLite::Exception& error) {
            if (!is_damage(error)) throw;
            if (names_one(backup, tombstones)) fs::remove(backup);
        }
    }
}

void remove_half_files(const std::string& library_path) {
    for (const std::string& folder : {folder_of(library_path), backup_folder(library_path)}) {
        std::vector<fs::path> halves;
        std::error_code missing;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder, missing))
            if (is_left_half(entry.path().filename().string())) halves.push_back(entry.path());
        for (const fs::path& half : halves) fs::remove(half, missing);
    }
}

}  // namespace library
