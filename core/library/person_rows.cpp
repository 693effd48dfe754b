#include "library/person_rows.h"

#include "library/checks.h"
#include "library/guarded.h"
#include "library/query.h"

namespace library {

namespace {

constexpr const char* kPersonTables = R"sql(
CREATE TABLE person (
    id          TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    name        TEXT NOT NULL CHECK (length(name) > 0) UNIQUE,
    reading_key TEXT NOT NULL UNIQUE,
    signing_key TEXT NOT NULL UNIQUE,
    added_ms    INTEGER NOT NULL,
    compared_ms INTEGER
) STRICT;
)sql";

}  // namespace

void create_person_tables(SQLite::Database& database) {
    database.exec(kPersonTables);
}

PersonRows::PersonRows(Connection& connection)
    : connection_(connection),
      all_(connection.database(),
           "SELECT id, name, reading_key, signing_key, added_ms, compared_ms FROM person ORDER BY name"),
      insert_(connection.database(),
              "INSERT INTO person (id, name, reading_key, signing_key, added_ms, compared_ms) "
              "VALUES (?, ?, ?, ?, ?, ?)"),
      compared_(connection.database(), "UPDATE person SET compared_ms = ? WHERE id = ?"),
      delete_(connection.database(), "DELETE FROM person WHERE id = ?") {}

std::vector<Person> PersonRows::all() {
    return guarded(connection_.path(), [&] {
        std::vector<Person> found;
        for (Query row(all_); row.next();) {
            const auto compared = row.is_null(5) ? std::nullopt : std::optional(row.timestamp(5));
            found.push_back({row.id(0), row.text(1), row.text(2), row.text(3), row.timestamp(4), compared});
        }
        return found;
    });
}

void PersonRows::add(const Person& person) {
    check(person);
    refuse_namesakes(all(), person);
    guarded(connection_.path(), [&] {
        Query(insert_, person.id, person.name, person.reading_key, person.signing_key, person.added, person.compared)
            .run();
    });
}

void PersonRows::remember_comparing(const base::Id& person, base::Timestamp when) {
    guarded(connection_.path(), [&] {
        if (Query(compared_, when, person).run() == 0) refuse_unknown_person();
    });
}

void PersonRows::remove(const base::Id& person) {
    guarded(connection_.path(), [&] {
        if (Query(delete_, person).run() == 0) refuse_unknown_person();
    });
}

}  // namespace library
