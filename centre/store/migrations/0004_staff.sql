CREATE TABLE staff(
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  initials TEXT NOT NULL UNIQUE COLLATE NOCASE,
  roles TEXT NOT NULL,
  active INTEGER NOT NULL CHECK(active IN (0, 1)),
  password_hash TEXT
) STRICT;

CREATE TABLE sign_ins(
  token_hash BLOB PRIMARY KEY,
  staff INTEGER NOT NULL REFERENCES staff(id) ON DELETE CASCADE,
  created_at_us INTEGER NOT NULL,
  expires_at_us INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_ins_by_staff ON sign_ins(staff);
