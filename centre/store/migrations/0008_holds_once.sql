-- A hold has the id of its claim, and an id is never given twice: who comes back with one that is gone must not get another's.
CREATE TABLE claims_once(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session INTEGER NOT NULL REFERENCES sessions(id),
  qty INTEGER NOT NULL CHECK(qty > 0),
  claimed_at_us INTEGER NOT NULL,
  expires_at_us INTEGER
) STRICT;
INSERT INTO claims_once SELECT id, session, qty, claimed_at_us, expires_at_us FROM claims;
DROP TABLE claims;
ALTER TABLE claims_once RENAME TO claims;
CREATE INDEX claims_by_session ON claims(session);
CREATE TRIGGER claims_within_capacity AFTER INSERT ON claims
WHEN (SELECT sum(qty) FROM claims
      WHERE session = NEW.session AND (expires_at_us IS NULL OR expires_at_us > NEW.claimed_at_us))
     > (SELECT capacity FROM sessions WHERE id = NEW.session)
BEGIN
  SELECT RAISE(ABORT, 'capacity_exceeded');
END;
