#include "library/mending.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/time.h"
#include "codes/codebook.h"
#include "codes/edits.h"
#include "library/clip_rows.h"
#include "library/query.h"
#include "library/report_rows.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace library {

namespace {

constexpr const char* kConversationsReferredTo =
    "(SELECT conversation AS id FROM recording UNION SELECT conversation FROM turn UNION SELECT conversation FROM "
    "coding "
    "UNION SELECT conversation FROM conversation_edit UNION SELECT conversation FROM turn_edit UNION SELECT "
    "conversation FROM clip UNION SELECT conversation FROM clip_edit UNION SELECT conversation FROM consent UNION "
    "SELECT conversation FROM retention UNION SELECT conversation FROM access_detail WHERE conversation IS NOT NULL "
    "UNION SELECT conversation FROM goal UNION SELECT conversation FROM review)";
constexpr const char* kCodingsReferredTo =
    "(SELECT coding AS id FROM event UNION SELECT coding FROM rating UNION SELECT coding FROM edit UNION SELECT coding "
    "FROM report UNION SELECT coding FROM utterance UNION SELECT coding FROM tick UNION SELECT coding FROM "
    "phase_mark UNION SELECT coding FROM decision UNION SELECT coding FROM sources UNION SELECT first FROM sources "
    "UNION "
    "SELECT second FROM sources)";
constexpr const char* kCodebooksReferredTo = "(SELECT codebook_key AS key, codebook_version AS version FROM coding)";

std::string missing_from(const char* table, const char* referred_to) {
    return fmt::format("SELECT id FROM {} WHERE id NOT IN (SELECT id FROM {})", referred_to, table);
}

std::string missing_codebooks() {
    return fmt::format(
        "SELECT DISTINCT key, version FROM {} AS used WHERE NOT EXISTS (SELECT 1 FROM codebook WHERE codebook.key = "
        "used.key AND codebook.version = used.version)",
        kCodebooksReferredTo);
}

// Rows that count from 0 within what they belong to.
std::string gaps(const char* table, const char* within, const char* number, int first) {
    return fmt::format(
        "SELECT COALESCE(SUM(missing), 0) FROM (SELECT MAX({2}) + 1 - {3} - COUNT(*) AS missing FROM {0} GROUP BY {1})",
        table, within, number, first);
}

const std::map<std::string, std::string>& missing_rows() {
    static const std::map<std::string, std::string> queries = {
        {"conversation", "SELECT COUNT(*) FROM (" + missing_from("conversation", kConversationsReferredTo) + ")"},
        {"coding", "SELECT COUNT(*) FROM (" + missing_from("coding", kCodingsReferredTo) + ")"},
        {"codebook", "SELECT COUNT(*) FROM (" + missing_codebooks() + ")"},
        {"recording", gaps("recording", "conversation", "position", 0)},
        {"turn",
         "SELECT COALESCE(SUM(MAX(0, turns - (SELECT COUNT(*) FROM turn WHERE turn.conversation = conversation.id))), "
         "0) FROM conversation"},
        {"report", gaps("report", "coding", "version", 1)},
        {"event",
         "SELECT COALESCE(SUM(MAX(0, events - (SELECT COUNT(*) FROM event WHERE event.coding = coding.id))), 0) FROM "
         "coding"}};
    return queries;
}

std::vector<std::string> ids(SQLite::Database& database, const std::string& sql) {
    std::vector<std::string> found;
    SQLite::Statement statement(database, sql);
    while (statement.executeStep()) found.push_back(statement.getColumn(0).getString());
    return found;
}

void add_conversation(SQLite::Database& database, const std::string& id) {
    SQLite::Statement insert(
        database,
        "INSERT INTO conversation (id, title, trainee, date, kind, language, change_goal, remarks, "
        "tags, created_ms, last_position_us, removed) "
        "VALUES (?, ?, '', '', 'practice', '', '', '', '{}', ?, 0, 0)");
    Query(insert, id, _("Salvaged: its description is lost"), base::now()).run();
}

// Codebooks that come with the program never change under one version.
void restore_codebooks(SQLite::Database& database) {
    CodebookRows rows(database);
    SQLite::Statement missing(database, missing_codebooks());
    std::vector<std::pair<std::string, std::string>> wanted;
    while (missing.executeStep())
        wanted.emplace_back(missing.getColumn(0).getString(), missing.getColumn(1).getString());
    for (const codes::Codebook& shipped : codes::shipped_codebooks())
        for (const auto& [key, version] : wanted)
            if (shipped.key == key && shipped.version == version) rows.store(shipped);
}

// By which codebook codes were given is not known then: most libraries have used one.
void restore_codings(SQLite::Database& database) {
    const std::vector<std::string> missing = ids(database, missing_from("coding", kCodingsReferredTo));
    if (missing.empty()) return;
    if (rows_in(database, "codebook") == 0) CodebookRows(database).store(codes::shipped_codebooks().front());
    const std::string conversation = base::make_id().text;
    add_conversation(database, conversation);
    SQLite::Statement insert(
        database,
        "INSERT INTO coding (id, conversation, codebook_key, codebook_version, coder, purpose, created_ms, changed_ms, "
        "events, feedback, beginning_sha256) SELECT ?, ?, key, version, '?', 'feedback', ?, ?, 0, ?, '' FROM codebook "
        "ORDER BY rowid DESC LIMIT 1");
    for (const std::string& id : missing)
        Query(insert, id, conversation, base::now(), base::now(), codes::to_json(codes::Feedback{})).run();
}

// Each code stands in the library twice: as it is now, and in the edits that made it so.
void restore_events(SQLite::Database& database) {
    std::map<std::pair<std::string, std::string>, std::optional<codes::Event>> last;  // coding, event
    SQLite::Statement edits(database, "SELECT coding, change FROM edit WHERE state = 0 ORDER BY number");
    while (edits.executeStep()) {
        try {
            const codes::Edit edit = codes::edit_from_json(edits.getColumn(1).getString());
            for (const codes::Change& change : edit.changes)
                if (const auto* event = std::get_if<codes::EventChange>(&change);
                    event && (event->before || event->after))
                    last[{edits.getColumn(0).getString(), (event->after ? event->after : event->before)->id.text}] =
                        event->after;
        } catch (const base::Error&) {}  // an edit that cannot be read tells nothing
    }
    SQLite::Statement insert(database, "INSERT OR IGNORE INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (const auto& [place, event] : last)
        if (event)
            Query(insert, place.first, event->id, event->at, event->end, event->code,
                  event->speaker == codes::Side::Client ? "client" : "professional", codes::to_json(event->attributes),
                  event->note)
                .run();
}

}  // namespace

std::int64_t rows_in(SQLite::Database& database, const std::string& table) {
    return database.execAndGet("SELECT COUNT(*) FROM " + table).getInt64();
}

std::int64_t rows_missing(SQLite::Database& database, const std::string& table) {
    const auto query = missing_rows().find(table);
    return query == missing_rows().end() ? 0 : database.execAndGet(query->second).getInt64();
}

void mend(SQLite::Database& database) {
    restore_events(database);
    restore_codebooks(database);
    restore_codings(database);
    mend_clips(database);
    for (const std::string& id : ids(database, missing_from("conversation", kConversationsReferredTo)))
        add_conversation(database, id);
    database.exec("DELETE FROM evidence WHERE (coding, event) NOT IN (SELECT coding, id FROM event)");
    database.exec(
        "UPDATE conversation SET turns = (SELECT COUNT(*) FROM turn WHERE turn.conversation = conversation.id)");
    database.exec("UPDATE coding SET events = (SELECT COUNT(*) FROM event WHERE event.coding = coding.id)");
}

}  // namespace library
