#include "library/erasure_rows.h"

#include "base/error.h"
#include "base/i18n.h"
#include "library/backup_erasing.h"
#include "library/checks.h"
#include "library/erased_list.h"
#include "library/files.h"
#include "library/guarded.h"
#include "library/own_files.h"
#include "library/query.h"
#include "library/row_erasing.h"
#include "library/transaction.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace library {

namespace {

namespace fs = std::filesystem;

// A file that goes with an erasure is remembered by the same transaction, so that a program that is killed before it
// was deleted knows of it when it opens the library again.
constexpr const char* kErasureTables = R"sql(
CREATE TABLE tombstone (
    conversation TEXT PRIMARY KEY NOT NULL CHECK (length(conversation) = 36),
    erased_ms    INTEGER NOT NULL,
    reason       TEXT NOT NULL CHECK (reason IN ('asked', 'withdrawn', 'retention_over')),
    is_done      INTEGER NOT NULL CHECK (is_done IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE file_to_delete (
    path TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER tombstone_is_frozen BEFORE UPDATE OF conversation, erased_ms, reason ON tombstone
    BEGIN SELECT RAISE(ABORT, 'a tombstone never changes'); END;
CREATE TRIGGER tombstone_is_kept BEFORE DELETE ON tombstone
    BEGIN SELECT RAISE(ABORT, 'a tombstone is kept'); END;
CREATE TRIGGER erased_stays_erased BEFORE INSERT ON conversation
    WHEN NEW.id IN (SELECT conversation FROM tombstone)
    BEGIN SELECT RAISE(ABORT, 'this conversation was erased'); END;

-- What only grows is let go with the conversation it belongs to, and not otherwise.
DROP TRIGGER report_is_kept;
CREATE TRIGGER report_is_kept BEFORE DELETE ON report
    WHEN (SELECT conversation FROM coding WHERE id = OLD.coding) NOT IN (SELECT conversation FROM tombstone)
    BEGIN SELECT RAISE(ABORT, 'an issued report is kept'); END;
DROP TRIGGER edit_is_kept;
CREATE TRIGGER edit_is_kept BEFORE DELETE ON edit
    WHEN (SELECT conversation FROM coding WHERE id = OLD.coding) NOT IN (SELECT conversation FROM tombstone)
    BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
DROP TRIGGER turn_edit_is_kept;
CREATE TRIGGER turn_edit_is_kept BEFORE DELETE ON turn_edit
    WHEN OLD.conversation NOT IN (SELECT conversation FROM tombstone)
    BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
DROP TRIGGER clip_edit_is_kept;
CREATE TRIGGER clip_edit_is_kept BEFORE DELETE ON clip_edit
    WHEN OLD.conversation NOT IN (SELECT conversation FROM tombstone)
    BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
)sql";

std::vector<std::string> texts(SQLite::Statement& statement) {
    std::vector<std::string> found;
    for (Query row(statement); row.next();) found.push_back(row.text(0));
    return found;
}

}  // namespace

void create_erasure_tables(SQLite::Database& database) {
    database.exec(kErasureTables);
}

ErasureRows::ErasureRows(Connection& connection, AccessRows& log)
    : connection_(connection),
      log_(log),
      bury_(connection.database(),
            "INSERT OR IGNORE INTO tombstone (conversation, erased_ms, reason, is_done) VALUES (?, ?, ?, 0)"),
      all_(connection.database(),
           "SELECT conversation, erased_ms, reason FROM tombstone ORDER BY erased_ms, conversation"),
      is_erased_(connection.database(), "SELECT 1 FROM tombstone WHERE conversation = ?"),
      unfinished_(connection.database(), "SELECT conversation, erased_ms, reason FROM tombstone WHERE is_done = 0"),
      finished_(connection.database(), "UPDATE tombstone SET is_done = 1 WHERE is_done = 0"),
      remember_file_(connection.database(), "INSERT OR IGNORE INTO file_to_delete (path) VALUES (?)"),
      files_(connection.database(), "SELECT path FROM file_to_delete"),
      forget_file_(connection.database(), "DELETE FROM file_to_delete WHERE path = ?") {}

int ErasureRows::count(const char* sql, const base::Id& conversation) {
    SQLite::Statement statement(connection_.database(), sql);
    Query row(statement, conversation);
    return row.next() ? row.small(0) : 0;
}

std::vector<std::string> ErasureRows::recordings_of(const base::Id& conversation) {
    SQLite::Statement statement(connection_.database(),
                                "SELECT path FROM recording WHERE conversation = ? AND path NOT IN (SELECT path FROM "
                                "recording WHERE conversation <> ?1)");
    std::vector<std::string> paths;
    for (Query row(statement, conversation); row.next();) paths.push_back(row.text(0));
    return paths;
}

WhatGoes ErasureRows::what_goes(const base::Id& conversation) {
    return guarded(connection_.path(), [&] {
        if (!has_conversation(connection_.database(), conversation)) refuse_unknown_conversation();
        WhatGoes goes;
        goes.codings = count("SELECT COUNT(*) FROM coding WHERE conversation = ?", conversation);
        goes.reports =
            count("SELECT COUNT(*) FROM report JOIN coding ON coding.id = report.coding WHERE conversation = ?",
                  conversation);
        goes.turns = count("SELECT COUNT(*) FROM turn WHERE conversation = ?", conversation);
        goes.clips = count("SELECT COUNT(*) FROM clip WHERE conversation = ? AND removed = 0", conversation);
        goes.backups = backups_with(connection_.path(), conversation);
        for (const std::string& path : recordings_of(conversation))
            (is_own_file(connection_.path(), path) ? goes.own_files : goes.other_files).push_back(path);
        goes.gone_out = log_.files_written_from(conversation);
        return goes;
    });
}

void ErasureRows::erase(const base::Id& conversation, ErasureReason reason, const std::vector<std::string>& files) {
    guarded(connection_.path(), [&] {
        if (!has_conversation(connection_.database(), conversation)) refuse_unknown_conversation();
        take_rows({conversation, base::now(), reason}, files);
        finish();
    });
}

void ErasureRows::take_rows(const Tombstone& tombstone, const std::vector<std::string>& files) {
    Transaction transaction(connection_.database());
    Query(bury_, tombstone.conversation, tombstone.erased, name_of(tombstone.reason)).run();
    for (const std::string& path : files) Query(remember_file_, path).run();
    for (const std::string& path : recordings_of(tombstone.conversation))
        if (is_own_file(connection_.path(), path)) Query(remember_file_, path).run();
    log_.note(AccessVerb::Erased, tombstone.conversation, {});
    erase_rows(connection_.database(), tombstone.conversation);
    transaction.commit();
}

std::vector<std::string> ErasureRows::delete_files() {
    std::vector<std::string> kept;
    for (const std::string& path : texts(files_)) {
        std::error_code failed;
        fs::remove(path, failed);
        if (failed) {
            kept.push_back(path);
            continue;
        }
        sync_folder(folder_of(path));
        Query(forget_file_, path).run();
    }
    return kept;
}

std::vector<Tombstone> ErasureRows::read(SQLite::Statement& statement) {
    std::vector<Tombstone> found;
    for (Query row(statement); row.next();)
        found.push_back({row.id(0), row.timestamp(1), erasure_reason_named(row.text(2))});
    return found;
}

// Each step can be done again, so that whatever interrupts them, the next opening goes through all of them.
void ErasureRows::finish() {
    SQLite::Database& database = connection_.database();
    write_erased_list(connection_.path(), tombstones());
    const std::vector<std::string> kept = delete_files();
    compact(database);
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    erase_from_backups(connection_.path(), read(unfinished_));
    remove_half_files(connection_.path());
    if (!kept.empty())
        throw base::Error(
            fmt::format(fmt::runtime(_("These files could not be deleted; delete them yourself, or let it "
                                       "be tried again at the next opening: {}")),
                        fmt::join(kept, ", ")));
    Query(finished_).run();
}

std::vector<std::string> ErasureRows::catch_up() {
    return guarded(connection_.path(), [&] {
        std::vector<std::string> problems;
        try {
            for (const Tombstone& tombstone : erased_beside(connection_.path()))
                if (!is_erased(tombstone.conversation)) take_rows(tombstone, {});
            if (!read(unfinished_).empty()) finish();
        } catch (const base::Error& error) {
            problems.emplace_back(error.what());
        }
        return problems;
    });
}

std::vector<Tombstone> ErasureRows::tombstones() {
    return guarded(connection_.path(), [&] { return read(all_); });
}

bool ErasureRows::is_erased(const base::Id& conversation) {
    return Query(is_erased_, conversation).next();
}

}  // namespace library
