#include "library/package_rows.h"

#include "library/checks.h"
#include "library/guarded.h"
#include "library/query.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sstream>

namespace library {

namespace {

// `conversation` refers to no row: what is known of a package outlives what was in it, so that it stays refused.
constexpr const char* kPackageTables = R"sql(
CREATE TABLE standing (
    kind         TEXT NOT NULL CHECK (length(kind) > 0),
    id           TEXT NOT NULL CHECK (length(id) > 0),
    author       TEXT NOT NULL,
    is_vouched   INTEGER NOT NULL CHECK (is_vouched IN (0, 1)),
    revision     INTEGER NOT NULL,
    sha256       TEXT NOT NULL,
    conversation TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_of_conversation ON standing (conversation);

CREATE TABLE package (
    id           TEXT NOT NULL CHECK (length(id) = 36),
    revision     INTEGER NOT NULL CHECK (revision > 0),
    passage      TEXT NOT NULL CHECK (passage IN ('sent', 'opened')),
    conversation TEXT NOT NULL,
    keys         TEXT NOT NULL,
    media        TEXT NOT NULL CHECK (media IN ('none', 'clips', 'whole')),
    at_ms        INTEGER NOT NULL,
    PRIMARY KEY (id, revision, passage)
) STRICT, WITHOUT ROWID;
)sql";

const char* name_of(Passage passage) {
    return passage == Passage::Sent ? "sent" : "opened";
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream words(text);
    return {std::istream_iterator<std::string>(words), {}};
}

}  // namespace

void create_package_tables(SQLite::Database& database) {
    database.exec(kPackageTables);
}

PackageRows::PackageRows(Connection& connection)
    : connection_(connection),
      standing_(connection.database(),
                "SELECT author, is_vouched, revision, sha256, conversation FROM standing WHERE kind = ? AND id = ?"),
      stand_(connection.database(),
             "INSERT OR REPLACE INTO standing (kind, id, author, is_vouched, revision, sha256, conversation) "
             "VALUES (?, ?, ?, ?, ?, ?, ?)"),
      packages_(connection.database(),
                "SELECT id, revision, passage, conversation, keys, media, at_ms FROM package "
                "ORDER BY at_ms, id, revision, passage"),
      insert_(connection.database(),
              "INSERT OR IGNORE INTO package (id, revision, passage, conversation, keys, media, at_ms) "
              "VALUES (?, ?, ?, ?, ?, ?, ?)") {}

std::optional<Standing> PackageRows::standing(const ThingName& thing) {
    return guarded(connection_.path(), [&]() -> std::optional<Standing> {
        Query row(standing_, thing.kind, thing.id);
        if (!row.next()) return {};
        return Standing{row.text(0), row.small(1) == 1, row.whole(2), row.text(3), row.id(4)};
    });
}

void PackageRows::stand(const ThingName& thing, const Standing& standing) {
    check_text(thing.id, "id");
    guarded(connection_.path(), [&] {
        Query(stand_, thing.kind, thing.id, standing.author, standing.is_vouched ? 1 : 0, standing.revision,
              standing.sha256, standing.conversation)
            .run();
    });
}

std::vector<LoggedPackage> PackageRows::packages() {
    return guarded(connection_.path(), [&] {
        std::vector<LoggedPackage> found;
        for (Query row(packages_); row.next();)
            found.push_back({row.id(0), row.whole(1), row.text(2) == "sent" ? Passage::Sent : Passage::Opened,
                             row.id(3), words_of(row.text(4)), packed_media_named(row.text(5)), row.timestamp(6)});
        return found;
    });
}

void PackageRows::add(const LoggedPackage& package) {
    guarded(connection_.path(), [&] {
        Query(insert_, package.package, package.revision, name_of(package.passage), package.conversation,
              fmt::format("{}", fmt::join(package.with, " ")), name_of(package.media), package.at)
            .run();
    });
}

}  // namespace library
