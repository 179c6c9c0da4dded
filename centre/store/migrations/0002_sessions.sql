-- The planner's sessions. What happens in them on the track is the journal's.
CREATE TABLE sessions(
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  track TEXT NOT NULL,
  name TEXT NOT NULL,
  planned_start_us INTEGER NOT NULL,
  duration_s INTEGER NOT NULL,
  capacity INTEGER NOT NULL CHECK(capacity BETWEEN 1 AND 250),
  cancelled INTEGER NOT NULL DEFAULT 0 CHECK(cancelled IN (0, 1)),
  kind TEXT NOT NULL,
  start TEXT NOT NULL,
  first_crossing TEXT NOT NULL,
  rank TEXT NOT NULL,
  open INTEGER NOT NULL,
  min_lap_us INTEGER NOT NULL,
  max_lap_us INTEGER NOT NULL,
  pair_window_us INTEGER NOT NULL,
  merge_window_us INTEGER NOT NULL,
  end_laps INTEGER NOT NULL,
  end_time_us INTEGER NOT NULL,
  end_plus_laps INTEGER NOT NULL,
  end_priority TEXT NOT NULL,
  end_how TEXT NOT NULL,
  end_grace_us INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_start ON sessions(planned_start_us);
