-- Rule-sets: named, versioned, dated. A version is never changed; `rules` is the API's text of them, so that a rule of tomorrow needs no column.
CREATE TABLE rule_sets(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL,  -- number of the newest version
  created_at_us INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  name TEXT NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0 CHECK(retired IN (0, 1))
) STRICT;
CREATE TABLE rule_set_versions(
  id INTEGER PRIMARY KEY,
  rule_set INTEGER NOT NULL REFERENCES rule_sets(id),
  number INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  valid_from TEXT NOT NULL,  -- a day of the centre's calendar
  duration_s INTEGER NOT NULL,
  capacity INTEGER NOT NULL,
  rules TEXT NOT NULL,
  UNIQUE(rule_set, number)
) STRICT;

-- By which version a session was made, and whether its own rules have been changed since.
ALTER TABLE sessions ADD COLUMN rule_set INTEGER REFERENCES rule_sets(id);
ALTER TABLE sessions ADD COLUMN rule_set_number INTEGER;
ALTER TABLE sessions ADD COLUMN rule_set_changed INTEGER NOT NULL DEFAULT 0;
