-- The devices that screens set up; those of chicane.toml are not here. `name` is their id everywhere.
CREATE TABLE devices(
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE,
  track TEXT NOT NULL,
  uri TEXT NOT NULL,
  role TEXT NOT NULL,
  sector INTEGER NOT NULL,
  test INTEGER NOT NULL CHECK(test IN (0, 1))
) STRICT;
