-- What protocols beyond P3 tell of a passing. `clock` is of every row that was written since, and of none before: by it a seal knows
-- how many columns it is over.
ALTER TABLE passing ADD COLUMN clock TEXT;        -- what its times count from: utc, local, day, start, none
ALTER TABLE passing ADD COLUMN loop TEXT;         -- in the decoder's own word
ALTER TABLE passing ADD COLUMN battery TEXT;      -- of the transponder: ok, low, faulty
ALTER TABLE passing ADD COLUMN is_trigger INTEGER;   -- 1: a photocell, a key, a marker
ALTER TABLE passing ADD COLUMN unchecked INTEGER; -- 1: its sum is not known publicly
ALTER TABLE passing ADD COLUMN receipt INTEGER;   -- what its sender wants named in the acknowledgement
ALTER TABLE passing ADD COLUMN place TEXT;        -- the loop inside the device that the configuration gave a role of its own
