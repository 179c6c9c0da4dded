-- Who changed what, from where, and what it was before.
CREATE TABLE audit(
  id INTEGER PRIMARY KEY,
  at_us INTEGER NOT NULL,
  who TEXT NOT NULL,
  workstation TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX audit_by_subject ON audit(subject, subject_id);

-- The first answer to a key, for whoever asks again.
CREATE TABLE idempotency_keys(
  who TEXT NOT NULL,
  key TEXT NOT NULL,
  request_hash BLOB NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  at_us INTEGER NOT NULL,
  PRIMARY KEY(who, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_time ON idempotency_keys(at_us);
