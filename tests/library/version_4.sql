PRAGMA application_id = 1415736172;
PRAGMA user_version = 4;
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
INSERT INTO "conversation" VALUES('01a20433-836c-7000-8c06-6096b79e9552','talk','Anna','2026-11-12','practice','en','','','{}',1795366814572,0,0,2,'transcript');
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
INSERT INTO "recording" VALUES('01a20433-844b-7000-9a07-71e858534872','01a20433-836c-7000-8c06-6096b79e9552',0,'/videos/talk.wav',32044,'77016c6db2ddd82e3992156a4f61e16e9d6e86a0e1df41d5b92b7808bf4e0120','',2000000,0,'main','');
CREATE TABLE codebook (
    key     TEXT NOT NULL CHECK (length(key) > 0),
    version TEXT NOT NULL CHECK (length(version) > 0),
    json    TEXT NOT NULL,
    PRIMARY KEY (key, version)
) STRICT;
INSERT INTO "codebook" VALUES('annomi','1.2','{
  "key": "annomi",
  "version": "1.2",
  "title": {"en": "AnnoMI", "nl": "AnnoMI"},
  "use": {"en": "Research: the broad scheme of the AnnoMI data set, to compare with it.", "nl": "Onderzoek: het grove schema van de dataset AnnoMI, om mee te vergelijken."},
  "source": {
    "en": "The scheme of AnnoMI, a set of coded demonstrations: Z. Wu, S. Balloccu, V. Kumar, R. Helaoui, E. Reiter, D. Reforgiato Recupero and D. Riboni (ICASSP 2022; Future Internet 15(3) 110, 2023). One main behaviour for each utterance of the therapist, with what else it holds, and one kind of talk for each utterance of the client. Descriptions and Dutch terms are Terugblik''s own. An AnnoMI “open” question is not quite MISC''s.",
    "nl": "Het schema van AnnoMI, een verzameling gecodeerde voorbeeldgesprekken: Z. Wu, S. Balloccu, V. Kumar, R. Helaoui, E. Reiter, D. Reforgiato Recupero en D. Riboni (ICASSP 2022; Future Internet 15(3) 110, 2023). Eén hoofdgedrag per uiting van de therapeut, met wat er verder in zit, en één soort taal per uiting van de cliënt. Omschrijvingen en Nederlandse termen zijn van Terugblik zelf. Een “open” vraag is in AnnoMI niet helemaal die van MISC."
  },
  "groups": [
    {"key": "therapist", "label": {"en": "Therapist", "nl": "Therapeut"}},
    {"key": "with_reflection", "label": {"en": "Holds a reflection", "nl": "Bevat een reflectie"}, "where": {"reflection_exists": ["true"]}},
    {"key": "simple_reflections", "label": {"en": "Simple reflections", "nl": "Enkelvoudige reflecties"}, "where": {"reflection_subtype": ["simple"]}},
    {"key": "complex_reflections", "label": {"en": "Complex reflections", "nl": "Complexe reflecties"}, "where": {"reflection_subtype": ["complex"]}},
    {"key": "with_question", "label": {"en": "Holds a question", "nl": "Bevat een vraag"}, "where": {"question_exists": ["true"]}},
    {"key": "open_questions", "label": {"en": "Open questions", "nl": "Open vragen"}, "where": {"question_subtype": ["open"]}},
    {"key": "closed_questions", "label": {"en": "Closed questions", "nl": "Gesloten vragen"}, "where": {"question_subtype": ["closed"]}},
    {"key": "with_input", "label": {"en": "Holds input", "nl": "Bevat inbreng"}, "where": {"input_exists": ["true"]}},
    {"key": "information", "label": {"en": "Information", "nl": "Informatie"}, "where": {"input_subtype": ["information"]}},
    {"key": "advice", "label": {"en": "Advice", "nl": "Advies"}, "where": {"input_subtype": ["advice"]}},
    {"key": "negotiation", "label": {"en": "Negotiation", "nl": "Onderhandeling"}, "where": {"input_subtype": ["negotiation"]}},
    {"key": "options", "label": {"en": "Options", "nl": "Opties"}, "where": {"input_subtype": ["options"]}},
    {"key": "client", "label": {"en": "Client", "nl": "Cliënt"}}
  ],
  "attributes": [
    {"key": "reflection_exists", "label": {"en": "Holds a reflection", "nl": "Bevat een reflectie"},
     "values": [
       {"value": "true", "label": {"en": "yes", "nl": "ja"}},
       {"value": "false", "label": {"en": "no", "nl": "nee"}}
     ]},
    {"key": "reflection_subtype", "label": {"en": "Kind of reflection", "nl": "Soort reflectie"},
     "values": [
       {"value": "simple", "label": {"en": "simple", "nl": "enkelvoudig"}},
       {"value": "complex", "label": {"en": "complex", "nl": "complex"}}
     ]},
    {"key": "question_exists", "label": {"en": "Holds a question", "nl": "Bevat een vraag"},
     "values": [
       {"value": "true", "label": {"en": "yes", "nl": "ja"}},
       {"value": "false", "label": {"en": "no", "nl": "nee"}}
     ]},
    {"key": "question_subtype", "label": {"en": "Kind of question", "nl": "Soort vraag"},
     "values": [
       {"value": "open", "label": {"en": "open", "nl": "open"}},
       {"value": "closed", "label": {"en": "closed", "nl": "gesloten"}}
     ]},
    {"key": "input_exists", "label": {"en": "Holds input", "nl": "Bevat inbreng"},
     "values": [
       {"value": "true", "label": {"en": "yes", "nl": "ja"}},
       {"value": "false", "label": {"en": "no", "nl": "nee"}}
     ]},
    {"key": "input_subtype", "label": {"en": "Kind of input", "nl": "Soort inbreng"},
     "values": [
       {"value": "information", "label": {"en": "information", "nl": "informatie"}},
       {"value": "advice", "label": {"en": "advice", "nl": "advies"}},
       {"value": "negotiation", "label": {"en": "negotiation", "nl": "onderhandeling"}},
       {"value": "options", "label": {"en": "options", "nl": "opties"}}
     ]}
  ],
  "codes": [
    {"key": "reflection", "side": "professional", "extent": "point", "colour": "#0072B2", "default_key": "R",
     "label": {"en": "Reflection", "nl": "Reflectie"}, "short_label": {"en": "reflection", "nl": "reflectie"},
     "definition": {"en": "Mainly gives back what the client said or meant.", "nl": "Geeft vooral terug wat de cliënt zei of bedoelde."},
     "groups": ["therapist", "with_reflection", "simple_reflections", "complex_reflections", "with_question", "open_questions", "closed_questions", "with_input", "information", "advice", "negotiation", "options"], "attributes": ["reflection_exists", "reflection_subtype", "question_exists", "question_subtype", "input_exists", "input_subtype"]},
    {"key": "question", "side": "professional", "extent": "point", "asks": true, "colour": "#56B4E9", "default_key": "Q",
     "label": {"en": "Question", "nl": "Vraag"}, "short_label": {"en": "question", "nl": "vraag"},
     "definition": {"en": "Mainly asks.", "nl": "Vraagt vooral."},
     "groups": ["therapist", "with_reflection", "simple_reflections", "complex_reflections", "with_question", "open_questions", "closed_questions", "with_input", "information", "advice", "negotiation", "options"], "attributes": ["reflection_exists", "reflection_subtype", "question_exists", "question_subtype", "input_exists", "input_subtype"]},
    {"key": "therapist_input", "side": "professional", "extent": "point", "colour": "#8A8F98", "default_key": "S",
     "label": {"en": "Input", "nl": "Inbreng"}, "short_label": {"en": "input", "nl": "inbreng"},
     "definition": {"en": "Mainly brings something: information, advice, options, a negotiation.", "nl": "Brengt vooral iets in: informatie, advies, opties, onderhandeling."},
     "groups": ["therapist", "with_reflection", "simple_reflections", "complex_reflections", "with_question", "open_questions", "closed_questions", "with_input", "information", "advice", "negotiation", "options"], "attributes": ["reflection_exists", "reflection_subtype", "question_exists", "question_subtype", "input_exists", "input_subtype"]},
    {"key": "other", "side": "professional", "extent": "point", "colour": "#B8B4AC", "default_key": "F",
     "label": {"en": "Other", "nl": "Overig"}, "short_label": {"en": "other", "nl": "overig"},
     "definition": {"en": "None of these: encouraging, greeting, arranging.", "nl": "Geen van deze: aanmoedigen, groeten, regelen."},
     "groups": ["therapist", "with_reflection", "simple_reflections", "complex_reflections", "with_question", "open_questions", "closed_questions", "with_input", "information", "advice", "negotiation", "options"], "attributes": ["reflection_exists", "reflection_subtype", "question_exists", "question_subtype", "input_exists", "input_subtype"]},
    {"key": "change", "side": "client", "extent": "point", "colour": "#009E73", "default_key": "U",
     "label": {"en": "Change talk", "nl": "Verandertaal"}, "short_label": {"en": "change", "nl": "verand."},
     "definition": {"en": "Leans to the change.", "nl": "Neigt naar de verandering."},
     "groups": ["client"]},
    {"key": "neutral", "side": "client", "extent": "point", "colour": "#B8B4AC", "default_key": "N",
     "label": {"en": "Neutral", "nl": "Neutraal"}, "short_label": {"en": "neutral", "nl": "neutr."},
     "definition": {"en": "Leans to neither side.", "nl": "Neigt naar geen van beide."},
     "groups": ["client"]},
    {"key": "sustain", "side": "client", "extent": "point", "colour": "#CC79A7", "default_key": "J",
     "label": {"en": "Sustain talk", "nl": "Behoudtaal"}, "short_label": {"en": "sustain", "nl": "behoud"},
     "definition": {"en": "Leans to staying as it is.", "nl": "Neigt naar laten zoals het is."},
     "groups": ["client"]}
  ],
  "measures": [
    {"key": "pct_ct", "format": "percentage",
     "label": {"en": "Change talk of change + sustain talk", "nl": "Verandertaal van VT+BT"},
     "numerator": "change", "denominator": "change + sustain",
     "few_below": 10, "by_thirds": true,
     "caveat": {"en": "Neutral is left out. It also depends on the client and the moment, not on the professional alone.", "nl": "Neutraal telt niet mee. Het hangt ook af van de cliënt en het moment, niet alleen van de professional."}},
    {"key": "pct_reflection", "format": "percentage",
     "label": {"en": "Reflections of the therapist''s utterances", "nl": "Reflecties van de uitingen van de therapeut"},
     "numerator": "reflection", "denominator": "therapist",
     "few_below": 10},
    {"key": "pct_question", "format": "percentage",
     "label": {"en": "Questions of the therapist''s utterances", "nl": "Vragen van de uitingen van de therapeut"},
     "numerator": "question", "denominator": "therapist",
     "few_below": 10},
    {"key": "pct_input", "format": "percentage",
     "label": {"en": "Input of the therapist''s utterances", "nl": "Inbreng van de uitingen van de therapeut"},
     "numerator": "therapist_input", "denominator": "therapist",
     "few_below": 10},
    {"key": "pct_complex", "format": "percentage",
     "label": {"en": "Complex of all reflections", "nl": "Complex van alle reflecties"},
     "numerator": "complex_reflections", "denominator": "simple_reflections + complex_reflections",
     "few_below": 10,
     "caveat": {"en": "Known only where the kind of reflection was coded.", "nl": "Alleen bekend waar de soort reflectie gecodeerd is."}}
  ],
  "curves": [
    {"key": "change_over_time", "label": {"en": "Change talk against sustain talk", "nl": "Verandertaal tegenover behoudtaal"},
     "up": ["change"], "down": ["sustain"]}
  ],
  "pairs": [
    {"key": "advice_sustain", "label": {"en": "Advice → sustain talk", "nl": "Advies → behoudtaal"},
     "given": ["advice"], "then": ["sustain"]},
    {"key": "question_change", "label": {"en": "Open question → change talk", "nl": "Open vraag → verandertaal"},
     "given": ["open_questions"], "then": ["change"]},
    {"key": "reflected_change", "label": {"en": "Reflection of change talk → change talk", "nl": "Reflectie van verandertaal → verandertaal"},
     "given": ["reflection"], "after": ["change"], "then": ["change"]},
    {"key": "after_sustain", "label": {"en": "Sustain talk → what the therapist did", "nl": "Behoudtaal → wat de therapeut deed"},
     "given": ["sustain"]}
  ],
  "quotes": ["change"]
}
');
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
INSERT INTO "event" VALUES('01a20433-86ef-7002-b9ae-31babb90d415','01a20433-86ef-7000-ae24-1a48f4bb4f2f',500000,NULL,'question','professional','{"question_subtype":"open"}','“één”');
INSERT INTO "event" VALUES('01a20433-86ef-7002-b9ae-31babb90d415','01a20433-86ef-7001-95d2-f64da4197445',1200000,NULL,'change','client','{}','');
CREATE TABLE rating (
    coding TEXT NOT NULL REFERENCES coding (id),
    rating TEXT NOT NULL,
    value  INTEGER NOT NULL,
    PRIMARY KEY (coding, rating)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "conversation_edit" VALUES(1,'01a20433-836c-7000-8c06-6096b79e9552',1795366814845,'marit','added',NULL,NULL,0,NULL);
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
INSERT INTO "turn" VALUES('01a20433-836c-7000-8c06-6096b79e9552',1048576,0,1000000,'Marit','unknown','Wat brengt u hier?',1,'wat brengt u hier');
INSERT INTO "turn" VALUES('01a20433-836c-7000-8c06-6096b79e9552',2097152,1000000,2000000,'Anna','unknown','Ik wil meer bewegen.',2,'ik wil meer bewegen');
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
CREATE TABLE total (
    coding          TEXT PRIMARY KEY NOT NULL REFERENCES coding (id),
    counts          TEXT NOT NULL,
    professional_us INTEGER,
    client_us       INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO "total" VALUES('01a20433-86ef-7002-b9ae-31babb90d415','1 ["change",{}]
1 ["question",{"question_subtype":"open"}]
',NULL,NULL);
CREATE TABLE milestone (
    id      TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    kind    TEXT NOT NULL CHECK (kind IN ('training', 'coaching')),
    date    TEXT NOT NULL,
    person  TEXT NOT NULL,
    text    TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
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
INSERT INTO "coding" VALUES('01a20433-86ef-7002-b9ae-31babb90d415','01a20433-836c-7000-8c06-6096b79e9552','annomi','1.2','Marit','feedback',1795366815471,1795366815471,2,'{"focus":[],"next_step":"","strengths":[]}','ccd0660f44b812aac19da611d1363029a1465fabb8f020bf1166aa59ec1ca2ec',NULL,NULL,NULL,0);
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
INSERT INTO turn_words (turn_words) VALUES ('rebuild');
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
COMMIT;
