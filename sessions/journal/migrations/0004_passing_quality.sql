-- How a passing's time was taken: by a `decoder`, or `manual`, by people. It is of every row that was written since, and of none before:
-- by it, as by `clock`, a seal knows how many columns it is over.
ALTER TABLE passing ADD COLUMN quality TEXT;
