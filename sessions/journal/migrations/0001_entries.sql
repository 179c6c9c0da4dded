CREATE TABLE passing (
    seq INTEGER PRIMARY KEY,
    track TEXT NOT NULL,
    device TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    received_us INTEGER NOT NULL,
    time_us INTEGER NOT NULL,
    transponder INTEGER NOT NULL,
    number INTEGER,
    decoder INTEGER,
    strength INTEGER,
    hits INTEGER,
    flags INTEGER,
    string TEXT,
    correction_us INTEGER NOT NULL
) STRICT;

CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    track TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    by TEXT NOT NULL,
    session TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

-- By the track's clock: a session is a window over it.
CREATE INDEX passing_by_time ON passing (track, time_us + correction_us);
CREATE INDEX event_by_session ON event (session);
CREATE INDEX event_by_kind ON event (kind);
CREATE INDEX event_by_time ON event (at_us);

-- What is written stays: a correction is another entry.
CREATE TRIGGER passing_is_final BEFORE UPDATE ON passing BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER passing_stays BEFORE DELETE ON passing BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER event_is_final BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
