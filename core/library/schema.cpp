#include "library/schema.h"

#include "base/error.h"
#include "base/i18n.h"
#include "library/access_rows.h"
#include "library/clip_rows.h"
#include "library/consent_rows.h"
#include "library/erasure_rows.h"
#include "library/goal_rows.h"
#include "library/package_rows.h"
#include "library/person_rows.h"
#include "library/retention_rows.h"
#include "library/review_rows.h"
#include "library/total_rows.h"
#include "library/turn_rows.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

namespace library {

namespace {

// Times are int64 (microseconds in a recording, milliseconds of the calendar), booleans 0/1, ids UUIDv7 made by the
// program, JSON where a value is only ever read as a whole: so another engine can carry the same tables.
constexpr const char* kTables = R"sql(
CREATE TABLE conversation (
    id               TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    title            TEXT NOT NULL,
    trainee          TEXT NOT NULL,
    date             TEXT NOT NULL,
    kind             TEXT NOT NULL CHECK (kind IN ('practice', 'role_play', 'real')),
    language         TEXT NOT NULL,
    change_goal      TEXT NOT NULL,
    remarks          TEXT NOT NULL,
    tags             TEXT NOT NULL,
    created_ms       INTEGER NOT NULL,
    last_position_us INTEGER NOT NULL,
    removed          INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;

CREATE TABLE recording (
    id           TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    conversation TEXT NOT NULL REFERENCES conversation (id),
    position     INTEGER NOT NULL CHECK (position >= 0),
    path         TEXT NOT NULL,
    size         INTEGER NOT NULL CHECK (size >= 0),
    fingerprint  TEXT NOT NULL,
    sha256       TEXT NOT NULL,
    duration_us  INTEGER NOT NULL CHECK (duration_us >= 0),
    offset_us    INTEGER NOT NULL,
    role         TEXT NOT NULL,
    label        TEXT NOT NULL,
    UNIQUE (conversation, position)
) STRICT;

CREATE TABLE turn (
    conversation TEXT NOT NULL REFERENCES conversation (id),
    position     INTEGER NOT NULL CHECK (position >= 0),
    from_us      INTEGER NOT NULL,
    to_us        INTEGER NOT NULL CHECK (to_us >= from_us),
    speaker      TEXT NOT NULL,
    role         TEXT NOT NULL CHECK (role IN ('unknown', 'professional', 'client')),
    text         TEXT NOT NULL,
    PRIMARY KEY (conversation, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE codebook (
    key     TEXT NOT NULL CHECK (length(key) > 0),
    version TEXT NOT NULL CHECK (length(version) > 0),
    json    TEXT NOT NULL,
    PRIMARY KEY (key, version)
) STRICT;

CREATE TABLE coding (
    id               TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    conversation     TEXT NOT NULL REFERENCES conversation (id),
    codebook_key     TEXT NOT NULL,
    codebook_version TEXT NOT NULL,
    coder            TEXT NOT NULL,
    purpose          TEXT NOT NULL CHECK (purpose IN ('feedback', 'self', 'second_coder', 'gold')),
    created_ms       INTEGER NOT NULL,
    changed_ms       INTEGER NOT NULL,
    events           INTEGER NOT NULL CHECK (events >= 0),
    feedback         TEXT NOT NULL,
    beginning_sha256 TEXT NOT NULL,
    FOREIGN KEY (codebook_key, codebook_version) REFERENCES codebook (key, version)
) STRICT;
CREATE INDEX coding_of_conversation ON coding (conversation);

CREATE TABLE event (
    coding     TEXT NOT NULL REFERENCES coding (id),
    id         TEXT NOT NULL CHECK (length(id) = 36),
    at_us      INTEGER NOT NULL CHECK (at_us >= 0),
    end_us     INTEGER CHECK (end_us IS NULL OR end_us >= at_us),
    code       TEXT NOT NULL CHECK (length(code) > 0),
    speaker    TEXT NOT NULL CHECK (speaker IN ('professional', 'client')),
    attributes TEXT NOT NULL,
    note       TEXT NOT NULL,
    PRIMARY KEY (coding, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE rating (
    coding TEXT NOT NULL REFERENCES coding (id),
    rating TEXT NOT NULL,
    value  INTEGER NOT NULL,
    PRIMARY KEY (coding, rating)
) STRICT, WITHOUT ROWID;

-- state: 0 stands, 1 undone, 2 undone and left behind by a later edit.
CREATE TABLE edit (
    number    INTEGER PRIMARY KEY,
    coding    TEXT NOT NULL REFERENCES coding (id),
    at_ms     INTEGER NOT NULL,
    who       TEXT NOT NULL,
    what      TEXT NOT NULL,
    change    TEXT NOT NULL,
    state     INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
    turned_ms INTEGER
) STRICT;
CREATE INDEX edit_of_coding ON edit (coding, state, number);

CREATE TABLE conversation_edit (
    number       INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL REFERENCES conversation (id),
    at_ms        INTEGER NOT NULL,
    who          TEXT NOT NULL,
    verb         TEXT NOT NULL CHECK (verb IN ('added', 'changed', 'removed')),
    before       TEXT,
    after        TEXT,
    state        INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
    turned_ms    INTEGER,
    CHECK ((verb = 'changed') = (before IS NOT NULL) AND (verb = 'changed') = (after IS NOT NULL))
) STRICT;
CREATE INDEX conversation_edit_by_state ON conversation_edit (state, number);

CREATE TABLE report (
    id        TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    coding    TEXT NOT NULL REFERENCES coding (id),
    version   INTEGER NOT NULL CHECK (version > 0),
    language  TEXT NOT NULL,
    issued_ms INTEGER NOT NULL,
    sha256    TEXT NOT NULL CHECK (length(sha256) = 64),
    content   TEXT NOT NULL,
    html      TEXT NOT NULL,
    pdf       BLOB NOT NULL,
    UNIQUE (coding, version)
) STRICT;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- What never changes once written, whoever asks.
CREATE TRIGGER report_is_frozen BEFORE UPDATE ON report
    BEGIN SELECT RAISE(ABORT, 'an issued report never changes'); END;
CREATE TRIGGER report_is_kept BEFORE DELETE ON report
    BEGIN SELECT RAISE(ABORT, 'an issued report is kept'); END;
CREATE TRIGGER codebook_is_frozen BEFORE UPDATE ON codebook
    BEGIN SELECT RAISE(ABORT, 'a stored codebook never changes'); END;
CREATE TRIGGER codebook_is_kept BEFORE DELETE ON codebook
    BEGIN SELECT RAISE(ABORT, 'a stored codebook is kept'); END;
CREATE TRIGGER edit_is_frozen BEFORE UPDATE OF number, coding, at_ms, who, what, change ON edit
    BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
CREATE TRIGGER edit_is_kept BEFORE DELETE ON edit
    BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
)sql";

// Utterances, evidence, ticks, phases, segments and active time; turns that are corrected, and found by their words.
constexpr const char* kToVersion2 = R"sql(
CREATE TABLE utterance (
    coding  TEXT NOT NULL REFERENCES coding (id),
    id      TEXT NOT NULL CHECK (length(id) = 36),
    from_us INTEGER NOT NULL CHECK (from_us >= 0),
    to_us   INTEGER NOT NULL CHECK (to_us >= from_us),
    speaker TEXT NOT NULL CHECK (speaker IN ('professional', 'client')),
    PRIMARY KEY (coding, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    coding TEXT NOT NULL REFERENCES coding (id),
    event  TEXT NOT NULL,
    rating TEXT NOT NULL,
    PRIMARY KEY (coding, event, rating),
    FOREIGN KEY (coding, event) REFERENCES event (coding, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE tick (
    coding    TEXT NOT NULL REFERENCES coding (id),
    checklist TEXT NOT NULL CHECK (length(checklist) > 0),
    item      TEXT NOT NULL CHECK (length(item) > 0),
    at_us     INTEGER NOT NULL CHECK (at_us >= 0),
    PRIMARY KEY (coding, checklist, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE phase_mark (
    coding TEXT NOT NULL REFERENCES coding (id),
    at_us  INTEGER NOT NULL CHECK (at_us >= 0),
    phase  TEXT NOT NULL,
    PRIMARY KEY (coding, at_us)
) STRICT, WITHOUT ROWID;

ALTER TABLE coding ADD COLUMN segment_from_us INTEGER;
ALTER TABLE coding ADD COLUMN segment_to_us INTEGER;
ALTER TABLE coding ADD COLUMN segment_seed INTEGER;
ALTER TABLE coding ADD COLUMN active_us INTEGER NOT NULL DEFAULT 0 CHECK (active_us >= 0);

-- Positions leave room between neighbours, so that a turn put in writes one row. words: what the index has of the text.
ALTER TABLE turn RENAME TO turn_before;
CREATE TABLE turn (
    conversation TEXT NOT NULL REFERENCES conversation (id),
    position     INTEGER NOT NULL,
    from_us      INTEGER NOT NULL,
    to_us        INTEGER NOT NULL CHECK (to_us >= from_us),
    speaker      TEXT NOT NULL,
    role         TEXT NOT NULL CHECK (role IN ('unknown', 'professional', 'client')),
    text         TEXT NOT NULL,
    number       INTEGER PRIMARY KEY,
    words        TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO turn (conversation, position, from_us, to_us, speaker, role, text)
    SELECT conversation, (position + 1) * 1048576, from_us, to_us, speaker, role, text FROM turn_before
    ORDER BY conversation, position;
DROP TABLE turn_before;
CREATE INDEX turn_of_conversation ON turn (conversation, position);
CREATE VIRTUAL TABLE turn_words USING fts5 (words, content = 'turn', content_rowid = 'number', tokenize = 'ascii');

ALTER TABLE conversation ADD COLUMN turns INTEGER NOT NULL DEFAULT 0 CHECK (turns >= 0);
ALTER TABLE conversation ADD COLUMN turn_source TEXT NOT NULL DEFAULT 'none'
    CHECK (turn_source IN ('none', 'transcript', 'speech', 'marked'));
UPDATE conversation SET turns = (SELECT COUNT(*) FROM turn WHERE turn.conversation = conversation.id);
UPDATE conversation SET turn_source = 'transcript' WHERE turns > 0;

-- state: as in edit.
CREATE TABLE turn_edit (
    number       INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL REFERENCES conversation (id),
    at_ms        INTEGER NOT NULL,
    who          TEXT NOT NULL,
    change       TEXT NOT NULL,
    state        INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
    turned_ms    INTEGER
) STRICT;
CREATE INDEX turn_edit_of_conversation ON turn_edit (conversation, state, number);
CREATE TRIGGER turn_edit_is_frozen BEFORE UPDATE OF number, conversation, at_ms, who, change ON turn_edit
    BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
CREATE TRIGGER turn_edit_is_kept BEFORE DELETE ON turn_edit
    BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
)sql";

// Each coding's totals; trainings and coachings with their dates.
constexpr const char* kToVersion3 = R"sql(
CREATE TABLE total (
    coding          TEXT PRIMARY KEY NOT NULL REFERENCES coding (id),
    counts          TEXT NOT NULL,
    professional_us INTEGER,
    client_us       INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone (
    id      TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    kind    TEXT NOT NULL CHECK (kind IN ('training', 'coaching')),
    date    TEXT NOT NULL,
    person  TEXT NOT NULL,
    text    TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
)sql";

// A coding may be a consensus of two others, with what was decided where they differed. A check cannot be changed in
// place, so the table is made anew; rows that refer to it are looked at when the transaction ends.
constexpr const char* kToVersion4 = R"sql(
PRAGMA defer_foreign_keys = ON;
CREATE TABLE coding_before AS SELECT * FROM coding;
DROP TABLE coding;
CREATE TABLE coding (
    id               TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    conversation     TEXT NOT NULL REFERENCES conversation (id),
    codebook_key     TEXT NOT NULL,
    codebook_version TEXT NOT NULL,
    coder            TEXT NOT NULL,
    purpose          TEXT NOT NULL CHECK (purpose IN ('feedback', 'self', 'second_coder', 'gold', 'consensus')),
    created_ms       INTEGER NOT NULL,
    changed_ms       INTEGER NOT NULL,
    events           INTEGER NOT NULL CHECK (events >= 0),
    feedback         TEXT NOT NULL,
    beginning_sha256 TEXT NOT NULL,
    segment_from_us  INTEGER,
    segment_to_us    INTEGER,
    segment_seed     INTEGER,
    active_us        INTEGER NOT NULL DEFAULT 0 CHECK (active_us >= 0),
    FOREIGN KEY (codebook_key, codebook_version) REFERENCES codebook (key, version)
) STRICT;
INSERT INTO coding SELECT * FROM coding_before;
DROP TABLE coding_before;
CREATE INDEX coding_of_conversation ON coding (conversation);

CREATE TABLE sources (
    coding       TEXT PRIMARY KEY NOT NULL REFERENCES coding (id),
    first        TEXT NOT NULL REFERENCES coding (id),
    second       TEXT NOT NULL REFERENCES coding (id) CHECK (second <> first),
    tolerance_us INTEGER NOT NULL CHECK (tolerance_us >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    coding      TEXT NOT NULL REFERENCES coding (id),
    first       TEXT NOT NULL CHECK (length(first) IN (0, 36)),
    second      TEXT NOT NULL CHECK (length(second) IN (0, 36)),
    first_code  TEXT NOT NULL,
    second_code TEXT NOT NULL,
    choice      TEXT NOT NULL CHECK (choice IN ('first', 'second', 'both', 'neither', 'other')),
    code        TEXT NOT NULL,
    note        TEXT NOT NULL,
    PRIMARY KEY (coding, first, second)
) STRICT, WITHOUT ROWID;
)sql";

void create_version_1(SQLite::Database& database) {
    database.exec(kTables);
}

void to_version_2(SQLite::Database& database) {
    database.exec(kToVersion2);
    index_all_turns(database);
}

void to_version_3(SQLite::Database& database) {
    database.exec(kToVersion3);
    count_all_codings(database);
}

void to_version_4(SQLite::Database& database) {
    database.exec(kToVersion4);
}

// The trainee's side: each store makes its own tables, in its *_rows.cpp or *_tables.cpp.
void to_version_5(SQLite::Database& database) {
    create_clip_tables(database);
    create_goal_tables(database);
    create_person_tables(database);
    create_package_tables(database);
    create_consent_tables(database);
    create_retention_tables(database);
    create_erasure_tables(database);
    create_access_tables(database);
    create_review_tables(database);
}

void set_version(SQLite::Database& database, int version) {
    database.exec(fmt::format("PRAGMA user_version = {}", version));
}

}  // namespace

const Schema& current_schema() {
    static const Schema schema{
        5, create_version_1, {{2, to_version_2}, {3, to_version_3}, {4, to_version_4}, {5, to_version_5}}};
    return schema;
}

int version_of(SQLite::Database& database) {
    return database.execAndGet("PRAGMA user_version").getInt();
}

void create_tables(SQLite::Database& database, const Schema& schema) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
    schema.create(database);
    for (const Migration& step : schema.steps) step.run(database);
    set_version(database, schema.version);
    transaction.commit();
}

void migrate(SQLite::Database& database, const Schema& schema) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int from = version_of(database);
    for (const Migration& step : schema.steps) {
        if (step.to > from) step.run(database);
    }
    SQLite::Statement dangling(database, "PRAGMA foreign_key_check");
    if (dangling.executeStep()) {
        throw base::Error(
            _("The library could not be brought to the new version: rows refer to others that are not "
              "there. It stays as it was."));
    }
    set_version(database, schema.version);
    transaction.commit();
}

}  // namespace library
