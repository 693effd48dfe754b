#include "library/access_rows.h"

#include "base/i18n.h"
#include "library/guarded.h"
#include "library/query.h"
#include "library/transaction.h"

#include <algorithm>
#include <fmt/format.h>

namespace library {

namespace {

constexpr const char* kAccessTables = R"sql(
CREATE TABLE access_entry (
    number        INTEGER PRIMARY KEY,
    at_ms         INTEGER NOT NULL,
    who           TEXT NOT NULL,
    verb          TEXT NOT NULL CHECK (length(verb) > 0),
    conversation  TEXT NOT NULL CHECK (length(conversation) IN (0, 36)),
    detail_sha256 TEXT NOT NULL CHECK (length(detail_sha256) IN (0, 64)),
    before        TEXT NOT NULL CHECK (length(before) IN (0, 64)),
    hash          TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX access_to_conversation ON access_entry (conversation, number);
CREATE TABLE access_detail (
    number       INTEGER PRIMARY KEY REFERENCES access_entry (number),
    conversation TEXT REFERENCES conversation (id),
    salt         TEXT NOT NULL,
    detail       TEXT NOT NULL
) STRICT;
CREATE INDEX access_detail_of_conversation ON access_detail (conversation);
CREATE TABLE access_head (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    entries INTEGER NOT NULL CHECK (entries >= 0),
    hash    TEXT NOT NULL
) STRICT;

CREATE TRIGGER access_entry_is_frozen BEFORE UPDATE ON access_entry
    BEGIN SELECT RAISE(ABORT, 'the access log only grows'); END;
CREATE TRIGGER access_entry_is_kept BEFORE DELETE ON access_entry
    BEGIN SELECT RAISE(ABORT, 'the access log only grows'); END;
CREATE TRIGGER access_detail_is_frozen BEFORE UPDATE ON access_detail
    BEGIN SELECT RAISE(ABORT, 'the access log only grows'); END;
CREATE TRIGGER access_detail_is_kept BEFORE DELETE ON access_detail
    WHEN OLD.conversation IS NULL OR OLD.conversation NOT IN (SELECT conversation FROM tombstone)
    BEGIN SELECT RAISE(ABORT, 'the access log only grows'); END;
)sql";

constexpr const char* kColumns =
    "SELECT number, at_ms, who, verb, access_entry.conversation, detail_sha256, before, hash, salt, detail "
    "FROM access_entry LEFT JOIN access_detail USING (number) ";

AccessEntry entry_in(const Query& row) {
    AccessEntry entry{row.whole(0), row.timestamp(1), row.text(2), row.text(3), row.text(4), {},
                      {},           row.text(5),      row.text(6), row.text(7)};
    if (!row.is_null(9)) {
        entry.salt = row.text(8);
        entry.detail = row.text(9);
    }
    return entry;
}

std::string with_columns(const char* rest) {
    return std::string(kColumns) + rest;
}

}  // namespace

void create_access_tables(SQLite::Database& database) {
    database.exec(kAccessTables);
}

AccessRows::AccessRows(Connection& connection)
    : connection_(connection),
      insert_(connection.database(),
              "INSERT INTO access_entry (number, at_ms, who, verb, conversation, detail_sha256, before, hash) VALUES "
              "(?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_detail_(connection.database(),
                     "INSERT INTO access_detail (number, conversation, salt, detail) VALUES (?, ?, ?, ?)"),
      set_head_(connection.database(), "INSERT OR REPLACE INTO access_head (one, entries, hash) VALUES (1, ?, ?)"),
      head_(connection.database(), "SELECT entries, hash FROM access_head"),
      last_(connection.database(), with_columns("ORDER BY number DESC LIMIT 1")),
      all_(connection.database(), with_columns("ORDER BY number")),
      written_(connection.database(),
               "SELECT DISTINCT detail FROM access_entry JOIN access_detail USING (number) WHERE verb IN (?, ?) AND "
               "access_entry.conversation = ? ORDER BY number"),
      lost_details_(connection.database(),
                    "SELECT number FROM access_entry WHERE detail_sha256 <> '' AND conversation NOT IN (SELECT "
                    "conversation FROM tombstone) AND number NOT IN (SELECT number FROM access_detail)") {}

void AccessRows::note(AccessVerb verb, const base::Id& conversation, const std::string& detail) {
    guarded(connection_.path(), [&] {
        Transaction transaction(connection_.database());
        const AccessEntry entry = next_entry(last(), verb, conversation, detail);
        Query(insert_, entry.number, entry.at, entry.who, entry.verb, entry.conversation, entry.detail_sha256,
              entry.before, entry.hash)
            .run();
        if (entry.detail)
            Query(insert_detail_, entry.number, conversation ? std::optional(conversation) : std::nullopt, entry.salt,
                  *entry.detail)
                .run();
        Query(set_head_, entry.number, entry.hash).run();
        transaction.commit();
    });
}

std::optional<AccessEntry> AccessRows::last() {
    Query row(last_);
    return row.next() ? std::optional(entry_in(row)) : std::nullopt;
}

std::vector<AccessEntry> AccessRows::entries(const base::Id& conversation) {
    return guarded(connection_.path(), [&] {
        std::vector<AccessEntry> found;
        for (Query row(all_); row.next();) {
            AccessEntry entry = entry_in(row);
            const bool is_of_all = entry.conversation.empty();
            if (conversation && entry.conversation != conversation.text && !(is_of_all && !found.empty())) continue;
            found.push_back(std::move(entry));
        }
        return found;
    });
}

AccessHead AccessRows::head() {
    return guarded(connection_.path(), [&] {
        Query row(head_);
        return row.next() ? AccessHead{row.whole(0), row.text(1)} : AccessHead{};
    });
}

std::vector<std::string> AccessRows::files_written_from(const base::Id& conversation) {
    std::vector<std::string> files;
    for (Query row(written_, name_of(AccessVerb::Exported), name_of(AccessVerb::Shared), conversation); row.next();)
        files.push_back(row.text(0));
    return files;
}

std::vector<std::string> AccessRows::problems() {
    std::vector<std::string> problems;
    if (const std::string problem = chain_problem(entries({}), head()); !problem.empty()) problems.push_back(problem);
    for (Query row(lost_details_); row.next();)
        problems.push_back(
            fmt::format(fmt::runtime(_("The access log: the detail of entry {} was removed.")), row.whole(0)));
    return problems;
}

}  // namespace library
