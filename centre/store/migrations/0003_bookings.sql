-- What counts against a session's capacity: a seat's claim has no end, a hold's has.
CREATE TABLE claims(
  id INTEGER PRIMARY KEY,
  session INTEGER NOT NULL REFERENCES sessions(id),
  qty INTEGER NOT NULL CHECK(qty > 0),
  claimed_at_us INTEGER NOT NULL,
  expires_at_us INTEGER
) STRICT;
CREATE INDEX claims_by_session ON claims(session);

-- The second guard: the first is the count in the same transaction.
CREATE TRIGGER claims_within_capacity AFTER INSERT ON claims
WHEN (SELECT sum(qty) FROM claims
      WHERE session = NEW.session AND (expires_at_us IS NULL OR expires_at_us > NEW.claimed_at_us))
     > (SELECT capacity FROM sessions WHERE id = NEW.session)
BEGIN
  SELECT RAISE(ABORT, 'capacity_exceeded');
END;

-- A hold has the id of its claim.
CREATE TABLE holds(
  id INTEGER PRIMARY KEY REFERENCES claims(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;

CREATE TABLE bookings(
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  session INTEGER NOT NULL REFERENCES sessions(id),
  state TEXT NOT NULL
) STRICT;
CREATE INDEX bookings_by_session ON bookings(session);

-- A seat is an entrant: sea_5 is ent_5. `place` orders the grid.
CREATE TABLE seats(
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  session INTEGER NOT NULL REFERENCES sessions(id),
  booking INTEGER REFERENCES bookings(id),
  claim INTEGER REFERENCES claims(id) ON DELETE SET NULL,
  customer INTEGER REFERENCES customers(id),
  label TEXT NOT NULL,
  public_name TEXT,
  number TEXT,
  kart INTEGER,
  state TEXT NOT NULL,
  place INTEGER NOT NULL
) STRICT;
CREATE INDEX seats_by_session ON seats(session);
CREATE INDEX seats_by_booking ON seats(booking);
CREATE UNIQUE INDEX one_driver_a_kart ON seats(session, kart) WHERE state <> 'cancelled' AND kart IS NOT NULL;

-- Tags of an entrant himself, from the session's start.
CREATE TABLE seat_transponders(
  seat INTEGER NOT NULL REFERENCES seats(id) ON DELETE CASCADE,
  transponder INTEGER NOT NULL,
  PRIMARY KEY(seat, transponder)
) STRICT, WITHOUT ROWID;
