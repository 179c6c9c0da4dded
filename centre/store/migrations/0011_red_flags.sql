-- What a red flag does in a session, and what share of the winner's laps is classified. Sessions planned before keep what they had:
-- the lap under way counts, laps go on, the clock stands, everybody who ran is classified.
ALTER TABLE sessions ADD COLUMN red_lap TEXT NOT NULL DEFAULT 'counts';
ALTER TABLE sessions ADD COLUMN red_restart TEXT NOT NULL DEFAULT 'resumes';
ALTER TABLE sessions ADD COLUMN red_stops_clock INTEGER NOT NULL DEFAULT 1;
ALTER TABLE sessions ADD COLUMN classified_percent INTEGER NOT NULL DEFAULT 0;
