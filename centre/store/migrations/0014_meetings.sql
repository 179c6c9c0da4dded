-- A meeting: who is entered, the chain of its sessions, and whose seat is which entry. What was driven is in the journal.
CREATE TABLE meetings(
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  name TEXT NOT NULL,
  track TEXT NOT NULL,
  start_us INTEGER NOT NULL,
  seed INTEGER NOT NULL,
  kart_mode TEXT NOT NULL,
  -- Of the Grand Prix that it is; `asked_variant` is the one that somebody chose.
  variant TEXT,
  asked_variant TEXT,
  karts INTEGER NOT NULL,
  capacity INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  practice_min INTEGER,
  qualifying_min INTEGER,
  third_min INTEGER,
  final_min INTEGER,
  reserve_min INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX meetings_by_start ON meetings(start_us);

CREATE TABLE meeting_entries(
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  meeting INTEGER NOT NULL REFERENCES meetings(id),
  customer INTEGER REFERENCES customers(id),
  name TEXT NOT NULL,
  class TEXT NOT NULL,
  team TEXT NOT NULL,
  club TEXT NOT NULL,
  weight_kg INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK(withdrawn IN (0, 1))
) STRICT;
CREATE INDEX meeting_entries_by_meeting ON meeting_entries(meeting);

-- In the order in which they are driven.
CREATE TABLE meeting_runs(
  session INTEGER PRIMARY KEY REFERENCES sessions(id),
  meeting INTEGER NOT NULL REFERENCES meetings(id),
  place INTEGER NOT NULL,
  round TEXT NOT NULL,
  name TEXT NOT NULL,
  number INTEGER NOT NULL,
  people INTEGER NOT NULL,
  start_min INTEGER NOT NULL,
  minutes INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_runs_by_meeting ON meeting_runs(meeting, place);

-- `told`: knows his heat and kart, so that to change them has a price. `pinned`: the kart was set by hand.
CREATE TABLE meeting_seats(
  seat INTEGER PRIMARY KEY REFERENCES seats(id),
  entry INTEGER NOT NULL REFERENCES meeting_entries(id),
  told INTEGER NOT NULL DEFAULT 0 CHECK(told IN (0, 1)),
  pinned INTEGER NOT NULL DEFAULT 0 CHECK(pinned IN (0, 1))
) STRICT;
