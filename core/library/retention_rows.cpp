#include "library/retention_rows.h"

#include "library/guarded.h"
#include "library/query.h"

namespace library {

void create_retention_tables(SQLite::Database& database) {
    database.exec(R"sql(
        CREATE TABLE retention (
            conversation TEXT PRIMARY KEY NOT NULL REFERENCES conversation (id),
            day          TEXT NOT NULL CHECK (length(day) = 10)
        ) STRICT, WITHOUT ROWID;)sql");
}

RetentionRows::RetentionRows(Connection& connection)
    : connection_(connection),
      all_(connection.database(), "SELECT conversation, day FROM retention"),
      set_(connection.database(), "INSERT OR REPLACE INTO retention (conversation, day) VALUES (?, ?)"),
      clear_(connection.database(), "DELETE FROM retention WHERE conversation = ?") {}

std::map<base::Id, std::string> RetentionRows::chosen() {
    return guarded(connection_.path(), [&] {
        std::map<base::Id, std::string> found;
        for (Query row(all_); row.next();) found[row.id(0)] = row.text(1);
        return found;
    });
}

void RetentionRows::choose(const base::Id& conversation, const std::optional<std::string>& day) {
    guarded(connection_.path(), [&] {
        if (day)
            Query(set_, conversation, *day).run();
        else
            Query(clear_, conversation).run();
    });
}

}  // namespace library
