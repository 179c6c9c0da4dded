-- What makes a kart an aggregate. The machine itself, its number and its tags are in the journal's register.
CREATE TABLE karts(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;
