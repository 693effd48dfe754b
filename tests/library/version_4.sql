PRAGMA application_id = 1415736172;
PRAGMA user_version = 4;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
, turns INTEGER NOT NULL DEFAULT 0 CHECK (turns >= 0), turn_source TEXT NOT NULL DEFAULT 'none'
    CHECK (turn_source IN ('none', 'transcript', 'speech', 'marked'))) STRICT;
INSERT INTO conversation VALUES('01a2042a-6a08-7000-a6b0-fbdffa94e6c7','Gesprek met Anna','Anna','2026-11-12T14:03:00+01:00','role_play','nl','minder roken','','{"quality":"high"}',1795366218248,0,0,2,'transcript');
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
INSERT INTO recording VALUES('01a2042a-6a08-7001-9e91-48c7a281db5e','01a2042a-6a08-7000-a6b0-fbdffa94e6c7',0,'/videos/talk.mp4',123,'f','',600000000,0,'main','');
CREATE TABLE codebook (
    key     TEXT NOT NULL CHECK (length(key) > 0),
    version TEXT NOT NULL CHECK (length(version) > 0),
    json    TEXT NOT NULL,
    PRIMARY KEY (key, version)
) STRICT;
INSERT INTO codebook VALUES('sample','1.0',replace('{\n  "key": "sample", "version": "1.0",\n  "title": {"en": "Sample", "nl": "Voorbeeld"},\n  "comment": "for tests",\n  "groups": [{"key": "questions", "label": {"en": "Questions", "nl": "Vragen"}}],\n  "attributes": [{"key": "strength", "label": {"en": "Strength"},\n                  "values": [{"value": "1", "label": {"en": "weak", "nl": "zwak"}}, "2"]}],\n  "codes": [\n    {"key": "open_question", "side": "professional", "label": {"en": "Open question", "nl": "Open vraag"},\n     "short_label": "Open", "definition": {"en": "Leaves room."}, "colour": "#0072B2", "default_key": "Q",\n     "groups": ["questions"]},\n    {"key": "closed_question", "side": "professional", "extent": "point", "label": "Closed question",\n     "colour": "#56b4e9", "default_key": "W", "groups": ["questions"]},\n    {"key": "change_desire", "side": "client", "extent": "span", "label": {"en": "Desire", "nl": "Wens"},\n     "colour": "#009E73", "default_key": "d", "attributes": ["strength"]}\n  ],\n  "ratings": [{"key": "partnership", "label": "Partnership", "minimum": 1, "maximum": 5, "standard": 3,\n               "anchors": {"1": {"en": "Expert."}, "5": {"en": "Shares power."}}}],\n  "measures": [\n    {"key": "pct_open", "label": "Open questions", "format": "percentage", "numerator": "open_question",\n     "denominator": "questions", "fair": 0.4, "good": 0.5, "few_below": 5},\n    {"key": "questions_asked", "label": "Questions", "format": "count", "numerator": "questions"}\n  ]\n}\n','\n',char(10)));
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
INSERT INTO event VALUES('01a2042a-6a10-7000-b1c9-672abe68dab5','01a2042a-6a18-7000-8bc7-2d81d1205ecb',0,NULL,'open_question','professional','{}','');
INSERT INTO event VALUES('01a2042a-6a10-7000-b1c9-672abe68dab5','01a2042a-6a20-7000-8736-ea108e27aa16',1000000,NULL,'open_question','professional','{}','');
INSERT INTO event VALUES('01a2042a-6a10-7000-b1c9-672abe68dab5','01a2042a-6a24-7000-bb2e-df3b7b44dc69',2000000,NULL,'open_question','professional','{}','');
INSERT INTO event VALUES('01a2042a-6a10-7000-b1c9-672abe68dab5','01a2042a-6a28-7000-954a-41ec6ee9f5aa',3000000,NULL,'open_question','professional','{}','');
INSERT INTO event VALUES('01a2042a-6a40-7000-8d80-9e38433cbde1','01a2042a-6a41-7000-8ca7-9378e5d3dd49',2000000,NULL,'open_question','professional','{}','');
CREATE TABLE rating (
    coding TEXT NOT NULL REFERENCES coding (id),
    rating TEXT NOT NULL,
    value  INTEGER NOT NULL,
    PRIMARY KEY (coding, rating)
) STRICT, WITHOUT ROWID;
INSERT INTO rating VALUES('01a2042a-6a10-7000-b1c9-672abe68dab5','partnership',4);
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
INSERT INTO edit VALUES(1,'01a2042a-6a10-7000-b1c9-672abe68dab5',1795366218265,'Marit','added','{"changes":[{"event":{"after":{"at_us":0,"attributes":{},"code":"open_question","end_us":null,"id":"01a2042a-6a18-7000-8bc7-2d81d1205ecb","note":"","speaker":"professional"},"before":null}}],"what":"added"}',0,NULL);
INSERT INTO edit VALUES(2,'01a2042a-6a10-7000-b1c9-672abe68dab5',1795366218272,'Marit','added','{"changes":[{"event":{"after":{"at_us":1000000,"attributes":{},"code":"open_question","end_us":null,"id":"01a2042a-6a20-7000-8736-ea108e27aa16","note":"","speaker":"professional"},"before":null}}],"what":"added"}',0,NULL);
INSERT INTO edit VALUES(3,'01a2042a-6a10-7000-b1c9-672abe68dab5',1795366218276,'Marit','added','{"changes":[{"event":{"after":{"at_us":2000000,"attributes":{},"code":"open_question","end_us":null,"id":"01a2042a-6a24-7000-bb2e-df3b7b44dc69","note":"","speaker":"professional"},"before":null}}],"what":"added"}',0,NULL);
INSERT INTO edit VALUES(4,'01a2042a-6a10-7000-b1c9-672abe68dab5',1795366218280,'Marit','added','{"changes":[{"event":{"after":{"at_us":3000000,"attributes":{},"code":"open_question","end_us":null,"id":"01a2042a-6a28-7000-954a-41ec6ee9f5aa","note":"","speaker":"professional"},"before":null}}],"what":"added"}',0,NULL);
INSERT INTO edit VALUES(5,'01a2042a-6a10-7000-b1c9-672abe68dab5',1795366218289,'Marit','rated','{"changes":[{"rating":{"after":4,"before":null,"key":"partnership"}}],"what":"rated"}',0,NULL);
INSERT INTO edit VALUES(6,'01a2042a-6a10-7000-b1c9-672abe68dab5',1795366218292,'Marit','tied','{"changes":[{"evidence":{"after":true,"before":false,"event":"01a2042a-6a18-7000-8bc7-2d81d1205ecb","rating":"partnership"}}],"what":"tied"}',1,1795366218296);
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
INSERT INTO conversation_edit VALUES(1,'01a2042a-6a08-7000-a6b0-fbdffa94e6c7',1795366218249,'marit','added',NULL,NULL,0,NULL);
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
INSERT INTO report VALUES('01a2042a-6a85-7000-b276-2aa36b1b6037','01a2042a-6a10-7000-b1c9-672abe68dab5',1,'nl',1795366218373,'48d27c27bb69a4d5a8a0bccfd61a6fefc7155901eb129a6b8e229a52a0b2bf9b','{}','<p>',X'25504446');
CREATE TABLE setting (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;
INSERT INTO setting VALUES('theme','dark');
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
INSERT INTO turn VALUES('01a2042a-6a08-7000-a6b0-fbdffa94e6c7',1048576,3000000,9000000,'Anna','client','Ja, maar ik wíl stoppen.',1,'ja maar ik wil stoppen');
INSERT INTO turn VALUES('01a2042a-6a08-7000-a6b0-fbdffa94e6c7',2097152,9000000,12000000,'Anna','professional','Wat houdt je tegen?',2,'wat houdt je tegen');
CREATE VIRTUAL TABLE turn_words USING fts5 (words, content = 'turn', content_rowid = 'number', tokenize = 'ascii');
CREATE TABLE turn_edit (
    number       INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL REFERENCES conversation (id),
    at_ms        INTEGER NOT NULL,
    who          TEXT NOT NULL,
    change       TEXT NOT NULL,
    state        INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
    turned_ms    INTEGER
) STRICT;
INSERT INTO turn_edit VALUES(1,'01a2042a-6a08-7000-a6b0-fbdffa94e6c7',1795366218351,'marit','[{"after":{"from_us":3000000,"role":"client","speaker":"Anna","text":"Ja, maar ik wíl stoppen.","to_us":9000000},"at":0,"before":{"from_us":3000000,"role":"client","speaker":"Anna","text":"Ja, maar ik wil stoppen.","to_us":9000000}}]',0,NULL);
CREATE TABLE total (
    coding          TEXT PRIMARY KEY NOT NULL REFERENCES coding (id),
    counts          TEXT NOT NULL,
    professional_us INTEGER,
    client_us       INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO total VALUES('01a2042a-6a10-7000-b1c9-672abe68dab5',replace('4 ["open_question",{}]\n','\n',char(10)),3000000,6000000);
INSERT INTO total VALUES('01a2042a-6a40-7000-8d80-9e38433cbde1',replace('1 ["open_question",{}]\n','\n',char(10)),3000000,6000000);
INSERT INTO total VALUES('01a2042a-6a44-7000-9ca1-8a40077489b6','',3000000,6000000);
CREATE TABLE milestone (
    id      TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    kind    TEXT NOT NULL CHECK (kind IN ('training', 'coaching')),
    date    TEXT NOT NULL,
    person  TEXT NOT NULL,
    text    TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
INSERT INTO milestone VALUES('01a2042a-6a80-7000-ae7e-10714f194eca','training','2026-11-01','','Basistraining',0);
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
INSERT INTO coding VALUES('01a2042a-6a10-7000-b1c9-672abe68dab5','01a2042a-6a08-7000-a6b0-fbdffa94e6c7','sample','1.0','Marit','feedback',1795366218256,1795366218296,4,'{"focus":[],"next_step":"","strengths":[]}','441d2cad06af088e2310738305e28d4d642cf33fbb03ea8281ca02e7a43ed6c6',NULL,NULL,NULL,0);
INSERT INTO coding VALUES('01a2042a-6a40-7000-8d80-9e38433cbde1','01a2042a-6a08-7000-a6b0-fbdffa94e6c7','sample','1.0','Joost','feedback',1795366218305,1795366218305,1,'{"focus":[],"next_step":"","strengths":[]}','62305f43e7dc1a9098dc3b422c2ad0957b43b301b9b834a228c5f7a29d5e3e4b',NULL,NULL,NULL,0);
INSERT INTO coding VALUES('01a2042a-6a44-7000-9ca1-8a40077489b6','01a2042a-6a08-7000-a6b0-fbdffa94e6c7','sample','1.0','Marit en Joost','consensus',1795366218308,1795366218308,0,'{"focus":[],"next_step":"","strengths":[]}','31a734cc91e39ade5dd7913b1042011c14fce2e2396184068b805fa635c100f7',NULL,NULL,NULL,0);
CREATE TABLE sources (
    coding       TEXT PRIMARY KEY NOT NULL REFERENCES coding (id),
    first        TEXT NOT NULL REFERENCES coding (id),
    second       TEXT NOT NULL REFERENCES coding (id) CHECK (second <> first),
    tolerance_us INTEGER NOT NULL CHECK (tolerance_us >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO sources VALUES('01a2042a-6a44-7000-9ca1-8a40077489b6','01a2042a-6a10-7000-b1c9-672abe68dab5','01a2042a-6a40-7000-8d80-9e38433cbde1',2000000);
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
INSERT INTO decision VALUES('01a2042a-6a44-7000-9ca1-8a40077489b6','01a2042a-6a18-7000-8bc7-2d81d1205ecb','01a2042a-6a41-7000-8ca7-9378e5d3dd49','open_question','closed_question','first','','het wás open');
CREATE INDEX edit_of_coding ON edit (coding, state, number);
CREATE INDEX conversation_edit_by_state ON conversation_edit (state, number);
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
CREATE INDEX turn_of_conversation ON turn (conversation, position);
CREATE INDEX turn_edit_of_conversation ON turn_edit (conversation, state, number);
CREATE TRIGGER turn_edit_is_frozen BEFORE UPDATE OF number, conversation, at_ms, who, change ON turn_edit
    BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
CREATE TRIGGER turn_edit_is_kept BEFORE DELETE ON turn_edit
    BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
CREATE INDEX coding_of_conversation ON coding (conversation);
INSERT INTO turn_words (turn_words) VALUES ('rebuild');
COMMIT;
