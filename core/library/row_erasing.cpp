#include "library/row_erasing.h"

#include "library/query.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <map>

namespace library {

namespace {

constexpr const char* kRoot = "conversation";

// A foreign key of one table that leads to another.
struct Reference {
    std::string table;
    std::string from, to;  // columns with commas between them
};

std::vector<std::string> names_of_tables(SQLite::Database& database) {
    std::vector<std::string> names;
    SQLite::Statement tables(database,
                             "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'");
    while (tables.executeStep()) names.push_back(tables.getColumn(0).getString());
    return names;
}

// Rows of which only the mention is taken out when the other goes (SET NULL) do not belong to it.
std::vector<Reference> references_to(SQLite::Database& database, const std::string& parent) {
    std::vector<Reference> found;
    for (const std::string& table : names_of_tables(database)) {
        std::map<int, Reference> keys;
        SQLite::Statement columns(database,
                                  "SELECT id, \"from\", \"to\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = ?2 "
                                  "AND on_delete <> 'SET NULL' AND NOT (?1 = ?2) ORDER BY id, seq");
        for (Query row(columns, table, parent); row.next();) {
            Reference& key = keys.try_emplace(row.small(0), Reference{table, "", ""}).first->second;
            const char* comma = key.from.empty() ? "" : ", ";
            key.from += comma + row.text(1);
            key.to += comma + row.text(2);
        }
        for (const auto& [id, key] : keys) found.push_back(key);
    }
    return found;
}

// Visits the rows of `table` that `where` picks, after all that refer to them. No table refers to itself by way of
// another, so this ends.
using Visit = std::function<void(const std::string& table, const std::string& where)>;
void each_belonging(SQLite::Database& database, const std::string& table, const std::string& where,
                    const Visit& visit) {
    for (const Reference& key : references_to(database, table))
        each_belonging(database, key.table,
                       fmt::format("({}) IN (SELECT {} FROM {} WHERE {})", key.from, key.to, table, where), visit);
    visit(table, where);
}

bool has_words(SQLite::Database& database) {
    return database.execAndGet("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'turn_words'").getInt() > 0;
}

}  // namespace

std::vector<std::string> tables_of_conversation(SQLite::Database& database) {
    std::vector<std::string> tables;
    each_belonging(database, kRoot, "1", [&](const std::string& table, const std::string&) {
        if (std::find(tables.begin(), tables.end(), table) == tables.end()) tables.push_back(table);
    });
    return tables;
}

bool has_conversation(SQLite::Database& database, const base::Id& conversation) {
    SQLite::Statement one(database, "SELECT 1 FROM conversation WHERE id = ?");
    return Query(one, conversation).next();
}

void erase_rows(SQLite::Database& database, const base::Id& conversation) {
    database.exec("PRAGMA defer_foreign_keys = ON");
    each_belonging(database, kRoot, "id = ?1", [&](const std::string& table, const std::string& where) {
        SQLite::Statement erase(database, fmt::format("DELETE FROM {} WHERE {}", table, where));
        Query(erase, conversation).run();
    });
    // The index is told of nothing that was deleted: made anew, it has nothing of it.
    if (has_words(database)) database.exec("INSERT INTO turn_words (turn_words) VALUES ('rebuild')");
}

void compact(SQLite::Database& database) {
    database.exec("PRAGMA secure_delete = ON");
    database.exec("VACUUM");
}

}  // namespace library
