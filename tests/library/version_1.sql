PRAGMA application_id = 1415736172;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE codebook (
    key     TEXT NOT NULL CHECK (length(key) > 0),
    version TEXT NOT NULL CHECK (length(version) > 0),
    json    TEXT NOT NULL,
    PRIMARY KEY (key, version)
) STRICT;
INSERT INTO "codebook" VALUES('sample','1.0','{
  "key": "sample", "version": "1.0",
  "title": {"en": "Sample", "nl": "Voorbeeld"},
  "comment": "for tests",
  "groups": [{"key": "questions", "label": {"en": "Questions", "nl": "Vragen"}}],
  "attributes": [{"key": "strength", "label": {"en": "Strength"},
                  "values": [{"value": "1", "label": {"en": "weak", "nl": "zwak"}}, "2"]}],
  "codes": [
    {"key": "open_question", "side": "professional", "label": {"en": "Open question", "nl": "Open vraag"},
     "short_label": "Open", "definition": {"en": "Leaves room."}, "colour": "#0072B2", "default_key": "Q",
     "groups": ["questions"]},
    {"key": "closed_question", "side": "professional", "extent": "point", "label": "Closed question",
     "colour": "#56b4e9", "default_key": "W", "groups": ["questions"]},
    {"key": "change_desire", "side": "client", "extent": "span", "label": {"en": "Desire", "nl": "Wens"},
     "colour": "#009E73", "default_key": "d", "attributes": ["strength"]}
  ],
  "ratings": [{"key": "partnership", "label": "Partnership", "minimum": 1, "maximum": 5, "standard": 3,
               "anchors": {"1": {"en": "Expert."}, "5": {"en": "Shares power."}}}],
  "measures": [
    {"key": "pct_open", "label": "Open questions", "format": "percentage", "numerator": "open_question",
     "denominator": "questions", "fair": 0.4, "good": 0.5, "few_below": 5},
    {"key": "questions_asked", "label": "Questions", "format": "count", "numerator": "questions"}
  ]
}
');
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
INSERT INTO "coding" VALUES('01a2029b-991e-7000-ac25-0825a95b80a1','01a2029b-9914-7000-a2d1-a751375b1904','sample','1.0','Marit','feedback',1795340081438,1795340081484,4,'{"focus":[],"next_step":"","strengths":[]}','441d2cad06af088e2310738305e28d4d642cf33fbb03ea8281ca02e7a43ed6c6');
INSERT INTO "coding" VALUES('01a2029b-9950-7000-bf82-0fe39d36cce6','01a2029b-9914-7000-a2d1-a751375b1904','sample','1.0','Joost','second_coder',1795340081488,1795340081488,3,'{"focus":[],"next_step":"doorvragen","strengths":[]}','94af7dd978c535be3199649a49aefc2d5abc0cf20ee5130a7e06fb24fb33539e');
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
INSERT INTO "conversation" VALUES('01a2029b-9914-7000-a2d1-a751375b1904','Gesprek met Anna, deel 1','Anna','2026-11-12T14:03:00+01:00','role_play','nl','minder roken','','{"quality":"high"}',1795340081428,0,0);
INSERT INTO "conversation" VALUES('01a2029b-995c-7000-8ede-daff405d5a7c','Verwijderd','Anna','2026-11-12T14:03:00+01:00','role_play','nl','minder roken','','{"quality":"high"}',1795340081500,0,1);
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
INSERT INTO "conversation_edit" VALUES(1,'01a2029b-9914-7000-a2d1-a751375b1904',1795340081428,'root','added',NULL,NULL,0,NULL);
INSERT INTO "conversation_edit" VALUES(2,'01a2029b-9914-7000-a2d1-a751375b1904',1795340081496,'root','changed','{"change_goal":"minder roken","created_ms":1795340081428,"date":"2026-11-12T14:03:00+01:00","id":"01a2029b-9914-7000-a2d1-a751375b1904","kind":"role_play","language":"nl","last_position_us":0,"recordings":[{"duration_us":600000000,"fingerprint":"f","id":"01a2029b-9914-7001-8fc9-d8fabe190d3f","label":"","offset_us":0,"path":"/videos/talk.mp4","role":"main","sha256":"","size":123}],"remarks":"","tags":{"quality":"high"},"title":"Gesprek met Anna","trainee":"Anna"}','{"change_goal":"minder roken","created_ms":1795340081428,"date":"2026-11-12T14:03:00+01:00","id":"01a2029b-9914-7000-a2d1-a751375b1904","kind":"role_play","language":"nl","last_position_us":0,"recordings":[{"duration_us":600000000,"fingerprint":"f","id":"01a2029b-9914-7001-8fc9-d8fabe190d3f","label":"","offset_us":0,"path":"/videos/talk.mp4","role":"main","sha256":"","size":123}],"remarks":"","tags":{"quality":"high"},"title":"Gesprek met Anna, deel 1","trainee":"Anna"}',0,NULL);
INSERT INTO "conversation_edit" VALUES(3,'01a2029b-995c-7000-8ede-daff405d5a7c',1795340081500,'root','added',NULL,NULL,0,NULL);
INSERT INTO "conversation_edit" VALUES(4,'01a2029b-995c-7000-8ede-daff405d5a7c',1795340081504,'root','removed',NULL,NULL,0,NULL);
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
INSERT INTO "edit" VALUES(1,'01a2029b-991e-7000-ac25-0825a95b80a1',1795340081446,'Marit','added','{"changes":[{"event":{"after":{"at_us":0,"attributes":{},"code":"open_question","end_us":null,"id":"01a2029b-9926-7000-b6d2-18924bf43efe","note":"“één”","speaker":"professional"},"before":null}}],"what":"added"}',0,NULL);
INSERT INTO "edit" VALUES(2,'01a2029b-991e-7000-ac25-0825a95b80a1',1795340081456,'Marit','added','{"changes":[{"event":{"after":{"at_us":10000000,"attributes":{},"code":"open_question","end_us":null,"id":"01a2029b-9930-7000-b1da-ed40755fdf01","note":"“één”","speaker":"professional"},"before":null}}],"what":"added"}',0,NULL);
INSERT INTO "edit" VALUES(3,'01a2029b-991e-7000-ac25-0825a95b80a1',1795340081460,'Marit','added','{"changes":[{"event":{"after":{"at_us":20000000,"attributes":{},"code":"open_question","end_us":null,"id":"01a2029b-9934-7000-8111-a4126829aa52","note":"“één”","speaker":"professional"},"before":null}}],"what":"added"}',0,NULL);
INSERT INTO "edit" VALUES(4,'01a2029b-991e-7000-ac25-0825a95b80a1',1795340081468,'Marit','added','{"changes":[{"event":{"after":{"at_us":30000000,"attributes":{},"code":"open_question","end_us":null,"id":"01a2029b-993c-7000-b0c4-200bfab6444e","note":"“één”","speaker":"professional"},"before":null}}],"what":"added"}',0,NULL);
INSERT INTO "edit" VALUES(5,'01a2029b-991e-7000-ac25-0825a95b80a1',1795340081472,'Marit','rated','{"changes":[{"rating":{"after":4,"before":null,"key":"partnership"}}],"what":"rated"}',0,NULL);
INSERT INTO "edit" VALUES(6,'01a2029b-991e-7000-ac25-0825a95b80a1',1795340081476,'Marit','changed','{"changes":[{"event":{"after":{"at_us":12000000,"attributes":{"strength":"2"},"code":"open_question","end_us":14000000,"id":"01a2029b-9930-7000-b1da-ed40755fdf01","note":"“één”","speaker":"professional"},"before":{"at_us":10000000,"attributes":{},"code":"open_question","end_us":null,"id":"01a2029b-9930-7000-b1da-ed40755fdf01","note":"“één”","speaker":"professional"}}}],"what":"changed"}',0,NULL);
INSERT INTO "edit" VALUES(7,'01a2029b-991e-7000-ac25-0825a95b80a1',1795340081480,'Marit','deleted','{"changes":[{"event":{"after":null,"before":{"at_us":30000000,"attributes":{},"code":"open_question","end_us":null,"id":"01a2029b-993c-7000-b0c4-200bfab6444e","note":"“één”","speaker":"professional"}}}],"what":"deleted"}',1,1795340081484);
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
INSERT INTO "event" VALUES('01a2029b-991e-7000-ac25-0825a95b80a1','01a2029b-9926-7000-b6d2-18924bf43efe',0,NULL,'open_question','professional','{}','“één”');
INSERT INTO "event" VALUES('01a2029b-991e-7000-ac25-0825a95b80a1','01a2029b-9930-7000-b1da-ed40755fdf01',12000000,14000000,'open_question','professional','{"strength":"2"}','“één”');
INSERT INTO "event" VALUES('01a2029b-991e-7000-ac25-0825a95b80a1','01a2029b-9934-7000-8111-a4126829aa52',20000000,NULL,'open_question','professional','{}','“één”');
INSERT INTO "event" VALUES('01a2029b-991e-7000-ac25-0825a95b80a1','01a2029b-993c-7000-b0c4-200bfab6444e',30000000,NULL,'open_question','professional','{}','“één”');
INSERT INTO "event" VALUES('01a2029b-9950-7000-bf82-0fe39d36cce6','01a2029b-9950-7001-acbc-ea67d0fef4ab',0,NULL,'closed_question','professional','{}','');
INSERT INTO "event" VALUES('01a2029b-9950-7000-bf82-0fe39d36cce6','01a2029b-9950-7002-bb1f-b7dda9bcf629',1000000,NULL,'closed_question','professional','{}','');
INSERT INTO "event" VALUES('01a2029b-9950-7000-bf82-0fe39d36cce6','01a2029b-9950-7003-99d5-9e24752c2154',2000000,NULL,'closed_question','professional','{}','');
CREATE TABLE rating (
    coding TEXT NOT NULL REFERENCES coding (id),
    rating TEXT NOT NULL,
    value  INTEGER NOT NULL,
    PRIMARY KEY (coding, rating)
) STRICT, WITHOUT ROWID;
INSERT INTO "rating" VALUES('01a2029b-991e-7000-ac25-0825a95b80a1','partnership',4);
INSERT INTO "rating" VALUES('01a2029b-9950-7000-bf82-0fe39d36cce6','partnership',2);
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
INSERT INTO "recording" VALUES('01a2029b-9914-7001-8fc9-d8fabe190d3f','01a2029b-9914-7000-a2d1-a751375b1904',0,'/videos/talk.mp4',123,'f','',600000000,0,'main','');
INSERT INTO "recording" VALUES('01a2029b-995c-7001-a5e3-75e849d7bfc8','01a2029b-995c-7000-8ede-daff405d5a7c',0,'/videos/talk.mp4',123,'f','',600000000,0,'main','');
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
INSERT INTO "report" VALUES('01a2029b-9964-7000-8096-ccec64febdec','01a2029b-991e-7000-ac25-0825a95b80a1',1,'nl',1795340081508,'f8922c78ac1b80737b9d7dcdc76cb33cf2fee2aac0bde42a50cf209998cec0bb','{}','<p>é</p>',X'255044460078');
CREATE TABLE setting (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "setting" VALUES('theme','dark');
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
INSERT INTO "turn" VALUES('01a2029b-9914-7000-a2d1-a751375b1904',0,1000000,3000000,'Anna','client','Eén glas, méér niet.');
INSERT INTO "turn" VALUES('01a2029b-9914-7000-a2d1-a751375b1904',1,3000000,3000000,'Marit','professional','Mm.');
INSERT INTO "turn" VALUES('01a2029b-9914-7000-a2d1-a751375b1904',2,3000000,9000000,'Anna','client','Ja, maar ik wil stoppen.');
INSERT INTO "turn" VALUES('01a2029b-995c-7000-8ede-daff405d5a7c',0,1000000,3000000,'','unknown','stoppen');
CREATE INDEX coding_of_conversation ON coding (conversation);
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
COMMIT;
