-- Schema 1: the log, what screens read, drafts. Times are milliseconds since 1970 UTC beside the offset in seconds east.

PRAGMA application_id = 0x62626875;

CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The log. Only ever grows; a body may become NULL when a person is erased.
CREATE TABLE log (
    pos INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    community TEXT NOT NULL,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    prev TEXT,
    body TEXT,
    body_hash BLOB NOT NULL,
    chain_hash BLOB NOT NULL,
    UNIQUE (device, seq)
) STRICT;
CREATE INDEX log_entity ON log (entity, hlc, device, seq);

CREATE TRIGGER log_keeps_rows BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;

CREATE TRIGGER log_keeps_values BEFORE UPDATE ON log
WHEN NOT (NEW.body IS NULL AND NEW.pos = OLD.pos AND NEW.id = OLD.id AND NEW.community = OLD.community
    AND NEW.device = OLD.device AND NEW.seq = OLD.seq AND NEW.hlc = OLD.hlc AND NEW.at = OLD.at
    AND NEW.at_offset = OLD.at_offset AND NEW.author = OLD.author AND NEW.kind = OLD.kind AND NEW.entity = OLD.entity
    AND NEW.prev IS OLD.prev AND NEW.body_hash = OLD.body_hash AND NEW.chain_hash = OLD.chain_hash)
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;

-- From here on: projections, which follow from the log.

-- The newest record of every device.
CREATE TABLE device (
    device TEXT PRIMARY KEY NOT NULL,
    seq INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    chain_hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_source (
    survey TEXT NOT NULL,
    hash TEXT NOT NULL,
    version TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (survey, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX survey_source_hash ON survey_source (hash);

CREATE TABLE session (
    id TEXT PRIMARY KEY NOT NULL,
    starts INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    decided TEXT NOT NULL,
    session TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_starts ON session (deleted, starts);

CREATE TABLE response (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    survey TEXT NOT NULL,
    survey_version TEXT NOT NULL,
    survey_hash TEXT NOT NULL,
    session TEXT NOT NULL,
    building TEXT NOT NULL,
    entrance TEXT NOT NULL,
    household TEXT NOT NULL,
    door_key TEXT NOT NULL,
    surveyor TEXT NOT NULL,
    created INTEGER NOT NULL,
    created_offset INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    correction TEXT,
    state TEXT NOT NULL,
    comment TEXT NOT NULL,
    name TEXT NOT NULL,
    submitted INTEGER NOT NULL,
    submitted_offset INTEGER NOT NULL,
    finished INTEGER NOT NULL,
    finished_offset INTEGER NOT NULL,
    revisions INTEGER NOT NULL,
    device TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    decided TEXT NOT NULL
) STRICT;
CREATE INDEX response_submitted ON response (submitted, id, state);
CREATE INDEX response_survey ON response (survey, submitted, id, state);
CREATE INDEX response_session ON response (session, submitted, id, state);
CREATE INDEX response_door ON response (door_key, submitted, id, state);
CREATE INDEX response_place ON response (building, entrance, household);
CREATE INDEX response_surveyor ON response (surveyor, submitted, id, state);
CREATE INDEX response_state ON response (state, submitted, id);
CREATE INDEX response_saved ON response (survey, device, hlc);

-- The long texts of a response, apart so that lists do not read over them.
CREATE TABLE response_answers (
    row INTEGER PRIMARY KEY REFERENCES response (row) ON DELETE CASCADE,
    answers TEXT NOT NULL
) STRICT;
-- Folded text of name, door and typed answers, apart again so that looking through all of it reads little.
CREATE TABLE response_search (
    row INTEGER PRIMARY KEY REFERENCES response (row) ON DELETE CASCADE,
    search TEXT NOT NULL
) STRICT;

-- How many responses there are, kept by the triggers below.
CREATE TABLE response_count (
    survey TEXT NOT NULL,
    session TEXT NOT NULL,
    state TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (survey, session, state)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER response_counted AFTER INSERT ON response
BEGIN
    INSERT INTO response_count VALUES (NEW.survey, NEW.session, NEW.state, 1)
        ON CONFLICT (survey, session, state) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER response_recounted AFTER UPDATE ON response
WHEN NEW.survey <> OLD.survey OR NEW.session <> OLD.session OR NEW.state <> OLD.state
BEGIN
    UPDATE response_count SET n = n - 1 WHERE survey = OLD.survey AND session = OLD.session AND state = OLD.state;
    INSERT INTO response_count VALUES (NEW.survey, NEW.session, NEW.state, 1)
        ON CONFLICT (survey, session, state) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER response_uncounted AFTER DELETE ON response
BEGIN
    UPDATE response_count SET n = n - 1 WHERE survey = OLD.survey AND session = OLD.session AND state = OLD.state;
END;

-- Drafts: not part of the log until they are finalised or thrown away.
CREATE TABLE draft (
    response TEXT PRIMARY KEY NOT NULL,
    head TEXT NOT NULL,
    edits INTEGER NOT NULL DEFAULT 0,
    cursor TEXT,
    touched INTEGER NOT NULL,
    touched_offset INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_edit (
    response TEXT NOT NULL REFERENCES draft (response) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    edit TEXT NOT NULL,
    PRIMARY KEY (response, n)
) STRICT, WITHOUT ROWID;
