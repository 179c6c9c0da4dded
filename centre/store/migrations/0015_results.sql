-- What the journal's sessions came to, a row a seat, written anew when a session ends or its result is corrected: points, records and ratings are made of it.
CREATE TABLE results(
  seat INTEGER PRIMARY KEY REFERENCES seats(id),
  session INTEGER NOT NULL REFERENCES sessions(id),
  at_us INTEGER NOT NULL,
  position INTEGER NOT NULL,
  status TEXT NOT NULL,
  classified INTEGER NOT NULL CHECK(classified IN (0, 1)),
  grid INTEGER NOT NULL,
  laps INTEGER NOT NULL,
  best_us INTEGER,
  median_us INTEGER,
  kart INTEGER,
  kart_class TEXT NOT NULL
) STRICT;
CREATE INDEX results_by_session ON results(session);
CREATE INDEX results_by_time ON results(at_us);
CREATE INDEX results_by_best ON results(best_us) WHERE best_us IS NOT NULL;

-- At the end of a day, by its number since 1970. `who`: a customer, or a kart.
CREATE TABLE ratings(
  day INTEGER NOT NULL,
  track TEXT NOT NULL,
  kart_class TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('driver', 'kart')),
  who INTEGER NOT NULL,
  points_milli INTEGER NOT NULL,
  deviation_milli INTEGER NOT NULL,
  volatility_nano INTEGER NOT NULL,
  drives INTEGER NOT NULL,
  PRIMARY KEY(track, kind, kart_class, who, day)
) STRICT, WITHOUT ROWID;
