-- Schema 2: meetings, and the records of the ledger found without reading the log over.

-- A projection.
CREATE TABLE meeting (
    id TEXT PRIMARY KEY NOT NULL,
    session TEXT NOT NULL,
    kind TEXT NOT NULL,
    agenda TEXT NOT NULL,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    chair TEXT NOT NULL,
    note_taker TEXT NOT NULL,
    opened INTEGER NOT NULL,
    opened_offset INTEGER NOT NULL,
    started INTEGER,
    started_offset INTEGER,
    paused INTEGER NOT NULL,
    closed INTEGER,
    closed_offset INTEGER,
    minutes INTEGER,
    correcting INTEGER NOT NULL,
    decided TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_session ON meeting (session, opened);

CREATE INDEX log_ledger ON log (entity) WHERE kind = 'ledger';
