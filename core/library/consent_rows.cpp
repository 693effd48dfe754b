#include "library/consent_rows.h"

#include "library/checks.h"
#include "library/guarded.h"
#include "library/query.h"
#include "library/transaction.h"

namespace library {

namespace {

std::string names_of(const std::set<ConsentPurpose>& purposes) {
    std::string names;
    for (const ConsentPurpose purpose : purposes) names += (names.empty() ? "" : " ") + std::string(name_of(purpose));
    return names;
}

std::set<ConsentPurpose> purposes_named(const std::string& names) {
    std::set<ConsentPurpose> purposes;
    for (std::size_t from = 0; from < names.size();) {
        const std::size_t to = std::min(names.find(' ', from), names.size());
        if (const auto purpose = consent_purpose_named(names.substr(from, to - from))) purposes.insert(*purpose);
        from = to + 1;
    }
    return purposes;
}

}  // namespace

void create_consent_tables(SQLite::Database& database) {
    database.exec(R"sql(
        CREATE TABLE consent (
            conversation TEXT PRIMARY KEY NOT NULL REFERENCES conversation (id),
            id           TEXT NOT NULL CHECK (length(id) = 36),
            who          TEXT NOT NULL CHECK (length(who) > 0),
            given        TEXT NOT NULL CHECK (length(given) = 10),
            until        TEXT NOT NULL CHECK (length(until) = 10),
            purposes     TEXT NOT NULL CHECK (length(purposes) > 0),
            text_version TEXT NOT NULL,
            form_name    TEXT NOT NULL,
            form         BLOB NOT NULL,
            recorded_ms  INTEGER NOT NULL,
            revision     INTEGER NOT NULL CHECK (revision > 0)
        ) STRICT;)sql");
}

ConsentRows::ConsentRows(Connection& connection)
    : connection_(connection),
      select_(connection.database(),
              "SELECT id, who, given, until, purposes, text_version, form_name, recorded_ms, revision FROM consent "
              "WHERE conversation = ?"),
      form_(connection.database(), "SELECT form FROM consent WHERE conversation = ?"),
      put_(connection.database(),
           "INSERT OR REPLACE INTO consent (conversation, id, who, given, until, purposes, text_version, form_name, "
           "form, recorded_ms, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      remove_(connection.database(), "DELETE FROM consent WHERE conversation = ?"),
      is_there_(connection.database(), "SELECT 1 FROM conversation WHERE id = ? AND removed = 0") {}

std::optional<Consent> ConsentRows::of(const base::Id& conversation) {
    return guarded(connection_.path(), [&] { return read(conversation); });
}

std::optional<Consent> ConsentRows::read(const base::Id& conversation) {
    Query row(select_, conversation);
    if (!row.next()) return {};
    Consent consent;
    consent.id = row.id(0);
    consent.conversation = conversation;
    consent.who = row.text(1);
    consent.given = row.text(2);
    consent.until = row.text(3);
    consent.purposes = purposes_named(row.text(4));
    consent.text_version = row.text(5);
    consent.form_name = row.text(6);
    consent.recorded = row.timestamp(7);
    consent.revision = row.small(8);
    return consent;
}

std::string ConsentRows::form(const base::Id& conversation) {
    return guarded(connection_.path(), [&] {
        Query row(form_, conversation);
        return row.next() ? row.text(0) : std::string();
    });
}

Consent ConsentRows::record(const Consent& consent, const std::string& form) {
    check(consent, form);
    return guarded(connection_.path(), [&] {
        Transaction transaction(connection_.database());
        if (!Query(is_there_, consent.conversation).next()) refuse_unknown_conversation();
        const Consent kept = as_recorded(consent, read(consent.conversation));
        Query(put_, kept.conversation, kept.id, kept.who, kept.given, kept.until, names_of(kept.purposes),
              kept.text_version, kept.form_name, Blob{form}, kept.recorded, kept.revision)
            .run();
        transaction.commit();
        return kept;
    });
}

void ConsentRows::remove(const base::Id& conversation) {
    guarded(connection_.path(), [&] { Query(remove_, conversation).run(); });
}

}  // namespace library
