-- What a rule-set says of flags, of false starts and of penalties; a session that was there before has none of it.
ALTER TABLE sessions ADD COLUMN red_full_percent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN false_start_us INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN serve_laps INTEGER NOT NULL DEFAULT 0;

-- What a flag does; with a name it is the rule-set's own. Absent level: the flag says nothing of speed.
CREATE TABLE session_flags(
  session INTEGER NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  flag TEXT NOT NULL,
  name TEXT NOT NULL,
  stops_clock INTEGER NOT NULL,
  laps_count INTEGER NOT NULL,
  reports_overtakes INTEGER NOT NULL,
  speed_level INTEGER,
  lights TEXT NOT NULL,
  pit TEXT NOT NULL,
  PRIMARY KEY(session, place)
) STRICT, WITHOUT ROWID;

-- What a fact costs from a day on.
CREATE TABLE session_penalty_values(
  session INTEGER NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  code TEXT NOT NULL,
  from_day TEXT NOT NULL,
  penalty TEXT NOT NULL,
  amount INTEGER NOT NULL,
  article TEXT NOT NULL,
  PRIMARY KEY(session, place)
) STRICT, WITHOUT ROWID;
