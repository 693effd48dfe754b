// The tables of clips: how they are made, and how they are mended after a salvage.
#include "base/error.h"
#include "base/i18n.h"
#include "library/clip_edits.h"
#include "library/clip_rows.h"
#include "library/query.h"

#include <fmt/format.h>
#include <map>

namespace library {

namespace {

// `coding` refers to nothing: a clip that came in a package stays when that coding did not come along. codes: keys
// with a blank between them. state: as in edit.
constexpr const char* kClipTables = R"sql(
CREATE TABLE clip (
    id           TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    conversation TEXT NOT NULL REFERENCES conversation (id),
    coding       TEXT CHECK (length(coding) = 36),
    from_us      INTEGER NOT NULL CHECK (from_us >= 0),
    to_us        INTEGER NOT NULL CHECK (to_us > from_us),
    kind         TEXT NOT NULL CHECK (kind IN ('strength', 'question', 'suggestion', 'note')),
    title        TEXT NOT NULL,
    text         TEXT NOT NULL,
    author       TEXT NOT NULL,
    changed_ms   INTEGER NOT NULL,
    revision     INTEGER NOT NULL CHECK (revision > 0),
    removed      INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX clip_of_conversation ON clip (conversation);

CREATE TABLE comment (
    id         TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    clip       TEXT NOT NULL REFERENCES clip (id),
    reply_to   TEXT REFERENCES comment (id) DEFERRABLE INITIALLY DEFERRED,
    author     TEXT NOT NULL,
    at_ms      INTEGER NOT NULL,
    text       TEXT NOT NULL,
    spoken_us  INTEGER NOT NULL CHECK (spoken_us >= 0),
    said_again INTEGER NOT NULL CHECK (said_again IN (0, 1)),
    codes      TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    revision   INTEGER NOT NULL CHECK (revision > 0),
    removed    INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX comment_of_clip ON comment (clip);

CREATE TABLE comment_sound (
    comment TEXT PRIMARY KEY NOT NULL REFERENCES comment (id) DEFERRABLE INITIALLY DEFERRED,
    sound   BLOB NOT NULL
) STRICT;

CREATE TABLE clip_edit (
    number       INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL REFERENCES conversation (id),
    who          TEXT NOT NULL,
    at_ms        INTEGER NOT NULL,
    change       TEXT NOT NULL,
    state        INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
    turned_ms    INTEGER
) STRICT;
CREATE INDEX clip_edit_of_conversation ON clip_edit (conversation, state, number);
CREATE TRIGGER clip_edit_is_frozen BEFORE UPDATE OF number, conversation, who, at_ms, change ON clip_edit
    BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
CREATE TRIGGER clip_edit_is_kept BEFORE DELETE ON clip_edit
    BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
)sql";

// What the log last said of each clip and comment, whatever became of it later.
void read_log(SQLite::Database& database, std::map<base::Id, codes::Clip>& clips,
              std::map<base::Id, codes::Comment>& comments) {
    SQLite::Statement edits(database, "SELECT change, state FROM clip_edit ORDER BY number");
    for (Query row(edits); row.next();) {
        try {
            ClipEdit edit = clip_edit_from_json(row.text(0));
            if (row.small(1) == 1) edit = turned(edit, Direction::Undo);
            for (const ClipChange& change : edit.clips) clips[change.after->id] = *change.after;
            for (const CommentChange& change : edit.comments) comments[change.after->id] = *change.after;
        } catch (const base::Error&) {}  // an edit that cannot be read tells nothing
    }
}

void put_back(SQLite::Database& database, const codes::Clip& clip) {
    SQLite::Statement insert(database, "INSERT OR IGNORE INTO clip VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Query(insert, clip.id, clip.conversation, clip.coding ? std::optional(clip.coding) : std::nullopt, clip.span.from,
          clip.span.to, codes::name_of(clip.kind), clip.title, clip.text, clip.author, clip.changed, clip.revision + 1,
          clip.removed ? 1 : 0)
        .run();
}

void put_back(SQLite::Database& database, const codes::Comment& comment) {
    SQLite::Statement insert(database, "INSERT OR IGNORE INTO comment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Query(insert, comment.id, comment.clip, comment.reply_to ? std::optional(comment.reply_to) : std::nullopt,
          comment.author, comment.at, comment.text, comment.spoken, said_again(comment), codes_of(comment),
          comment.changed, comment.revision + 1, comment.removed ? 1 : 0)
        .run();
}

void make_bare_clips(SQLite::Database& database) {
    SQLite::Statement lost(database, "SELECT DISTINCT clip FROM comment WHERE clip NOT IN (SELECT id FROM clip)");
    const base::Id conversation = base::make_id();
    for (Query row(lost); row.next();) {
        codes::Clip clip;
        clip.id = row.id(0);
        clip.conversation = conversation;
        clip.span = {{}, base::seconds(1)};
        clip.title = _("Salvaged: its description is lost");
        put_back(database, clip);
    }
}

}  // namespace

void create_clip_tables(SQLite::Database& database) {
    database.exec(kClipTables);
}

void mend_clips(SQLite::Database& database) {
    std::map<base::Id, codes::Clip> clips;
    std::map<base::Id, codes::Comment> comments;
    read_log(database, clips, comments);
    for (const auto& [id, clip] : clips) put_back(database, clip);
    for (const auto& [id, comment] : comments) put_back(database, comment);
    make_bare_clips(database);
    database.exec("UPDATE comment SET reply_to = NULL WHERE reply_to NOT IN (SELECT id FROM comment)");
    database.exec("DELETE FROM comment_sound WHERE comment NOT IN (SELECT id FROM comment)");
    database.exec("UPDATE comment SET spoken_us = 0 WHERE id NOT IN (SELECT comment FROM comment_sound)");
}

}  // namespace library
