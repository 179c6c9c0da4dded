-- Loops inside a device that have a role of their own: one a line, its role, its sector (0: it is none) and its name.
ALTER TABLE devices ADD COLUMN loops TEXT NOT NULL DEFAULT '';
